package org.opora.supervisedcontacts.requests.application;

import java.time.LocalDate;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;

/** Within how many days a request is to be answered: the centre's own number, none at first. */
public final class RequestTerm {
  private static final int MOST = 90;

  public static final Setting DAYS =
      new Setting(
          SupervisedContactsModule.ID + ".request-days",
          null,
          text("request.setting"),
          text("request.setting.explained"),
          text("request.setting.unit"),
          0,
          0,
          MOST);

  private RequestTerm() {}

  /** Null when the centre has set no time. */
  static LocalDate after(Settings settings, LocalDate asked) {
    int days = settings.number(DAYS, asked);
    return days == 0 ? null : asked.plusDays(days);
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
