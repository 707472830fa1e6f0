package org.opora.registry.staff.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.registry.staff.domain.TrainingDuty.Account;
import org.opora.registry.staff.domain.TrainingDuty.Away;
import org.opora.registry.staff.domain.TrainingDuty.Pair;
import org.opora.registry.staff.domain.TrainingDuty.Status;
import org.opora.registry.staff.domain.TrainingDuty.Term;

/** C16: 24 hours in a calendar year, by twelfths. */
class TrainingDutyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private static int owed(Term term, Away... away) {
    return TrainingDuty.owed(24, TrainingDuty.months(2026, List.of(term), List.of(away)), 1);
  }

  private static int hours(int hours) {
    return hours * 60;
  }

  @Test
  void aWholeYearOwesAllHours() {
    assertEquals(hours(24), owed(new Term(LocalDate.of(2020, 1, 1), null, null)));
  }

  @Test
  void eachMonthBegunInThePostOwesATwelfth() {
    assertEquals(hours(20), owed(new Term(day(3, 31), null, null)));
    assertEquals(hours(18), owed(new Term(day(4, 1), null, null)));
    assertEquals(hours(6), owed(new Term(LocalDate.of(2020, 1, 1), day(3, 1), null)));
    assertEquals(hours(4), owed(new Term(LocalDate.of(2020, 1, 1), day(2, 28), null)));
    assertEquals(0, owed(new Term(LocalDate.of(2027, 1, 1), null, null)));
    assertEquals(0, owed(new Term(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 12, 31), null)));
  }

  @Test
  void probationOwesNothing() {
    assertEquals(hours(18), owed(new Term(day(1, 1), null, day(3, 31))));
    assertEquals(hours(18), owed(new Term(day(1, 1), null, day(4, 29))));
    assertEquals(0, owed(new Term(day(1, 1), day(3, 31), day(3, 31))), "left in probation");
  }

  @Test
  void twoPostsOwnOneMonthOnce() {
    List<Term> posts =
        List.of(new Term(day(1, 1), day(6, 30), null), new Term(day(6, 1), null, null));
    assertEquals(12, TrainingDuty.months(2026, posts, List.of()));
  }

  @Test
  void onlyAnAbsenceLongerThanAMonthTakesATwelfthOff() {
    Term term = new Term(LocalDate.of(2020, 1, 1), null, null);
    assertEquals(hours(24), owed(term, new Away(day(2, 1), day(2, 28))), "a month exactly");
    assertEquals(hours(22), owed(term, new Away(day(2, 1), day(3, 1))), "a month and a day");
    assertEquals(hours(22), owed(term, new Away(day(1, 15), day(2, 20))));
    assertEquals(hours(20), owed(term, new Away(day(1, 15), day(3, 14))), "two months");
    assertEquals(
        hours(24),
        owed(term, new Away(day(2, 1), day(2, 20)), new Away(day(3, 1), day(3, 20))),
        "short ones are not added up");
  }

  @Test
  void aMonthAwayCountsInTheYearInWhichItBegins() {
    Away winter = new Away(LocalDate.of(2025, 12, 15), day(1, 20));
    List<Term> posts = List.of(new Term(LocalDate.of(2020, 1, 1), null, null));
    assertEquals(11, TrainingDuty.months(2025, posts, List.of(winter)));
    assertEquals(12, TrainingDuty.months(2026, posts, List.of(winter)));
    assertEquals(1, TrainingDuty.monthsAway(2025, List.of(winter)));
    assertEquals(0, TrainingDuty.monthsAway(2026, List.of(winter)));
  }

  @Test
  void anAbsenceInProbationTakesNothingOffTwice() {
    assertEquals(
        hours(18), owed(new Term(day(1, 1), null, day(3, 31)), new Away(day(1, 1), day(2, 28))));
  }

  @Test
  void howTheAccountStands() {
    assertEquals(Status.NOT_OWED, account(0, 0, 0, null, null).on(2026, TODAY));
    assertEquals(Status.FULFILLED, account(12, 24, 24, null, null).on(2026, TODAY));
    Account short1 =
        new Account(12, hours(24), hours(24) - 1, new Pair(2025, hours(48), hours(48) - 1), null);
    assertEquals(Status.OPEN, short1.on(2026, TODAY));
    assertEquals(Status.MISSED, short1.on(2026, LocalDate.of(2027, 1, 1)));
    assertEquals(1, short1.missing());
    assertEquals(Status.FULFILLED_IN_TWO, account(12, 24, 10, 48, null).on(2026, TODAY));
    assertEquals(Status.OPEN, account(12, 24, 10, null, null).on(2026, TODAY));
  }

  @Test
  void hoursAreMadeUpInTheYearAfter() {
    Account made = account(12, 24, 10, null, 48);
    assertEquals(Status.FULFILLED_IN_TWO, made.on(2025, TODAY));
    assertEquals(2026, made.pair().first());
    Account running = account(12, 24, 10, 20, 30);
    assertEquals(Status.OPEN_IN_TWO, running.on(2025, TODAY), "the second year still runs");
    assertEquals(Status.MISSED, running.on(2024, TODAY), "both years are over");
  }

  private static Account account(
      int months, int owed, int done, Integer withBefore, Integer withAfter) {
    return new Account(
        months,
        hours(owed),
        hours(done),
        withBefore == null ? null : new Pair(2025, hours(48), hours(withBefore)),
        withAfter == null ? null : new Pair(2026, hours(48), hours(withAfter)));
  }
}
