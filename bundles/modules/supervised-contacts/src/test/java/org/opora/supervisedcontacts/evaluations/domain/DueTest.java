package org.opora.supervisedcontacts.evaluations.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When contacts are to be evaluated. */
class DueTest {
  private static final LocalDate SINCE = LocalDate.of(2026, 3, 31);

  private static List<LocalDate> every(int days, int times) {
    return IntStream.rangeClosed(1, times).mapToObj(i -> SINCE.plusDays(i * days)).toList();
  }

  @Test
  void afterHalfAYearWhenTheyWereFew() {
    Due due = Due.of(SINCE, every(14, 5), 6, 6, 14);
    assertEquals(LocalDate.of(2026, 9, 30), due.by());
    assertFalse(due.often());
    assertEquals(5, due.held());
    assertFalse(due.overdue(LocalDate.of(2026, 9, 30)));
    assertTrue(due.overdue(LocalDate.of(2026, 10, 1)));
  }

  @Test
  void afterSoManyWhenTheyComeFirst() {
    Due due = Due.of(SINCE, every(14, 7), 6, 6, 14);
    assertEquals(SINCE.plusDays(6 * 14 + 14), due.by());
    assertTrue(due.often());
  }

  @Test
  void theTimeComesFirstWhereTheLastOfThemIsLate() {
    Due due = Due.of(SINCE, every(31, 6), 6, 6, 14);
    assertEquals(LocalDate.of(2026, 9, 30), due.by());
    assertFalse(due.often());
  }

  @Test
  void countedFromTheLastDayThatWasLookedAtWhicheverWasWrittenLast() {
    LocalDate later = SINCE.plusDays(90);
    assertEquals(
        new Due.From(later, later.plusDays(1)),
        Due.From.of(SINCE, List.of(SINCE.plusDays(60), later)));
    assertEquals(
        new Due.From(SINCE, SINCE.plusDays(1)),
        Due.From.of(SINCE, List.of(SINCE)),
        "what was met that day was looked at");
  }

  @Test
  void countedFromTheFirstDayOfThePlanWhereNothingOfItWasLookedAt() {
    Due.From first = new Due.From(SINCE, SINCE);
    assertEquals(first, Due.From.of(SINCE, List.of()));
    assertEquals(first, Due.From.of(SINCE, List.of(SINCE.minusDays(1))));
  }
}
