package org.opora.duties.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.ExpiryRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.StaffHere;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.files.CareFacts;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Standing;
import org.opora.duties.domain.expiry.ExpiryFacts;
import org.opora.duties.domain.expiry.ExpiryShape;
import org.opora.duties.domain.expiry.Validity;

/** Makes the lines of one paper that somebody has to have. */
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

  /** Whether the people of families need it. */
  static boolean ofFamilies(RuleBook.Entry<ExpiryRule> entry) {
    return entry.rule().about().contains(SubjectKind.CARER)
        || entry.rule().about().contains(SubjectKind.CHILD);
  }

  private Optional<Parameter<Boolean>> needed() {
    return rule.needed().stream()
        .filter(one -> one.holdsOn(known.asOf()))
        .filter(Parameter::value)
        .findFirst();
  }

  void addTo(List<Duties.Line> lines, CareFacts.History agreement) {
    needed()
        .ifPresent(
            figure -> {
              add(lines, agreement, SubjectKind.CARER, agreement.carers(), figure);
              add(lines, agreement, SubjectKind.CHILD, agreement.children(), figure);
            });
  }

  private void add(
      List<Duties.Line> lines,
      CareFacts.History agreement,
      SubjectKind kind,
      List<CareFacts.Part> parts,
      Parameter<Boolean> needed) {
    if (!rule.about().contains(kind)) {
      return;
    }
    Duties.Family family = Who.family(agreement);
    for (CareFacts.Part part : lives.now(parts)) {
      List<Fact> papers = known.facts().anywhere(rule.paper(), part.person());
      Lives.under(agreement, part)
          .flatMap(
              days ->
                  line(
                      new Draft(entry, family, Who.of(kind, part)),
                      days,
                      papers,
                      needed,
                      agreement.movedIn()))
          .ifPresent(lines::add);
    }
  }

  /** Papers of the house and of those who work in it. */
  void addTo(List<Duties.Line> lines, List<StaffHere.Member> staff) {
    needed()
        .ifPresent(
            figure -> {
              if (rule.about().contains(SubjectKind.CENTRE)) {
                add(lines, Who.centre(), About.centre(), figure.from(), figure);
              }
              if (rule.about().contains(SubjectKind.STAFF)) {
                staff.forEach(
                    one ->
                        add(
                            lines,
                            Who.of(one),
                            About.staff(one.staff()),
                            one.since() == null ? figure.from() : one.since(),
                            figure));
              }
            });
  }

  private void add(
      List<Duties.Line> lines,
      Duties.Whom whom,
      About about,
      LocalDate since,
      Parameter<Boolean> needed) {
    line(
            new Draft(entry, null, whom),
            new Days(since, null),
            known.facts().of(rule.paper(), about),
            needed,
            null)
        .ifPresent(lines::add);
  }

  /** The days on which one is needed: where it is only renewed, from the first one on. */
  private Optional<Days> needed(Days own, List<Fact> papers, Parameter<Boolean> needed) {
    Optional<Days> days = Lives.both(own, new Days(needed.from(), needed.until()));
    return rule.renewed()
        ? papers.stream()
            .map(Fact::on)
            .min(Comparator.naturalOrder())
            .flatMap(first -> days.flatMap(all -> Lives.both(all, new Days(first, null))))
        : days;
  }

  private Optional<Duties.Line> line(
      Draft draft, Days own, List<Fact> papers, Parameter<Boolean> needed, LocalDate movedIn) {
    Validity found =
        shape.assess(
            new ExpiryFacts(
                needed(own, papers, needed).stream().toList(),
                papers.stream()
                    .map(one -> new ExpiryFacts.Paper(one.on(), one.on(), one.until()))
                    .toList(),
                known.silence(movedIn, List.of(rule.paper()))),
            known.asOf());
    if (found.standing() == Standing.NOT_APPLICABLE) {
      return Optional.empty();
    }
    LocalDate day = found.since() != null ? found.since() : found.until();
    LocalDate told = day == null ? known.asOf() : day;
    return Optional.of(
        draft
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
