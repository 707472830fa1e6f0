package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Text;
import org.opora.duties.domain.DoBy;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Standing;
import org.opora.duties.domain.interval.Assessment;
import org.opora.duties.domain.interval.IntervalFacts;
import org.opora.duties.domain.interval.IntervalShape;

/** Makes the lines of one interval. */
final class LineMaker {
  /** Days before the due date that are shown as soon. */
  static final int SOON = 14;

  private final RuleBook.Entry<IntervalRule> entry;
  private final IntervalRule rule;
  private final Clocks clocks;
  private final LocalDate asOf;
  private final Predicate<LocalDate> keeps;
  private final TrustMarks.Marks marks;
  private final IntervalShape keepingShape;
  private final IntervalShape restartingShape;

  /**
   * @param keeps whether the clock of a child that began on this day came along
   */
  LineMaker(
      RuleBook.Entry<IntervalRule> entry,
      Clocks clocks,
      LocalDate asOf,
      Predicate<LocalDate> keeps,
      TrustMarks.Marks marks) {
    this.entry = entry;
    this.rule = entry.rule();
    this.clocks = clocks;
    this.asOf = asOf;
    Figures<Period> figures =
        new Figures<>(
            rule.period().stream().map(p -> new Figure<>(p.value(), p.from(), p.until())).toList());
    this.keeps = keeps;
    this.marks = marks;
    this.keepingShape = new IntervalShape(figures, SOON, true);
    this.restartingShape = new IntervalShape(figures, SOON, false);
  }

  void addTo(List<Duties.Line> lines, CareFacts.InForce agreement) {
    if (rule.carers()) {
      agreement.carers().forEach(carer -> addCarer(lines, agreement, carer));
    }
    if (rule.children()) {
      agreement.children().forEach(child -> addChild(lines, agreement, child));
    }
  }

  private void addCarer(
      List<Duties.Line> lines, CareFacts.InForce agreement, CaseFiles.Carer carer) {
    IntervalFacts facts =
        new IntervalFacts(
            agreement.concludedOn(),
            clocks.here(agreement.file(), carer.person()),
            null,
            agreement.movedIn());
    restartingShape
        .assess(facts, asOf)
        .ifPresent(found -> lines.add(line(agreement, Who.of(carer), found)));
  }

  private void addChild(
      List<Duties.Line> lines, CareFacts.InForce agreement, CaseFiles.Child child) {
    LocalDate began = Clocks.began(agreement, child);
    IntervalFacts facts =
        new IntervalFacts(
            began,
            clocks.here(agreement.file(), child.person()),
            keeps.test(began) ? clocks.elsewhere(agreement.file(), child.person(), began) : null,
            agreement.movedIn());
    IntervalShape shape = keeps.test(began) ? keepingShape : restartingShape;
    shape.assess(facts, asOf).ifPresent(found -> lines.add(line(agreement, Who.of(child), found)));
  }

  private Duties.Line line(CareFacts.InForce agreement, Who who, Assessment found) {
    Parameter<Period> figure =
        rule.period().stream()
            .filter(parameter -> parameter.holdsOn(found.start()))
            .findFirst()
            .orElseThrow();
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
        found.due(),
        found.due() == null ? null : DoBy.lastWorkingDay(found.due(), entry.set()::workingDay),
        status(found.standing()),
        rule.title(),
        why(found, figure),
        figure.paragraph(),
        trust(who.kind(), marks.of(entry, figure)));
  }

  private Text why(Assessment found, Parameter<Period> figure) {
    return Text.of(
        rule.reasons().origin(),
        sentence(found),
        found.start(),
        found.nextBy(),
        Math.abs(ChronoUnit.DAYS.between(asOf, found.nextBy())),
        figure.value().toTotalMonths(),
        figure.paragraph());
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

  /** That a duty runs for each child may be less sure than its figure: the weaker mark counts. */
  private Trust trust(Duties.SubjectKind kind, Trust figure) {
    Trust eachChild = marks.eachChild(entry);
    return kind == Duties.SubjectKind.CHILD && eachChild.compareTo(figure) > 0 ? eachChild : figure;
  }

  static Duties.Status status(Standing standing) {
    return switch (standing) {
      case OVERDUE -> Duties.Status.OVERDUE;
      case DUE_SOON -> Duties.Status.DUE_SOON;
      case OK -> Duties.Status.OK;
      case JUSTIFIED -> Duties.Status.JUSTIFIED;
      case NOT_ASSESSED -> Duties.Status.NOT_ASSESSED;
      case NOT_APPLICABLE -> Duties.Status.NOT_APPLICABLE;
    };
  }
}
