package org.opora.duties.application;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.EntitlementRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.Fact;
import org.opora.api.files.CareFacts;
import org.opora.api.ids.CaseFileId;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.entitlement.EntitlementBalance;
import org.opora.duties.domain.entitlement.EntitlementEntry;
import org.opora.duties.domain.entitlement.EntitlementFacts;
import org.opora.duties.domain.entitlement.EntitlementGround;
import org.opora.duties.domain.entitlement.EntitlementShape;
import org.opora.duties.domain.entitlement.EntitlementUnit;
import org.opora.duties.domain.entitlement.EntitlementYear;

/**
 * Makes the lines of one right, for each carer or for each child: the ledger of this year, and the
 * one of last year where more was used than the right and nobody has written down why, because
 * until now nobody may have said what follows from that.
 */
final class EntitlementLines {
  private final RuleBook.Entry<EntitlementRule> entry;
  private final EntitlementRule rule;
  private final Known known;
  private final Lives lives;
  private final EntitlementShape shape;

  EntitlementLines(RuleBook.Entry<EntitlementRule> entry, Known known, Lives lives) {
    this.entry = entry;
    this.rule = entry.rule();
    this.known = known;
    this.lives = lives;
    this.shape = new EntitlementShape(EntitlementUnit.DAYS, RuleBook.figures(rule.days()), false);
  }

  void addTo(List<Duties.Line> lines, CareFacts.History agreement) {
    List<CareFacts.Part> whose = rule.children() ? agreement.children() : agreement.carers();
    lives.now(whose).forEach(part -> add(lines, agreement, part));
  }

  private void add(List<Duties.Line> lines, CareFacts.History agreement, CareFacts.Part part) {
    List<Fact> facts = known.facts().anywhere(rule.evidence(), part.person());
    List<Fact> used = facts.stream().filter(fact -> !fact.openingBalance()).toList();
    List<Days> entitled = new ArrayList<>(elsewhere(agreement.file(), part, used));
    if (rule.children()) {
      lives
          .placed(agreement.file(), part.person())
          .flatMap(days -> oldEnough(part, days).stream())
          .forEach(entitled::add);
    } else {
      lives.caring(part.person()).forEach(span -> entitled.addAll(withAChild(span)));
    }
    List<EntitlementYear> years =
        shape.assess(
            new EntitlementFacts(
                entitled,
                used.stream().map(this::entry).toList(),
                List.of(),
                null,
                opening(facts),
                known.silence(agreement.movedIn(), List.of(rule.evidence()))),
            known.asOf());
    Year now = Year.from(known.asOf());
    for (EntitlementYear year : years) {
      if (year.year().equals(now)) {
        line(agreement, part, facts, year, null).ifPresent(lines::add);
      } else if (year.year().equals(now.minusYears(1)) && year.ground() == EntitlementGround.OVER) {
        line(agreement, part, facts, year, year.year().toString()).ifPresent(lines::add);
      }
    }
  }

  /**
   * What was used in another family was used with a right there; nobody has to look into it. A
   * child who was too young for it is that in every family.
   */
  private List<Days> elsewhere(CaseFileId here, CareFacts.Part part, List<Fact> used) {
    return used.stream()
        .filter(fact -> !Objects.equals(fact.about().file(), here))
        .map(EntitlementLines::days)
        .flatMap(days -> rule.children() ? oldEnough(part, days).stream() : Stream.of(days))
        .toList();
  }

  private static Days days(Fact fact) {
    return new Days(fact.on(), fact.until() == null ? fact.on() : fact.until());
  }

  private List<Days> withAChild(Lives.Span<CareFacts.History> span) {
    if (rule.childAge().isEmpty()) {
      return List.of(span.days());
    }
    return span.agreement().children().stream()
        .flatMap(
            child ->
                Lives.under(span.agreement(), child)
                    .flatMap(days -> Lives.both(days, span.days()))
                    .flatMap(days -> oldEnough(child, days))
                    .stream())
        .toList();
  }

  /** A child whose day of birth nobody knows is old enough: it is a right. */
  private Optional<Days> oldEnough(CareFacts.Part child, Days days) {
    Optional<Integer> age =
        rule.childAge().stream()
            .filter(one -> one.holdsOn(known.asOf()))
            .map(Parameter::value)
            .findFirst();
    return age.isEmpty() || child.birthDate() == null
        ? Optional.of(days)
        : Lives.both(days, new Days(child.birthDate().plusYears(age.get()), null));
  }

