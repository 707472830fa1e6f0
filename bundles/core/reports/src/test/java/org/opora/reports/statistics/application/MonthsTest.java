package org.opora.reports.statistics.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.opora.api.faults.NotFound;
import org.opora.api.statistics.Period;

/** Figures are told of whole months. */
class MonthsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private static Period told(String from, String until) {
    return Months.told(new Period(LocalDate.parse(from), LocalDate.parse(until)), TODAY);
  }

  private static Period period(String from, String until) {
    return new Period(LocalDate.parse(from), LocalDate.parse(until));
  }

  @Test
  void aDayIsItsMonth() {
    assertEquals(period("2026-02-01", "2026-02-28"), told("2026-02-17", "2026-02-17"));
    assertEquals(period("2024-01-01", "2024-02-29"), told("2024-01-31", "2024-02-01"));
  }

  @Test
  void whatLastsIsToldUntilToday() {
    assertEquals(period("2026-01-01", "2026-11-02"), told("2026-01-01", "2026-12-31"));
    assertEquals(period("2026-11-01", "2026-11-02"), told("2026-11-02", "2026-11-02"));
  }

  @Test
  void whatHasNotBegunIsToldOfNothing() {
    assertThrows(NotFound.class, () -> told("2026-12-01", "2026-12-31"));
    assertThrows(NotFound.class, () -> told("2027-01-01", "2030-12-31"));
  }
}
