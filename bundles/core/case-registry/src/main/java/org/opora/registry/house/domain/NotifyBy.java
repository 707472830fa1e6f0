package org.opora.registry.house.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/** By which day a change of the mandate is notified. */
public final class NotifyBy {
  private NotifyBy() {}

  /**
   * The day of the month that follows the change; its last day where the month is shorter.
   *
   * @param dayOfMonth 1 to 31
   */
  public static LocalDate of(LocalDate changed, int dayOfMonth) {
    YearMonth following = YearMonth.from(changed).plusMonths(1);
    return following.atDay(Math.min(dayOfMonth, following.lengthOfMonth()));
  }
}
