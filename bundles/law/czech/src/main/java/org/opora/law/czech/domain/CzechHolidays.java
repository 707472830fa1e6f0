package org.opora.law.czech.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * Days on which Czech offices rest: weekends, and the holidays of Act 245/2000 Sb. as dated data.
 * Good Friday became a holiday by Act 359/2015 Sb., first in 2016.
 */
public final class CzechHolidays {
  private static final List<Fixed> FIXED =
      List.of(
          new Fixed(MonthDay.of(1, 1), 1993),
          new Fixed(MonthDay.of(5, 1), 1993),
          new Fixed(MonthDay.of(5, 8), 1993),
          new Fixed(MonthDay.of(7, 5), 1993),
          new Fixed(MonthDay.of(7, 6), 1993),
          new Fixed(MonthDay.of(9, 28), 2000),
          new Fixed(MonthDay.of(10, 28), 1993),
          new Fixed(MonthDay.of(11, 17), 2000),
          new Fixed(MonthDay.of(12, 24), 1993),
          new Fixed(MonthDay.of(12, 25), 1993),
          new Fixed(MonthDay.of(12, 26), 1993));

  private static final List<AroundEaster> AROUND_EASTER =
      List.of(new AroundEaster(-2, 2016), new AroundEaster(1, 1993));

  /** Whether the day is a public holiday. */
  public boolean holiday(LocalDate day) {
    return FIXED.stream().anyMatch(holiday -> holiday.fallsOn(day))
        || AROUND_EASTER.stream().anyMatch(holiday -> holiday.fallsOn(day));
  }

  /** Whether offices work: neither a weekend nor a holiday. */
  public boolean workingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holiday(day);
  }

  private record Fixed(MonthDay date, int firstYear) {
    boolean fallsOn(LocalDate day) {
      return day.getYear() >= firstYear && MonthDay.from(day).equals(date);
    }
  }

  /** {@code days} after Easter Sunday; negative before it. */
  private record AroundEaster(int days, int firstYear) {
    boolean fallsOn(LocalDate day) {
      return day.getYear() >= firstYear && Easter.sunday(day.getYear()).plusDays(days).equals(day);
    }
  }
}
