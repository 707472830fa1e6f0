package org.opora.supervisedcontacts.pictures.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A month of a child as weeks from Monday to Sunday, with what is drawn on each day. */
public record PictureMonth(YearMonth month, List<List<Day>> weeks) {
  private static final int WEEK = 7;

  /**
   * @param inside whether the day is of this month; others stay empty, so that no visit is seen
   *     twice
   * @param visits the earliest first
   */
  public record Day(LocalDate date, boolean inside, boolean today, List<PictureVisit> visits) {
    public Day {
      visits = List.copyOf(visits);
    }

    /** In its month. */
    public int number() {
      return date.getDayOfMonth();
    }
  }

  /**
   * @param visits of any days, in any order
   */
  public static PictureMonth of(YearMonth month, LocalDate today, List<PictureVisit> visits) {
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new PictureMonth(
        month,
        Stream.iterate(
                first, monday -> !monday.isAfter(month.atEndOfMonth()), day -> day.plusDays(WEEK))
            .map(
                monday ->
                    monday
                        .datesUntil(monday.plusDays(WEEK))
                        .map(date -> day(date, month, today, visits))
                        .toList())
            .toList());
  }

  private static Day day(
      LocalDate date, YearMonth month, LocalDate today, List<PictureVisit> visits) {
    boolean inside = YearMonth.from(date).equals(month);
    return new Day(
        date,
        inside,
        date.equals(today),
        inside
            ? visits.stream()
                .filter(one -> one.day().equals(date))
                .sorted(Comparator.comparing(PictureVisit::from))
                .toList()
            : List.of());
  }

  /** All that is drawn, the earliest first: the same in words. */
  public List<PictureVisit> visits() {
    return weeks.stream().flatMap(List::stream).flatMap(day -> day.visits().stream()).toList();
  }
}
