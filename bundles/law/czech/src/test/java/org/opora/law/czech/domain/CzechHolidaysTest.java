package org.opora.law.czech.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CzechHolidaysTest {
  private final CzechHolidays holidays = new CzechHolidays();

  /** Dates as printed in almanacs, the earliest and the latest that can happen among them. */
  @ParameterizedTest
  @CsvSource({
    "1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27",
    "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"
  })
  void easterSunday(LocalDate sunday) {
    assertEquals(sunday, Easter.sunday(sunday.getYear()));
  }

  @Test
  void theThirteenHolidaysOf2026() {
    List<LocalDate> found =
        LocalDate.of(2026, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1))
            .filter(holidays::holiday)
            .toList();
    assertEquals(
        List.of(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 8),
            LocalDate.of(2026, 7, 5),
            LocalDate.of(2026, 7, 6),
            LocalDate.of(2026, 9, 28),
            LocalDate.of(2026, 10, 28),
            LocalDate.of(2026, 11, 17),
            LocalDate.of(2026, 12, 24),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 26)),
        found);
  }

  @Test
  void goodFridaySince2016() {
    assertFalse(holidays.holiday(LocalDate.of(2015, 4, 3)));
    assertTrue(holidays.holiday(LocalDate.of(2016, 3, 25)));
  }

  @Test
  void officesRestOnWeekendsAndHolidays() {
    assertFalse(holidays.workingDay(LocalDate.of(2026, 9, 26)));
    assertFalse(holidays.workingDay(LocalDate.of(2026, 9, 27)));
    assertFalse(holidays.workingDay(LocalDate.of(2026, 9, 28)));
    assertTrue(holidays.workingDay(LocalDate.of(2026, 9, 25)));
    assertTrue(holidays.workingDay(LocalDate.of(2026, 9, 29)));
  }
}
