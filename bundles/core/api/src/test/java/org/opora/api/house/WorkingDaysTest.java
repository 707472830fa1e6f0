package org.opora.api.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private static final LocalDate FRIDAY = LocalDate.of(2027, 2, 19);

  private final WorkingDays days = WorkingDays.of(List.of());

  @Test
  void fridayBesideAWeekend() {
    assertEquals(FRIDAY, days.doBy(FRIDAY.plusDays(1)));
    assertEquals(FRIDAY, days.doBy(FRIDAY.plusDays(2)));
  }

  @Test
  void nothingBesideAWorkingDay() {
    assertNull(days.doBy(FRIDAY));
  }

  @Test
  void aCalendarWithoutWorkingDaysIsNotFollowed() {
    WorkingDays never = day -> false;
    assertNull(never.doBy(FRIDAY));
    assertEquals(FRIDAY.plusDays(1 + WorkingDays.LONGEST_REST), never.after(FRIDAY, 1));
  }

  @Test
  void aWeekendIsPassedOver() {
    assertEquals(FRIDAY, days.after(FRIDAY, 0));
    assertEquals(FRIDAY.plusDays(3), days.after(FRIDAY, 1));
    assertEquals(FRIDAY.plusDays(7), days.after(FRIDAY, 5));
    assertEquals(FRIDAY.plusDays(1), days.after(FRIDAY.plusDays(1), 0), "also a free day");
  }

  @Test
  void theNearestWorkingDayOnEitherSide() {
    for (int free = 1; free <= 2; free++) {
      assertEquals(FRIDAY, days.onOrBefore(FRIDAY.plusDays(free)));
      assertEquals(FRIDAY.plusDays(3), days.onOrAfter(FRIDAY.plusDays(free)));
    }
    assertEquals(FRIDAY, days.onOrBefore(FRIDAY));
    assertEquals(FRIDAY, days.onOrAfter(FRIDAY));
    WorkingDays never = day -> false;
    assertEquals(FRIDAY, never.onOrBefore(FRIDAY));
    assertEquals(FRIDAY, never.onOrAfter(FRIDAY));
  }
}
