package org.opora.supervisedcontacts.observations.application;

import java.util.List;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;

/** What the centre has decided about reports on contacts. */
public final class ReportFigures {
  /** Days after a contact by which its report is written. */
  public static final Setting DAYS =
      new Setting(
          SupervisedContactsModule.ID + ".report-days",
          null,
          text("setting.report-days"),
          text("setting.report-days.explained"),
          text("setting.unit.days"),
          5,
          0,
          60);

  public static final List<Setting> ALL = List.of(DAYS);

  private ReportFigures() {}

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
