package org.opora.calendar.views.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month begins on a Monday and ends on a Sunday. */
class MonthGridTest {
  @ParameterizedTest
  @CsvSource({
    // Begins on a Sunday, and takes six weeks.
    "2026-11-30, 2026-10-26, 2026-12-06, 6",
    // Four weeks to the day.
    "2027-02-01, 2027-02-01, 2027-02-28, 4",
    "2028-02-29, 2028-01-31, 2028-03-05, 5",
    "2026-12-31, 2026-11-30, 2027-01-03, 5",
    "2026-10-25, 2026-09-28, 2026-11-01, 5"
  })
  void itsWeeksAreWhole(LocalDate day, LocalDate first, LocalDate last, int weeks) {
    MonthGrid grid = MonthGrid.of(day);
    assertEquals(first, grid.first());
    assertEquals(last.plusDays(1), grid.after());
    assertEquals(weeks, grid.weeks().size());
    List<LocalDate> days = grid.weeks().stream().flatMap(List::stream).toList();
    assertEquals(first.datesUntil(last.plusDays(1)).toList(), days);
    grid.weeks().forEach(week -> assertEquals(DayOfWeek.MONDAY, week.get(0).getDayOfWeek()));
  }
}
