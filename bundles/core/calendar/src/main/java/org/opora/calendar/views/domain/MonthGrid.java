package org.opora.calendar.views.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** A month as weeks from Monday to Sunday, with the days of its neighbours that complete them. */
public record MonthGrid(YearMonth month) {
  private static final int WEEK = 7;

  public static MonthGrid of(LocalDate day) {
    return new MonthGrid(YearMonth.from(day));
  }

  /** The Monday of the week of this day. */
  public static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  public LocalDate first() {
    return monday(month.atDay(1));
  }

  /** The day after the last one. */
  public LocalDate after() {
    return monday(month.atEndOfMonth()).plusDays(WEEK);
  }

  public List<List<LocalDate>> weeks() {
    return Stream.iterate(first(), day -> day.isBefore(after()), day -> day.plusDays(WEEK))
        .map(day -> day.datesUntil(day.plusDays(WEEK)).toList())
        .toList();
  }
}
