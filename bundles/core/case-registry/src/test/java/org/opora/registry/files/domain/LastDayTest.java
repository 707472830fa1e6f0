package org.opora.registry.files.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boundary table of notice: half-years, thirty days before. */
class LastDayTest {
  private static final List<MonthDay> HALF_YEARS = List.of(MonthDay.of(6, 30), MonthDay.of(12, 31));

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-06-30, 180, 2026-06-30",
    "2026-05-29, 2026-06-30, 32, 2026-06-30",
    "2026-05-30, 2026-06-30, 31, 2026-06-30",
    "2026-05-31, 2026-06-30, 30, 2026-06-30",
    "2026-06-01, 2026-06-30, 29, 2026-12-31",
    "2026-06-02, 2026-06-30, 28, 2026-12-31",
    "2026-06-15, 2026-06-30, 15, 2026-12-31",
    "2026-06-29, 2026-06-30, 1, 2026-12-31",
    "2026-06-30, 2026-06-30, 0, 2026-12-31",
    "2026-07-01, 2026-12-31, 183, 2026-12-31",
    "2026-11-30, 2026-12-31, 31, 2026-12-31",
    "2026-12-01, 2026-12-31, 30, 2026-12-31",
    "2026-12-02, 2026-12-31, 29, 2027-06-30",
    "2026-12-30, 2026-12-31, 1, 2027-06-30",
    "2026-12-31, 2026-12-31, 0, 2027-06-30",
    "2028-02-28, 2028-06-30, 123, 2028-06-30",
    "2028-02-29, 2028-06-30, 122, 2028-06-30",
    "2028-05-31, 2028-06-30, 30, 2028-06-30",
    "2028-06-01, 2028-06-30, 29, 2028-12-31",
    "2028-12-02, 2028-12-31, 29, 2029-06-30"
  })
  void noticeEndsWithTheHalfYear(
      LocalDate delivered, LocalDate nearest, int days, LocalDate lastDay) {
    LastDay end = LastDay.after(delivered, HALF_YEARS, 30);
    assertEquals(nearest, end.nearest());
    assertEquals(days, end.days());
    assertEquals(lastDay, end.lastDay());
    assertEquals(days >= 30, end.inTime());
  }

  @Test
  void withoutDaysBeforeTheNearestDayIsMetOnTheDayItself() {
    LocalDate day = LocalDate.of(2026, 6, 30);
    assertEquals(day, LastDay.after(day, HALF_YEARS, 0).lastDay());
  }

  @Test
  void onlyOneDayAYear() {
    LastDay end = LastDay.after(LocalDate.of(2026, 8, 31), List.of(MonthDay.of(8, 30)), 365);
    assertEquals(LocalDate.of(2027, 8, 30), end.nearest());
    assertEquals(LocalDate.of(2028, 8, 30), end.lastDay());
  }
}