  private EntitlementEntry entry(Fact fact) {
    return new EntitlementEntry(days(fact), 0, Objects.equals(rule.justified(), fact.form()));
  }

  private static EntitlementBalance opening(List<Fact> facts) {
    return facts.stream()
        .filter(Fact::openingBalance)
        .filter(fact -> fact.quantity() != null)
        .max(Comparator.comparing(Fact::on))
        .map(
            fact ->
                new EntitlementBalance(
                    fact.on(), fact.quantity().setScale(0, RoundingMode.UP).intValueExact()))
        .orElse(null);
  }

  private Optional<Duties.Line> line(
      CareFacts.History agreement,
      CareFacts.Part part,
      List<Fact> facts,
      EntitlementYear year,
      String ref) {
    LocalDate first = year.year().atDay(1);
    Optional<Parameter<Integer>> figure =
        rule.days().stream()
            .filter(one -> one.holdsOn(first) || one.holdsOn(last(year)))
            .min(Comparator.comparing(Parameter::from));
    return figure
        .filter(one -> year.ground() != EntitlementGround.NOT_ENTITLED)
        .map(one -> line(agreement, part, facts, year, one, ref));
  }

  /** The last day of the year that is over by now. */
  private LocalDate last(EntitlementYear year) {
    LocalDate last = year.year().atMonth(Month.DECEMBER).atEndOfMonth();
    return last.isBefore(known.asOf()) ? last : known.asOf();
  }

  private Duties.Line line(
      CareFacts.History agreement,
      CareFacts.Part part,
      List<Fact> facts,
      EntitlementYear year,
      Parameter<Integer> figure,
      String ref) {
    SubjectKind kind = rule.children() ? SubjectKind.CHILD : SubjectKind.CARER;
    return new Draft(entry, Who.family(agreement), Who.of(kind, part))
        .stands(year.standing(), null)
        .by(figure, trust(year, figure))
        .says(
            rule.reasons().origin(),
            sentence(year.ground()),
            year.year().toString(),
            year.amount(),
            year.use().used(),
            year.left(),
            year.over(),
            figure.paragraph())
        .ref(ref)
        .detail(
            new Duties.Ledger(
                year.year(),
                true,
                year.amount(),
                year.use().used(),
                year.left(),
                year.over(),
                year.overJustified(),
                year.use().notCounted()))
        .proven(proofs(facts, year))
        .line();
  }

  /** Without what is in the opening balance of the year. */
  private List<Fact> proofs(List<Fact> facts, EntitlementYear year) {
    LocalDate last = last(year);
    LocalDate since =
        Optional.ofNullable(opening(facts))
            .map(EntitlementBalance::on)
            .filter(on -> Year.from(on).equals(year.year()))
            .orElse(year.year().atDay(1));
    return facts.stream().filter(fact -> days(fact).meet(since, last)).toList();
  }

  /** Of every figure that took part. */
  private Trust trust(EntitlementYear year, Parameter<Integer> figure) {
    return Known.weakest(
        Stream.of(
                Stream.of(known.trust(rule.daysFigure(), figure)),
                trust(rule.ageFigure(), rule.childAge(), true),
                trust(rule.begunDayFigure(), rule.begunDay(), year.use().used() > 0),
                trust(rule.reasonedFigure(), rule.reasoned(), year.over() > 0))
            .flatMap(all -> all));
  }

  private Stream<Trust> trust(String id, List<? extends Parameter<?>> dated, boolean tookPart) {
    return dated.stream()
        .filter(one -> tookPart && one.holdsOn(known.asOf()))
        .map(one -> known.trust(id, one));
  }

  private String sentence(EntitlementGround ground) {
    EntitlementRule.Reasons reasons = rule.reasons();
    return switch (ground) {
      case OPEN, LAPSED -> reasons.open();
      case USED_UP -> reasons.usedUp();
      case OVER -> reasons.over();
      case OVER_JUSTIFIED -> reasons.overJustified();
      case UNKNOWN -> reasons.unknown();
      case NOT_NOW, NOT_ENTITLED -> reasons.notNow();
    };
  }
}
