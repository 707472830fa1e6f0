package org.opora.duties.domain.deadline;

import java.time.LocalDate;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Law;
import org.opora.duties.domain.Leaves;
import org.opora.duties.domain.Standing;

/** A deadline told by {@link Leaves}, one by one. */
record DeadlineByLeaves(TermKind kind, Law numbers, Law extensions, LocalDate asOf) {
  enum TermKind {
    DAYS,
    MONTHS,
    NEXT_MONTH,
    NEXT_YEAR,
    STATED
  }

  /** Null when there is nothing to answer. */
  DueOnce answer(DeadlineFacts facts) {
    Integer number = numbers.on(facts.event());
    if (number == null || facts.event().isAfter(asOf)) {
      return null;
    }
    boolean done = facts.done() != null && !facts.done().isAfter(asOf);
    LocalDate due = due(facts, number);
    if (due == null) {
      return new DueOnce(null, done ? facts.done() : null, Standing.NOT_APPLICABLE, 0);
    }
    return done ? done(facts, due) : open(facts, due);
  }

  private DueOnce done(DeadlineFacts facts, LocalDate due) {
    int late = Leaves.distance(due, facts.done());
    LocalDate eve = facts.done().minusDays(1);
    boolean excused = late > 0 && Leaves.allMarked(facts.excused(), due, eve);
    return new DueOnce(due, facts.done(), excused ? Standing.JUSTIFIED : Standing.OK, late);
  }

  private DueOnce open(DeadlineFacts facts, LocalDate due) {
    int late = Leaves.distance(due, asOf);
    boolean silent = Leaves.marked(facts.silence().days(), asOf);
    boolean was = Leaves.lastMarked(facts.silence().days(), facts.event(), asOf) != null;
    return silent || (was && late > 0)
        ? new DueOnce(due, null, Standing.NOT_ASSESSED, 0)
        : new DueOnce(
            due, null, Standing.valueOf(Leaves.standing(due, asOf, facts.excused())), late);
  }

  private LocalDate due(DeadlineFacts facts, int number) {
    LocalDate due = plain(facts, number);
    if (due == null || facts.extended() == null || facts.extended().isAfter(asOf)) {
      return due;
    }
    Integer more = extensions.on(facts.event());
    return more == null || facts.extended().isAfter(due) ? due : Leaves.monthsAfter(due, more);
  }

  private LocalDate plain(DeadlineFacts facts, int number) {
    LocalDate leaf = facts.event();
    return switch (kind) {
      case DAYS -> Leaves.daysAfter(leaf, number);
      case MONTHS -> Leaves.monthsAfter(leaf, number);
      case NEXT_MONTH -> {
        int month = leaf.getMonthValue();
        while (leaf.getMonthValue() == month) {
          leaf = leaf.plusDays(1);
        }
        yield dayOfThisMonth(leaf, number);
      }
      case NEXT_YEAR -> {
        int year = leaf.getYear();
        while (leaf.getYear() == year || leaf.getMonthValue() != 2) {
          leaf = leaf.plusDays(1);
        }
        yield dayOfThisMonth(leaf, number);
      }
      case STATED -> facts.stated();
    };
  }

  /** From the first leaf of a month to the one with the number, or the last of the month. */
  private static LocalDate dayOfThisMonth(LocalDate first, int number) {
    LocalDate leaf = first;
    while (leaf.getDayOfMonth() < number
        && leaf.plusDays(1).getMonthValue() == first.getMonthValue()) {
      leaf = leaf.plusDays(1);
    }
    return leaf;
  }
}
