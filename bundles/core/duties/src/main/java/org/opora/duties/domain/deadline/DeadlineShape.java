package org.opora.duties.domain.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Watch;

/**
 * An event, and by when something has to follow it. The figures of the law that apply are those of
 * the day of the event.
 *
 * <p>It is a single thing: where it may have been done while nothing was known, nobody can ever
 * call it missed; who knows better writes down the day on which it was done.
 *
 * @param terms by when, through the years
 * @param extensions by how much it may be made longer, through the years; none where it may not
 * @param soon how many days before the due date, that day included, are "soon"
 */
public record DeadlineShape(Figures<Term> terms, Figures<Period> extensions, int soon) {
  /**
   * Where it stands.
   *
   * @param facts known on {@code asOf}; what happened later does not count
   * @return empty before the event, and for an event of which the law asked nothing
   */
  public Optional<DueOnce> assess(DeadlineFacts facts, LocalDate asOf) {
    Watch watch = new Watch(asOf, soon, facts.silence(), facts.excused());
    return watch.unknown(facts.event())
        ? Optional.empty()
        : terms.on(facts.event()).map(term -> assess(term, facts, watch));
  }

  private DueOnce assess(Term term, DeadlineFacts facts, Watch watch) {
    return term.after(facts.event(), facts.stated())
        .map(due -> DueOnce.assess(facts.event(), extended(due, facts, watch), facts.done(), watch))
        .orElseGet(() -> DueOnce.notAsked(watch.unknown(facts.done()) ? null : facts.done()));
  }

  /**
   * It can be made longer as long as the time runs, its last day included. Counted from the date
   * that is moved, because where a month is too short this is the earlier of two readings.
   */
  private LocalDate extended(LocalDate due, DeadlineFacts facts, Watch watch) {
    LocalDate day = facts.extended();
    if (watch.unknown(day) || day.isAfter(due)) {
      return due;
    }
    return extensions.on(facts.event()).map(due::plus).orElse(due);
  }
}
