package org.opora.supervisedcontacts.meeting.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.meeting.domain.OpenHours;

/** What the centre has decided about the page of a meeting. */
public record MeetingFigures(Settings settings) {
  /** Minutes before and after a contact in which its page is open. */
  public static final Setting MARGIN =
      new Setting(
          SupervisedContactsModule.ID + ".meeting-minutes",
          null,
          text("setting.meeting-minutes"),
          text("setting.meeting-minutes.explained"),
          text("setting.unit.minutes"),
          60,
          15,
          240);

  public static final List<Setting> ALL = List.of(MARGIN);

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }

  public OpenHours hours(LocalDate day) {
    return OpenHours.of(settings.number(MARGIN, day));
  }
}
