package org.opora.duties.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long a quota lasts before it begins again. */
public enum Stretch {
  /** Twelve months on end, from the day the duty began. */
  TWELVE_MONTHS(12, false),
  CALENDAR_YEAR(12, true),
  /** Two calendar years, the first of them the one in which the duty began. */
  TWO_CALENDAR_YEARS(24, true);

  private final int months;
  private final boolean calendar;

  Stretch(int months, boolean calendar) {
    this.months = months;
    this.calendar = calendar;
  }

  public int months() {
    return months;
  }

  /** Whether the calendar says when it begins, not the person. */
  public boolean calendar() {
    return calendar;
  }

  /**
   * First day of a period.
   *
   * @param anchor the day the duty began
   * @param index 0 for the period in which it began
   */
  public LocalDate start(LocalDate anchor, long index) {
    // Each from the first day: 29 February comes back in the next leap year.
    return (calendar ? anchor.withDayOfYear(1) : anchor).plusMonths(index * months);
  }

  /** The period the day falls into; the day is not before the anchor. */
  public long index(LocalDate anchor, LocalDate day) {
    long index = ChronoUnit.MONTHS.between(start(anchor, 0), day) / months;
    return start(anchor, index + 1).isAfter(day) ? index : index + 1;
  }
}
