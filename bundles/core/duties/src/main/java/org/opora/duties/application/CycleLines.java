package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.files.CareFacts;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.cycle.CycleAnswer;
import org.opora.duties.domain.cycle.CycleFacts;
import org.opora.duties.domain.cycle.CycleShape;
import org.opora.duties.domain.cycle.NextReport;

/**
 * Makes the lines of the reports on an agreement: the next one, and each that is on its way to an
 * addressee. An agreement that has ended has them until its last report is there and delivered.
 */
final class CycleLines {
  private final RuleBook.Entry<CycleRule> entry;
  private final CycleRule rule;
  private final Known known;
  private final CycleShape shape;

  CycleLines(RuleBook.Entry<CycleRule> entry, Known known, NextReport next) {
    this.entry = entry;
    this.rule = entry.rule();
    this.known = known;
    this.shape =
        new CycleShape(
            RuleBook.figures(rule.period()),
            RuleBook.figures(rule.deliverWithin()),
            Known.SOON,
            next);
  }

  /** What the rule is reckoned from. */
  static Stream<String> kinds(CycleRule rule) {
    return Stream.of(rule.drafted(), rule.addressed(), rule.delivered());
  }

  void addTo(List<Duties.Line> lines, CareFacts.History agreement) {
    About about = About.agreement(agreement.file(), agreement.agreement());
    List<Fact> drafted = known.facts().of(rule.drafted(), about);
    CycleFacts facts =
        new CycleFacts(
            agreement.concludedOn(),
            agreement.endsOn(),
            drafted.stream().map(fact -> report(about, fact)).toList(),
            known.silence(agreement.movedIn(), kinds(rule).toList()),
            known.excuses(entry, about));
    shape
        .assess(facts, known.asOf())
        .ifPresent(
            answer -> {
              if (answer.next().nextBy() != null) {
                lines.add(next(agreement, about, answer));
              }
              answer.reports().forEach(one -> addDeliveries(lines, agreement, about, one));
            });
  }

  private CycleFacts.Report report(About about, Fact drafted) {
    CycleFacts.Kind kind =
        rule.finalForm().equals(drafted.form()) ? CycleFacts.Kind.FINAL : CycleFacts.Kind.REGULAR;
    return new CycleFacts.Report(
        drafted.on(),
        kind,
        addressed(about, drafted.ref())
            .map(fact -> new CycleFacts.Addressee(fact.source().toString(), delivered(about, fact)))
            .toList());
  }

  private Stream<Fact> addressed(About about, String report) {
    return known.facts().of(rule.addressed(), about).stream()
        .filter(fact -> Objects.equals(fact.ref(), report));
  }

  private LocalDate delivered(About about, Fact addressed) {
    return known.facts().of(rule.delivered(), about).stream()
        .filter(fact -> fact.source().equals(addressed.source()))
        .map(Fact::on)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Duties.Line next(CareFacts.History agreement, About about, CycleAnswer answer) {
    CycleAnswer.Next next = answer.next();
    boolean end = next.counted() == CycleAnswer.Counted.END;
    Parameter<Period> figure = Known.figure(rule.period(), next.start());
    Trust trust = known.trust(entry, figure);
    return new Draft(entry, Who.family(agreement), whom(agreement))
        .stands(next.standing(), next.due())
        .by(figure, end ? Known.weaker(trust, known.marks().atTheEnd(entry)) : trust)
        .says(
            rule.reasons().origin(),
            sentence(Draft.status(next.standing()), end),
            next.start(),
            next.nextBy(),
            Math.abs(ChronoUnit.DAYS.between(known.asOf(), next.nextBy())),
            figure.value().toTotalMonths(),
            figure.paragraph())
        .detail(reports(about, answer))
        .proven(proofs(about))
        .line();
  }

  private String sentence(Duties.Status status, boolean end) {
    CycleRule.Reasons reasons = rule.reasons();
    return switch (status) {
      case OVERDUE, JUSTIFIED -> end ? reasons.endOverdue() : reasons.overdue();
      case DUE_SOON -> end ? reasons.atTheEnd() : reasons.dueSoon();
      case OK, NOT_APPLICABLE -> end ? reasons.atTheEnd() : reasons.running();
      case NOT_ASSESSED -> reasons.unknown();
    };
  }

  private static Duties.Whom whom(CareFacts.History agreement) {
    return new Duties.Whom(SubjectKind.AGREEMENT, agreement.agreement().value(), null, null);
  }

  private Duties.Reports reports(About about, CycleAnswer answer) {
    return new Duties.Reports(
        answer.reports().stream().map(one -> report(about, one)).toList(), answer.missed());
  }

  private Duties.Report report(About about, CycleAnswer.Drafted one) {
    DueOnce answered = one.answered();
    return new Duties.Report(
        one.drafted(),
        answered.due(),
        Draft.status(answered.standing()),
        answered.late(),
        one.deliveries().stream().map(delivery -> delivery(about, delivery)).toList());
  }

  private Duties.Delivery delivery(About about, CycleAnswer.Delivery delivery) {
    UUID record = UUID.fromString(delivery.addressee());
    DueOnce once = delivery.delivered();
    return new Duties.Delivery(
        record,
        addressed(about, record).form(),
        once.due(),
        once.done(),
        Draft.status(once.standing()),
        once.late());
  }

  private Fact addressed(About about, UUID record) {
    return known.facts().of(rule.addressed(), about).stream()
        .filter(fact -> fact.source().equals(record))
        .findFirst()
        .orElseThrow();
  }

  private List<Fact> proofs(About about) {
    List<Fact> proofs = new ArrayList<>(known.facts().of(rule.drafted(), about));
    proofs.addAll(known.facts().of(rule.delivered(), about));
    proofs.sort(Comparator.comparing(Fact::on));
    return proofs;
  }

  private void addDeliveries(
      List<Duties.Line> lines,
      CareFacts.History agreement,
      About about,
      CycleAnswer.Drafted report) {
    for (CycleAnswer.Delivery delivery : report.deliveries()) {
      if (delivery.delivered().done() == null) {
        lines.add(delivery(agreement, about, report, delivery));
      }
    }
  }

  private Duties.Line delivery(
      CareFacts.History agreement,
      About about,
      CycleAnswer.Drafted report,
      CycleAnswer.Delivery delivery) {
    DueOnce once = delivery.delivered();
    Parameter<Integer> figure = Known.figure(rule.deliverWithin(), report.drafted());
    return new Draft(entry, Who.family(agreement), whom(agreement))
        .stands(once.standing(), once.due())
        .by(figure, known.trust(entry, figure))
        .says(
            rule.reasons().origin(),
            deliverySentence(Draft.status(once.standing())),
            report.drafted(),
            once.due(),
            Math.abs(ChronoUnit.DAYS.between(known.asOf(), once.due())),
            figure.value(),
            figure.paragraph())
        .ref(delivery.addressee())
        .detail(new Duties.Reports(List.of(report(about, report)), 0))
        .proven(List.of(addressed(about, UUID.fromString(delivery.addressee()))))
        .line();
  }

  private String deliverySentence(Duties.Status status) {
    CycleRule.Reasons reasons = rule.reasons();
    return switch (status) {
      case OVERDUE, JUSTIFIED -> reasons.deliveryOverdue();
      case DUE_SOON, OK, NOT_APPLICABLE -> reasons.delivery();
      case NOT_ASSESSED -> reasons.deliveryUnknown();
    };
  }
}
