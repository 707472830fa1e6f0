package org.opora.registry.files.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DaysTest {
  @Test
  void whatEndsBeforeItBeginsIsNoDay() {
    assertEquals(Optional.empty(), Days.between(day(5), day(4)));
    assertEquals(Optional.of(days(5, 5)), Days.between(day(5), day(5)));
    assertEquals(Optional.of(new Days(day(5), Days.OPEN)), Days.between(day(5), null));
    assertThrows(IllegalArgumentException.class, () -> new Days(day(5), day(4)));
  }

  @Test
  void commonDays() {
    assertEquals(Optional.of(days(5, 8)), days(1, 8).and(days(5, 12)));
    assertEquals(Optional.of(days(8, 8)), days(1, 8).and(days(8, 12)));
    assertEquals(Optional.empty(), days(1, 8).and(days(9, 12)));
  }

  @Test
  void whatIsLeftWhenOtherDaysGo() {
    assertEquals(List.of(days(1, 4), days(9, 12)), days(1, 12).without(List.of(days(5, 8))));
    assertEquals(List.of(days(9, 12)), days(5, 12).without(List.of(days(1, 8))));
    assertEquals(List.of(), days(5, 8).without(List.of(days(1, 6), days(7, 9))));
    assertEquals(List.of(days(1, 3)), days(1, 3).without(List.of(days(4, 9))));
    assertEquals(
        List.of(days(3, 4), days(8, 9)),
        days(1, 12).without(List.of(days(1, 2), days(5, 7), days(10, 30))));
  }

  private static Days days(int from, int until) {
    return new Days(day(from), day(until));
  }

  private static LocalDate day(int of) {
    return LocalDate.of(2026, 10, of);
  }
}
