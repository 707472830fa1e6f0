package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CentreRecurrence;
import org.opora.api.evidence.Fact;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.recurrence.Recurrence;
import org.opora.duties.domain.recurrence.RecurrenceFacts;
import org.opora.duties.domain.recurrence.RecurrenceShape;

/** Makes the line of what is done again and again while something lasts. */
record CentreRecurrenceLine(Promised promised, CentreRecurrence rule, Known known) {
  private static final Figures<Integer> NONE = new Figures<>(List.of());

  Optional<Duties.Line> of(Beginning beginning, Draft draft) {
    List<Fact> done = beginning.followedBy(known, rule.done());
    List<Fact> counted =
        rule.counted() == null ? List.of() : beginning.followedBy(known, rule.counted());
    RecurrenceFacts facts =
        new RecurrenceFacts(
            beginning.lasting(),
            done.stream().map(Fact::on).toList(),
            counted.stream().map(Fact::on).toList(),
            beginning.silence(),
            beginning.excused());
    return shape()
        .assess(facts, known.asOf())
        .map(
            found ->
                line(
                    draft
                        .ref(beginning.ref())
                        .proven(beginning.with(since(found.start(), done, counted))),
                    found));
  }

  private RecurrenceShape shape() {
    return new RecurrenceShape(
        promised.figures(rule.every(), Period::ofMonths),
        rule.times() == null ? NONE : promised.figures(rule.times(), number -> number),
        rule.within() == null ? NONE : promised.figures(rule.within(), number -> number),
        Known.SOON);
  }

  /** What the date was reckoned from: the last time, and what was counted since. */
  private static List<Fact> since(LocalDate start, List<Fact> done, List<Fact> counted) {
    return Stream.concat(
            done.stream().filter(fact -> fact.on().equals(start)),
            counted.stream().filter(fact -> !fact.on().isBefore(start)))
        .sorted(Comparator.comparing(Fact::on))
        .toList();
  }

  private Duties.Line line(Draft draft, Recurrence found) {
    return draft
        .stands(found.standing(), found.due())
        .says(
            rule.reasons().origin(),
            sentence(found),
            found.start(),
            found.nextBy(),
            Math.abs(ChronoUnit.DAYS.between(known.asOf(), found.nextBy())),
            promised.number(rule.every(), found.start()),
            found.count(),
            rule.times() == null ? 0 : promised.number(rule.times(), found.start()))
        .line();
  }

  private String sentence(Recurrence found) {
    CentreRecurrence.Reasons reasons = rule.reasons();
    return switch (Draft.status(found.standing())) {
      case OVERDUE, JUSTIFIED -> found.often() ? reasons.oftenOverdue() : reasons.overdue();
      case DUE_SOON -> found.often() ? reasons.often() : reasons.dueSoon();
      case OK, NOT_APPLICABLE -> found.often() ? reasons.often() : reasons.running();
      case NOT_ASSESSED -> reasons.unknown();
    };
  }
}
