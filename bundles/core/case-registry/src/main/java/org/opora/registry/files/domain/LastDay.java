package org.opora.registry.files.domain;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * On which day an agreement ends that may end only on certain days of the year.
 *
 * @param from day of delivery, or of the arrangement
 * @param nearest first of the days that is not before it
 * @param days whole days between the two
 * @param lastDay last day of the agreement
 */
public record LastDay(LocalDate from, LocalDate nearest, int days, LocalDate lastDay) {

  /**
   * @param days of the year, at least one
   * @param daysBefore how many days must lie between
   */
  public static LastDay after(LocalDate from, List<MonthDay> days, int daysBefore) {
    LocalDate nearest = first(from, days);
    return new LastDay(
        from, nearest, between(from, nearest), first(from.plusDays(daysBefore), days));
  }

  /** Whether the nearest day is still met. */
  public boolean inTime() {
    return lastDay.equals(nearest);
  }

  private static LocalDate first(LocalDate earliest, List<MonthDay> days) {
    return IntStream.rangeClosed(earliest.getYear(), earliest.getYear() + 1)
        .boxed()
        .flatMap(year -> ofYear(year, days))
        .filter(day -> !day.isBefore(earliest))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<LocalDate> ofYear(int year, List<MonthDay> days) {
    return days.stream().map(day -> day.atYear(year)).sorted();
  }

  private static int between(LocalDate from, LocalDate to) {
    return (int) ChronoUnit.DAYS.between(from, to);
  }
}
