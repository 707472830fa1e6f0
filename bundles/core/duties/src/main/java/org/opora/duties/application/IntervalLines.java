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
  private final IntervalShape keepingShape;
  private final IntervalShape restartingShape;

  /**
   * @param keeps whether the clock of a child that began on this day came along
   */
  IntervalLines(
      RuleBook.Entry<IntervalRule> entry, Clocks clocks, Known known, Predicate<LocalDate> keeps) {
    this.entry = entry;
    this.rule = entry.rule();
    this.clocks = clocks;
    this.known = known;
    this.keeps = keeps;
    Figures<Period> figures = RuleBook.figures(rule.period());
    this.keepingShape = new IntervalShape(figures, Known.SOON, true);
    this.restartingShape = new IntervalShape(figures, Known.SOON, false);
  }

  void addTo(List<Duties.Line> lines, CareFacts.InForce agreement) {
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
                      restartingShape));
    }
    if (rule.children()) {
      agreement.children().forEach(child -> addChild(lines, agreement, child));
    }
  }

  private void addChild(
      List<Duties.Line> lines, CareFacts.InForce agreement, CaseFiles.Child child) {
    LocalDate began = Clocks.began(agreement, child);
    boolean keep = keeps.test(began);
    add(
        lines,
        agreement,
        Who.of(child),
        began,
        keep ? clocks.elsewhere(agreement.file(), child.person(), began) : null,
        keep ? keepingShape : restartingShape);
  }

  private void add(
      List<Duties.Line> lines,
      CareFacts.InForce agreement,
      Duties.Whom whom,
      LocalDate began,
      Clocks.Elsewhere elsewhere,
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
        .ifPresent(found -> lines.add(line(agreement, whom, found, proofs)));
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
      CareFacts.InForce agreement, Duties.Whom whom, Assessment found, List<Fact> proofs) {
    Parameter<Period> figure = Known.figure(rule.period(), found.start());
    return new Draft(entry, Who.family(agreement), whom)
        .stands(found.standing(), found.due())
        .by(figure, trust(whom.kind(), known.trust(entry, figure)))
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

  /** That a duty runs for each child may be less sure than its figure. */
  private Trust trust(Duties.SubjectKind kind, Trust figure) {
    return kind == Duties.SubjectKind.CHILD
        ? Known.weaker(figure, known.marks().eachChild(entry))
        : figure;
  }
}
