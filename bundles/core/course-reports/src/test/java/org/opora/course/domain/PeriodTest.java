package org.opora.course.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Of which days the next report tells, and how late it is. */
class PeriodTest {
  private static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 22);

  @Test
  void theFirstOneTellsOfAllSinceTheSignature() {
    assertEquals(new Period(SIGNED, TODAY), Period.next(SIGNED, null, null, TODAY));
  }

  @Test
  void theNextOneGoesOnWhereTheLastOneEnded() {
    LocalDate told = LocalDate.of(2026, 7, 10);
    assertEquals(new Period(told.plusDays(1), TODAY), Period.next(SIGNED, told, null, TODAY));
    assertEquals(
        new Period(TODAY, TODAY), Period.next(SIGNED, TODAY, null, TODAY), "a day is the least");
  }

  @Test
  void theLastOneEndsWithTheAgreement() {
    LocalDate last = LocalDate.of(2026, 6, 30);
    assertEquals(new Period(SIGNED, last), Period.next(SIGNED, null, last, TODAY));
    assertEquals(new Period(SIGNED, TODAY), Period.next(SIGNED, null, TODAY.plusDays(1), TODAY));
  }

  @Test
  void daysLateAreCountedFromTheDayAfter() {
    LocalDate due = LocalDate.of(2026, 7, 10);
    assertEquals(12, Days.late(due, LocalDate.of(2026, 7, 22)));
    assertEquals(0, Days.late(due, due));
    assertEquals(0, Days.late(due, due.minusDays(3)));
    assertEquals(0, Days.late(null, due), "nobody said by when");
  }
}
