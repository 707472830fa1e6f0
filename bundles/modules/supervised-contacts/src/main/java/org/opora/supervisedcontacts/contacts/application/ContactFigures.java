package org.opora.supervisedcontacts.contacts.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;

/** What the centre has decided about its contacts. */
public record ContactFigures(Settings settings) {
  /** Hours before a contact at which it can be cancelled in time. */
  public static final Setting NOTICE = setting("notice-hours", "hours", 24, 1, 240);

  /** Minutes for which it is waited for somebody who does not come. */
  public static final Setting WAITING = setting("waiting-minutes", "minutes", 15, 0, 120);

  /** Days for which a facilitator still sees the child when nothing is to be written any more. */
  public static final Setting TO_WRITE = setting("days-to-write", "days", 14, 1, 60);

  /** 1 when the key worker of the family does not assist at its contacts, 0 when they may. */
  public static final Setting NOT_KEY_WORKER = setting("not-key-worker", "rule", 1, 0, 1);

  /** Days after two misses in a row by which the plan is gone through with the authority. */
  public static final Setting REVIEW = setting("review-days", "days", 10, 1, 90);

  public static final List<Setting> ALL =
      List.of(NOT_KEY_WORKER, NOTICE, WAITING, REVIEW, TO_WRITE);

  private static Setting setting(String which, String unit, int usual, int least, int most) {
    return new Setting(
        SupervisedContactsModule.ID + "." + which,
        null,
        text("setting." + which),
        text("setting." + which + ".explained"),
        text("setting.unit." + unit),
        usual,
        least,
        most);
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }

  public int noticeHours(LocalDate day) {
    return settings.number(NOTICE, day);
  }

  public int waitingMinutes(LocalDate day) {
    return settings.number(WAITING, day);
  }

  public int daysToWrite(LocalDate day) {
    return settings.number(TO_WRITE, day);
  }

  public boolean keyWorkerAssists(LocalDate day) {
    return settings.number(NOT_KEY_WORKER, day) == 0;
  }

  public int reviewDays(LocalDate day) {
    return settings.number(REVIEW, day);
  }
}
