package org.opora.duties.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CentreDeadline;
import org.opora.api.evidence.Fact;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.deadline.DeadlineFacts;
import org.opora.duties.domain.deadline.DeadlineShape;
import org.opora.duties.domain.deadline.Term;

/** Makes the line of an event that nothing has followed yet. */
record CentreDeadlineLine(Promised promised, CentreDeadline rule, Known known) {
  Optional<Duties.Line> of(Beginning event, Draft draft) {
    DeadlineFacts facts =
        new DeadlineFacts(
            event.day(), event.fact().until(), null, done(event), event.silence(), event.excused());
    return new DeadlineShape(terms(), new Figures<>(List.of()), Known.SOON)
        .assess(facts, known.asOf())
        .filter(found -> found.due() != null && found.done() == null)
        .map(found -> line(event, draft, found));
  }

  private Figures<Term> terms() {
    return rule.within() == null
        ? new Figures<>(List.of(new Figure<>(new Term.Stated(), LocalDate.MIN, null)))
        : promised.figures(rule.within(), this::term);
  }

  private Term term(int number) {
    return switch (rule.unit()) {
      case DAYS -> new Term.AfterDays(number);
      case MONTHS -> new Term.AfterMonths(number);
    };
  }

  private LocalDate done(Beginning event) {
    return event.followedBy(known, rule.done()).stream()
        .map(Fact::on)
        .filter(day -> !day.isBefore(event.day()))
        .findFirst()
        .orElse(null);
  }

  private Duties.Line line(Beginning event, Draft draft, DueOnce found) {
    return draft
        .stands(found.standing(), found.due())
        .says(
            rule.reasons().origin(),
            sentence(Draft.status(found.standing())),
            event.day(),
            found.due(),
            Math.abs(ChronoUnit.DAYS.between(known.asOf(), found.due())),
            rule.within() == null ? 0 : promised.number(rule.within(), event.day()))
        .ref(event.ref())
        .proven(List.of(event.fact()))
        .line();
  }

  private String sentence(Duties.Status status) {
    CentreDeadline.Reasons reasons = rule.reasons();
    return switch (status) {
      case OVERDUE, JUSTIFIED -> reasons.overdue();
      case DUE_SOON -> reasons.dueSoon();
      case NOT_ASSESSED -> reasons.unknown();
      case OK, NOT_APPLICABLE -> reasons.running();
    };
  }
}
