package org.opora.duties.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Term;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Facts;
import org.opora.api.files.CareFacts;
import org.opora.api.text.Text;
import org.opora.duties.domain.DoBy;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.deadline.DeadlineFacts;
import org.opora.duties.domain.deadline.DeadlineShape;

/** Makes the lines of one deadline: one for each event that nothing has followed yet. */
final class DeadlineLines {
  private final RuleBook.Entry<DeadlineRule> entry;
  private final DeadlineRule rule;
  private final Facts facts;
  private final LocalDate asOf;
  private final TrustMarks.Marks marks;
  private final DeadlineShape shape;

  /**
   * @param facts of the {@link #kinds} up to the day, of every file that lines are made for
   */
  DeadlineLines(
      RuleBook.Entry<DeadlineRule> entry, Facts facts, LocalDate asOf, TrustMarks.Marks marks) {
    this.entry = entry;
    this.rule = entry.rule();
    this.facts = facts;
    this.asOf = asOf;
    this.marks = marks;
    this.shape =
        new DeadlineShape(
            new Figures<>(
                rule.terms().stream()
                    .map(one -> new Figure<>(term(one.value()), one.from(), one.until()))
                    .toList()),
            new Figures<>(
                rule.extensions().stream()
                    .map(one -> new Figure<>(one.value(), one.from(), one.until()))
                    .toList()),
            LineMaker.SOON);
  }

  /** What the rule is reckoned from. */
  static Stream<String> kinds(DeadlineRule rule) {
    return Stream.of(rule.event(), rule.done(), rule.extended()).filter(Objects::nonNull);
  }

  private static org.opora.duties.domain.deadline.Term term(Term term) {
    return switch (term.kind()) {
      case DAYS -> new org.opora.duties.domain.deadline.Term.AfterDays(term.number());
      case MONTHS -> new org.opora.duties.domain.deadline.Term.AfterMonths(term.number());
      case DAY_OF_NEXT_MONTH ->
          new org.opora.duties.domain.deadline.Term.DayOfNextMonth(term.number());
      case DAY_OF_NEXT_YEAR -> new org.opora.duties.domain.deadline.Term.DayOfNextYear(term.day());
      case STATED -> new org.opora.duties.domain.deadline.Term.Stated();
    };
  }

  void addTo(List<Duties.Line> lines, CareFacts.InForce agreement) {
    for (Who who : Who.everybody(agreement)) {
      for (Fact event : facts.in(agreement.file(), rule.event(), who.person())) {
        line(agreement, who, event).ifPresent(lines::add);
      }
    }
  }

  private Optional<Duties.Line> line(CareFacts.InForce agreement, Who who, Fact event) {
    DeadlineFacts known =
        new DeadlineFacts(
            event.on(),
            event.until(),
            day(agreement, who, event, rule.extended()),
            day(agreement, who, event, rule.done()),
            Silence.before(agreement.movedIn()),
            List.of());
    return shape
        .assess(known, asOf)
        .filter(found -> found.due() != null && found.done() == null)
        .map(found -> line(agreement, who, event, found));
  }

  /** The first day of this kind that is tied to the event; null when there is none. */
  private LocalDate day(CareFacts.InForce agreement, Who who, Fact event, String kind) {
    return kind == null
        ? null
        : facts.in(agreement.file(), kind, who.person()).stream()
            .filter(fact -> Objects.equals(fact.ref(), event.ref()))
            .map(Fact::on)
            .filter(day -> !day.isBefore(event.on()))
            .findFirst()
            .orElse(null);
  }

  private Duties.Line line(CareFacts.InForce agreement, Who who, Fact event, DueOnce found) {
    Parameter<Term> figure =
        rule.terms().stream().filter(one -> one.holdsOn(event.on())).findFirst().orElseThrow();
    Duties.Status status = LineMaker.status(found.standing());
    LocalDate due = status == Duties.Status.NOT_ASSESSED ? null : found.due();
    return new Duties.Line(
        rule.id(),
        entry.setName(),
        agreement.file(),
        agreement.number(),
        agreement.familyName(),
        who.kind(),
        who.person(),
        who.name(),
        who.birthDate(),
        due,
        due == null ? null : DoBy.lastWorkingDay(due, entry.set()::workingDay),
        status,
        rule.title(),
        Text.of(
            rule.reasons().origin(),
            sentence(status),
            event.on(),
            found.due(),
            Math.abs(ChronoUnit.DAYS.between(asOf, found.due())),
            figure.paragraph()),
        figure.paragraph(),
        marks.of(entry, figure),
        event.ref() == null ? event.source().toString() : event.ref());
  }

  private String sentence(Duties.Status status) {
    DeadlineRule.Reasons reasons = rule.reasons();
    return switch (status) {
      case OVERDUE, JUSTIFIED -> reasons.overdue();
      case DUE_SOON -> reasons.dueSoon();
      case NOT_ASSESSED -> reasons.unknown();
      case OK, NOT_APPLICABLE -> reasons.running();
    };
  }
}
