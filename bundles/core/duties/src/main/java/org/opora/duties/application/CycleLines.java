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
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.files.CareFacts;
import org.opora.api.text.Text;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Standing;
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
            RuleBook.figures(rule.atTheEnd()),
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
    Silence silence = silence(agreement, drafted);
    CycleFacts facts =
        new CycleFacts(
            agreement.concludedOn(),
            agreement.endsOn(),
            drafted.stream().map(fact -> report(about, fact)).toList(),
            silence,
            known.excuses(entry, about));
    shape
        .assess(facts, known.asOf())
        .ifPresent(
            answer -> {
              if (answer.next().nextBy() != null && !endedUnheard(agreement, silence, answer)) {
                lines.add(next(agreement, about, answer));
              }
              answer.reports().forEach(one -> addDeliveries(lines, agreement, about, one));
            });
  }

  /** A last report that was taken over is the last one: only before it is nothing known. */
  private Silence silence(CareFacts.History agreement, List<Fact> drafted) {
    LocalDate moved = agreement.movedIn();
    LocalDate told =
        drafted.stream()
            .filter(Fact::openingBalance)
            .map(Fact::on)
            .filter(day -> moved == null || day.isBefore(moved))
            .max(Comparator.naturalOrder())
            .orElse(moved);
    return known.silence(told, kinds(rule).toList());
  }

  /**
   * Of an agreement that was over before anybody could write down a report, nobody asks for one.
   */
  private static boolean endedUnheard(
      CareFacts.History agreement, Silence silence, CycleAnswer answer) {
    return answer.next().counted() == CycleAnswer.Counted.END
        && answer.next().standing() == Standing.NOT_ASSESSED
        && silence.beforeAll(agreement.endsOn());
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
    Draft draft =
        new Draft(entry, Who.family(agreement), Who.of(agreement))
            .stands(next.standing(), next.due())
            .detail(reports(about, answer))
            .proven(proofs(about));
    return (end ? atTheEnd(draft, next) : inTheCycle(draft, next)).line();
  }

  private Draft inTheCycle(Draft draft, CycleAnswer.Next next) {
    Parameter<Period> figure = Known.figure(rule.period(), next.start());
    return draft
        .by(figure, known.trust(rule.periodFigure(), figure))
        .says(
            rule.reasons().origin(),
            sentence(Draft.status(next.standing())),
            next.start(),
            next.nextBy(),
            away(next.nextBy()),
            figure.value().toTotalMonths(),
            figure.paragraph());
  }

  private Draft atTheEnd(Draft draft, CycleAnswer.Next next) {
    Parameter<Integer> figure = Known.figure(rule.atTheEnd(), next.start());
    return draft
        .by(figure, known.trust(rule.endFigure(), figure))
        .says(
            rule.reasons().origin(),
            endSentence(Draft.status(next.standing())),
            next.start(),
            next.nextBy(),
            away(next.nextBy()),
            figure.value(),
            figure.paragraph());
  }

  /** Days until then, or since. */
  private long away(LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(known.asOf(), day));
  }

  private String sentence(Duties.Status status) {
    CycleRule.Reasons reasons = rule.reasons();
    return switch (status) {
      case OVERDUE, JUSTIFIED -> reasons.overdue();
      case DUE_SOON -> reasons.dueSoon();
      case OK, NOT_APPLICABLE -> reasons.running();
      case NOT_ASSESSED -> reasons.unknown();
    };
  }

  private String endSentence(Duties.Status status) {
    CycleRule.Reasons reasons = rule.reasons();
    return switch (status) {
      case OVERDUE, JUSTIFIED -> reasons.endOverdue();
      case DUE_SOON, OK, NOT_APPLICABLE -> reasons.atTheEnd();
      case NOT_ASSESSED -> reasons.endUnknown();
    };
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
    Fact addressed = addressed(about, UUID.fromString(delivery.addressee()));
    CycleRule.Reasons reasons = rule.reasons();
    return new Draft(entry, Who.family(agreement), Who.of(agreement))
        .stands(once.standing(), once.due())
        .by(figure, known.trust(rule.deliveryFigure(), figure))
        .says(
            reasons.origin(),
            deliverySentence(Draft.status(once.standing())),
            report.drafted(),
            once.due(),
            away(once.due()),
            figure.value(),
            figure.paragraph(),
            Text.of(reasons.origin(), reasons.addressee(addressed.form())))
        .ref(delivery.addressee())
        .detail(new Duties.Reports(List.of(report(about, report)), 0))
        .proven(List.of(addressed))
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
