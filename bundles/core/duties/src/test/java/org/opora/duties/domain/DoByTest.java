package org.opora.duties.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DoByTest {
  @Test
  void fridayBesideAWeekend() {
    assertEquals(
        LocalDate.of(2027, 2, 19),
        DoBy.lastWorkingDay(LocalDate.of(2027, 2, 20), DoByTest::working));
    assertEquals(
        LocalDate.of(2027, 2, 19),
        DoBy.lastWorkingDay(LocalDate.of(2027, 2, 21), DoByTest::working));
  }

  @Test
  void nothingBesideAWorkingDay() {
    assertNull(DoBy.lastWorkingDay(LocalDate.of(2027, 2, 19), DoByTest::working));
  }

  @Test
  void aCalendarWithoutWorkingDaysIsNotFollowed() {
    assertNull(DoBy.lastWorkingDay(LocalDate.of(2027, 2, 20), day -> false));
  }

  private static boolean working(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
