package org.opora.duties.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.ExpiryRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.Fact;
import org.opora.api.files.CareFacts;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Standing;
import org.opora.duties.domain.expiry.ExpiryFacts;
import org.opora.duties.domain.expiry.ExpiryShape;
import org.opora.duties.domain.expiry.Validity;

/** Makes the lines of one paper that somebody has to have as long as they are in a family. */
final class ExpiryLines {
  private final RuleBook.Entry<ExpiryRule> entry;
  private final ExpiryRule rule;
  private final Known known;
  private final Lives lives;
  private final ExpiryShape shape;

  ExpiryLines(RuleBook.Entry<ExpiryRule> entry, Known known, Lives lives) {
    this.entry = entry;
    this.rule = entry.rule();
    this.known = known;
    this.lives = lives;
    this.shape = new ExpiryShape(RuleBook.figures(rule.validity()), Known.SOON);
  }

  void addTo(List<Duties.Line> lines, CareFacts.History agreement) {
    Optional<Parameter<Boolean>> needed =
        rule.needed().stream()
            .filter(one -> one.holdsOn(known.asOf()))
            .filter(Parameter::value)
            .findFirst();
    if (needed.isEmpty()) {
      return;
    }
    if (rule.carers()) {
      lives
          .now(agreement.carers())
          .forEach(one -> add(lines, agreement, SubjectKind.CARER, one, needed.get()));
    }
    if (rule.children()) {
      lives
          .now(agreement.children())
          .forEach(one -> add(lines, agreement, SubjectKind.CHILD, one, needed.get()));
    }
  }

  private void add(
      List<Duties.Line> lines,
      CareFacts.History agreement,
      SubjectKind kind,
      CareFacts.Part part,
      Parameter<Boolean> needed) {
    List<Fact> papers = known.facts().anywhere(rule.paper(), part.person());
    List<Days> days =
        Lives.under(agreement, part)
            .flatMap(own -> Lives.both(own, new Days(needed.from(), needed.until())))
            .stream()
            .toList();
    Validity found =
        shape.assess(
            new ExpiryFacts(
                days,
                papers.stream()
                    .map(one -> new ExpiryFacts.Paper(one.on(), one.on(), one.until()))
                    .toList(),
                known.silence(agreement.movedIn(), List.of(rule.paper()))),
            known.asOf());
    if (found.standing() == Standing.NOT_APPLICABLE) {
      return;
    }
    LocalDate day = found.since() != null ? found.since() : found.until();
    LocalDate told = day == null ? known.asOf() : day;
    lines.add(
        new Draft(entry, Who.family(agreement), Who.of(kind, part))
            .stands(found.standing(), day)
            .by(needed, known.trust(rule.neededFigure(), needed))
            .says(
                rule.reasons().origin(),
                sentence(found),
                told,
                Math.abs(ChronoUnit.DAYS.between(known.asOf(), told)),
                needed.paragraph())
            .proven(papers)
            .line());
  }

  private String sentence(Validity found) {
    ExpiryRule.Reasons reasons = rule.reasons();
    return switch (found.standing()) {
      case OVERDUE, JUSTIFIED -> reasons.missing();
      case DUE_SOON -> reasons.expiring();
      case OK, NOT_APPLICABLE -> found.until() == null ? reasons.lasting() : reasons.valid();
      case NOT_ASSESSED -> reasons.unknown();
    };
  }
}
