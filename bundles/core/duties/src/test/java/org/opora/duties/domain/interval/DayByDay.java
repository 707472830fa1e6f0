package org.opora.duties.domain.interval;

import java.time.LocalDate;
import java.util.List;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Law;
import org.opora.duties.domain.Leaves;

/**
 * The same law of the interval told another way: by {@link Leaves}, one by one.
 *
 * @param law months through the years
 * @param asOf the day asked for
 */
record DayByDay(Law law, LocalDate asOf) {
  /**
   * @param nextBy also while nobody can say
   */
  record Answer(String standing, LocalDate due, LocalDate nextBy) {}

  /** Null while the law asks nothing. */
  Answer answer(IntervalFacts facts) {
    LocalDate seen = seen(facts);
    LocalDate start = law.from(seen == null ? facts.began() : seen, asOf);
    if (start == null) {
      return null;
    }
    List<Days> silent = facts.silence().days();
    LocalDate due = due(start, facts.began());
    if (Leaves.marked(silent, asOf)) {
      return new Answer("NOT_ASSESSED", null, whenItEnds(facts, due));
    }
    LocalDate lastSilent = Leaves.lastMarked(silent, start.plusDays(1), asOf);
    if (!due.isBefore(asOf) || lastSilent == null) {
      return plain(due, facts);
    }
    return afterSilence(facts, due, lastSilent.plusDays(1));
  }

  /** Everything known up to the day, leaf by leaf: later leaves win. */
  private LocalDate seen(IntervalFacts facts) {
    LocalDate seen = null;
    LocalDate leaf = asOf.minusDays(1500);
    while (!leaf.isAfter(asOf)) {
      boolean broughtAlong = leaf.equals(facts.elsewhere()) && !leaf.isAfter(facts.began());
      if (leaf.equals(facts.last()) || broughtAlong) {
        seen = leaf;
      }
      leaf = leaf.plusDays(1);
    }
    return seen;
  }

  private LocalDate due(LocalDate start, LocalDate began) {
    LocalDate due = Leaves.monthsAfter(start, law.on(start));
    while (due.isBefore(began)) {
      due = due.plusDays(1);
    }
    return due;
  }

  private LocalDate whenItEnds(IntervalFacts facts, LocalDate due) {
    LocalDate end = Leaves.unmarked(facts.silence().days(), asOf);
    if (end == null || !due.isBefore(end)) {
      return due;
    }
    LocalDate start = law.from(end, asOf);
    return start == null ? due : due(start, facts.began());
  }

  private Answer afterSilence(IntervalFacts facts, LocalDate due, LocalDate heardAgain) {
    LocalDate start = law.from(heardAgain, asOf);
    if (start == null) {
      return null;
    }
    LocalDate again = due(start, facts.began());
    if (!again.isAfter(due)) {
      return plain(due, facts);
    }
    boolean far = !asOf.isAfter(again) && Leaves.distance(asOf, again) > 14;
    return far && start.equals(heardAgain)
        ? new Answer("NOT_ASSESSED", null, again)
        : plain(again, facts);
  }

  private Answer plain(LocalDate due, IntervalFacts facts) {
    return new Answer(Leaves.standing(due, asOf, facts.excused()), due, due);
  }
}
