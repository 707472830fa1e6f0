package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Fact;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.interval.Assessment;
import org.opora.duties.domain.interval.IntervalFacts;
import org.opora.duties.domain.interval.IntervalShape;

/** Makes the lines of one interval. */
final class IntervalLines {
  private final RuleBook.Entry<IntervalRule> entry;
  private final IntervalRule rule;
  private final Clocks clocks;
  private final Known known;
  private final Predicate<LocalDate> keeps;
  private final Lives lives;
  private final Trust eachChild;

  /**
   * @param lives which agreements chose the rules of now; only asked where some keep those of
   *     before
   * @param keeps whether the clock of a child that began on this day came along
   */
  IntervalLines(
      RuleBook.Entry<IntervalRule> entry,
      Clocks clocks,
      Known known,
      Lives lives,
      Predicate<LocalDate> keeps) {
    this.entry = entry;
    this.rule = entry.rule();
    this.clocks = clocks;
    this.known = known;
    this.lives = lives;
    this.eachChild = known.marks().eachChild(entry);
    this.keeps = keeps;
  }

  /** Nothing where neither the law asks for it under such an agreement nor this one promises it. */
  void addTo(List<Duties.Line> lines, CareFacts.InForce agreement) {
    RulesOf rules =
        new RulesOf(
            rule.formerRules(), agreement.concludedOn(), lives.optedIn(agreement.agreement()));
    PeriodOf period = PeriodOf.of(rule, rules, agreement, known);
    if (period.on(known.asOf()).isPresent()) {
      addTo(lines, agreement, period);
    }
  }

  private void addTo(List<Duties.Line> lines, CareFacts.InForce agreement, PeriodOf rules) {
    Figures<Period> figures = rules.figures();
    IntervalShape restarting = new IntervalShape(figures, Known.SOON, false);
    IntervalShape keeping = new IntervalShape(figures, Known.SOON, true);
    if (rule.carers()) {
      agreement
          .carers()
          .forEach(
              carer ->
                  add(
                      lines,
                      agreement,
                      Who.of(carer),
                      agreement.concludedOn(),
                      null,
                      rules,
                      restarting));
    }
    if (rule.children()) {
      agreement
          .children()
          .forEach(child -> addChild(lines, agreement, child, rules, keeping, restarting));
    }
  }

  private void addChild(
      List<Duties.Line> lines,
      CareFacts.InForce agreement,
      CaseFiles.Child child,
      PeriodOf rules,
      IntervalShape keeping,
      IntervalShape restarting) {
    LocalDate began = Clocks.began(agreement, child);
    boolean keep = keeps.test(began);
    add(
        lines,
        agreement,
        Who.of(child),
        began,
        keep ? clocks.elsewhere(agreement.file(), child.person(), began) : null,
        rules,
        keep ? keeping : restarting);
  }

  private void add(
      List<Duties.Line> lines,
      CareFacts.InForce agreement,
      Duties.Whom whom,
      LocalDate began,
      Clocks.Elsewhere elsewhere,
      PeriodOf rules,
      IntervalShape shape) {
    Evidence.Last here = clocks.here(agreement.file(), whom.person());
    About about = About.person(agreement.file(), whom.person());
    IntervalFacts facts =
        new IntervalFacts(
                began,
                here == null ? null : here.on(),
                elsewhere == null ? null : elsewhere.last().on(),
                agreement.movedIn())
            .with(known.sources().away(List.of(rule.evidence())), known.excuses(entry, about));
    List<Fact> proofs =
        Stream.of(
                here == null ? null : fact(agreement.file(), whom.person(), here),
                elsewhere == null ? null : fact(elsewhere.file(), whom.person(), elsewhere.last()))
            .filter(Objects::nonNull)
            .toList();
    shape
        .assess(facts, known.asOf())
        .ifPresent(found -> lines.add(line(agreement, whom, rules, found, proofs)));
  }

  private Fact fact(CaseFileId file, PersonId person, Evidence.Last last) {
    return new Fact(
        last.source(),
        last.origin(),
        rule.evidence(),
        About.person(file, person),
        last.on(),
        null,
        null,
        null,
        null,
        null,
        last.openingBalance());
  }

  private Duties.Line line(
      CareFacts.InForce agreement,
      Duties.Whom whom,
      PeriodOf rules,
      Assessment found,
      List<Fact> proofs) {
    Parameter<Period> figure = rules.on(found.start()).orElseThrow();
    return new Draft(entry, Who.family(agreement), whom)
        .stands(found.standing(), found.due())
        .by(figure, trust(whom.kind(), rules, found, figure))
        .says(
            rule.reasons().origin(),
            sentence(found),
            found.start(),
            found.nextBy(),
            Math.abs(ChronoUnit.DAYS.between(known.asOf(), found.nextBy())),
            figure.value().toTotalMonths(),
            figure.paragraph())
        .proven(proofs.stream().filter(one -> one.on().equals(found.start())).toList())
        .line();
  }

  private String sentence(Assessment found) {
    IntervalRule.Reasons reasons = rule.reasons();
    return switch (found.ground()) {
      case LAST ->
          switch (found.standing()) {
            case OVERDUE, JUSTIFIED -> reasons.overdue();
            case DUE_SOON -> reasons.dueSoon();
            case OK, NOT_ASSESSED, NOT_APPLICABLE -> reasons.fulfilled();
          };
      case BEGINNING -> reasons.firstDue();
      case BROUGHT_ALONG -> reasons.broughtAlong();
      case BEFORE_OPORA -> reasons.beforeOpora();
      case SINCE_OPORA -> reasons.sinceOpora();
    };
  }

  /** Of every figure that took part: that it runs for each child may be less sure than the rest. */
  private Trust trust(
      Duties.SubjectKind kind, PeriodOf rules, Assessment found, Parameter<Period> figure) {
    return Known.weakest(
        Stream.of(
                Stream.of(trust(rules, figure)),
                Stream.of(found.start(), known.asOf())
                    .filter(day -> !rules.isPromise(figure))
                    .flatMap(day -> rules.rules().kept(day).stream())
                    .map(one -> known.trust(rule.formerRules().figure(), one)),
                Stream.of(eachChild).filter(mark -> kind == Duties.SubjectKind.CHILD))
            .flatMap(all -> all));
  }

  private Trust trust(PeriodOf rules, Parameter<Period> figure) {
    return rules.isPromise(figure)
        ? known.trust(rule.promiseFigure(), rule.promised().dated())
        : known.trust(rule.periodFigure(), figure);
  }
}
