package org.opora.duties.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Term;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Kinds;
import org.opora.api.files.CareFacts;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.deadline.DeadlineFacts;
import org.opora.duties.domain.deadline.DeadlineShape;

/** Makes the lines of one deadline: one for each event that nothing has followed yet. */
final class DeadlineLines {
  private final RuleBook.Entry<DeadlineRule> entry;
  private final DeadlineRule rule;
  private final Known known;
  private final DeadlineShape shape;

  DeadlineLines(RuleBook.Entry<DeadlineRule> entry, Known known) {
    this.entry = entry;
    this.rule = entry.rule();
    this.known = known;
    this.shape =
        new DeadlineShape(
            new Figures<>(
                rule.terms().stream()
                    .map(one -> new Figure<>(term(one.value()), one.from(), one.until()))
                    .toList()),
            RuleBook.figures(rule.extensions()),
            Known.SOON);
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

  /** Whether agreements owe it, and not only people of a family or the house. */
  static boolean ofAgreements(RuleBook.Entry<DeadlineRule> entry) {
    return entry.rule().about().contains(SubjectKind.AGREEMENT);
  }

  /** Whether it is owed while there is no agreement yet. */
  static boolean ofPrepared(RuleBook.Entry<DeadlineRule> entry) {
    return entry.rule().event().equals(Kinds.AGREEMENT_OWED);
  }

  /** What is owed to or by the people of a family. */
  void addTo(List<Duties.Line> lines, CareFacts.InForce agreement) {
    for (Duties.Whom whom : Who.of(agreement, rule.about())) {
      About about = About.person(agreement.file(), whom.person());
      add(lines, Who.family(agreement), whom, about, agreement.movedIn());
    }
  }

  /** What was asked about an agreement is owed after its end, too. */
  void addTo(List<Duties.Line> lines, CareFacts.History agreement) {
    if (ofAgreements(entry)) {
      About about = About.agreement(agreement.file(), agreement.agreement());
      add(lines, Who.family(agreement), Who.of(agreement), about, agreement.movedIn());
    }
  }

  /** That an agreement is concluded at all; it keeps its key when it is. */
  void addTo(List<Duties.Line> lines, CareFacts.Prepared agreement) {
    if (ofPrepared(entry)) {
      About about = About.agreement(agreement.file(), agreement.agreement());
      add(lines, Who.family(agreement), Who.of(agreement), about, agreement.movedIn());
    }
  }

  /** What the house owes as such. */
  void addTo(List<Duties.Line> lines) {
    if (rule.about().contains(SubjectKind.CENTRE)) {
      add(lines, null, Who.centre(), About.centre(), null);
    }
  }

  private void add(
      List<Duties.Line> lines,
      Duties.Family family,
      Duties.Whom whom,
      About about,
      LocalDate movedIn) {
    for (Fact event : known.facts().of(rule.event(), about)) {
      line(family, whom, about, event, movedIn).ifPresent(lines::add);
    }
  }

  private Optional<Duties.Line> line(
      Duties.Family family, Duties.Whom whom, About about, Fact event, LocalDate movedIn) {
    Optional<Fact> extended = follows(about, event, rule.extended());
    Optional<Fact> done = follows(about, event, rule.done());
    DeadlineFacts facts =
        new DeadlineFacts(
            event.on(),
            event.until(),
            extended.map(Fact::on).orElse(null),
            done.map(Fact::on).orElse(null),
            known.silence(movedIn, kinds(rule).toList()),
            known.excuses(entry, about));
    return shape
        .assess(facts, known.asOf())
        .filter(found -> found.due() != null && found.done() == null)
        .map(found -> line(family, whom, event, extended, found));
  }

  /** The first of this kind that is tied to the event. */
  private Optional<Fact> follows(About about, Fact event, String kind) {
    return kind == null || event.ref() == null
        ? Optional.empty()
        : known.facts().of(kind, about).stream()
            .filter(fact -> Objects.equals(fact.ref(), event.ref()))
            .filter(fact -> !fact.on().isBefore(event.on()))
            .findFirst();
  }

  private Duties.Line line(
      Duties.Family family, Duties.Whom whom, Fact event, Optional<Fact> extended, DueOnce found) {
    Parameter<Term> figure = Known.figure(rule.terms(), event.on());
    return new Draft(entry, family, whom)
        .stands(found.standing(), found.due())
        .by(figure, trust(event, figure, extended))
        .says(
            rule.reasons().origin(),
            sentence(Draft.status(found.standing())),
            event.on(),
            found.due(),
            Math.abs(ChronoUnit.DAYS.between(known.asOf(), found.due())),
            figure.paragraph())
        .ref(event.ref() == null ? event.source().toString() : event.ref())
        .proven(Stream.concat(Stream.of(event), extended.stream()).toList())
        .line();
  }

  private Trust trust(Fact event, Parameter<Term> figure, Optional<Fact> extended) {
    return Known.weakest(
        Stream.concat(
            Stream.of(known.trust(rule.termFigure(), figure)),
            extended.stream()
                .flatMap(said -> rule.extensions().stream())
                .filter(one -> one.holdsOn(event.on()))
                .map(one -> known.trust(rule.extensionFigure(), one))));
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
