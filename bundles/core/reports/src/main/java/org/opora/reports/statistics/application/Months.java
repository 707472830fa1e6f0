package org.opora.reports.statistics.application;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.opora.api.faults.NotFound;
import org.opora.api.statistics.Period;

/**
 * Figures are told of whole months, and of no day that is still to come. From those of single days
 * one could read of what day something behind a wall is, and when a child was born whom one may not
 * know.
 */
public final class Months {
  private Months() {}

  /**
   * The months in which this period lies, as far as they have come.
   *
   * @throws NotFound when none of them has begun
   */
  public static Period told(Period asked, LocalDate today) {
    LocalDate from = asked.from().with(TemporalAdjusters.firstDayOfMonth());
    LocalDate until = asked.until().with(TemporalAdjusters.lastDayOfMonth());
    if (from.isAfter(today)) {
      throw new NotFound();
    }
    return new Period(from, until.isAfter(today) ? today : until);
  }
}
