package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CentreValidity;
import org.opora.api.evidence.Fact;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Standing;
import org.opora.duties.domain.expiry.ExpiryFacts;
import org.opora.duties.domain.expiry.ExpiryShape;
import org.opora.duties.domain.expiry.Validity;

/** Makes the line of what has to be valid while something lasts. */
record CentreValidityLine(Promised promised, CentreValidity rule, Known known) {
  Optional<Duties.Line> of(Beginning beginning, Draft draft) {
    List<Fact> papers = beginning.followedBy(known, rule.paper());
    Validity found =
        new ExpiryShape(periods(), Known.SOON)
            .assess(
                new ExpiryFacts(
                    List.of(beginning.lasting()),
                    papers.stream()
                        .map(one -> new ExpiryFacts.Paper(one.on(), one.on(), one.until()))
                        .toList(),
                    beginning.silence()),
                known.asOf());
    return found.standing() == Standing.NOT_APPLICABLE
        ? Optional.empty()
        : Optional.of(line(draft.ref(beginning.ref()).proven(beginning.with(papers)), found));
  }

  private Figures<Period> periods() {
    return rule.months() == null
        ? new Figures<>(List.of())
        : promised.figures(rule.months(), Period::ofMonths);
  }

  private Duties.Line line(Draft draft, Validity found) {
    LocalDate day = found.since() != null ? found.since() : found.until();
    LocalDate told = day == null ? known.asOf() : day;
    return draft
        .stands(found.standing(), day)
        .says(
            rule.reasons().origin(),
            sentence(found),
            told,
            Math.abs(ChronoUnit.DAYS.between(known.asOf(), told)))
        .line();
  }

  private String sentence(Validity found) {
    CentreValidity.Reasons reasons = rule.reasons();
    return switch (found.standing()) {
      case OVERDUE, JUSTIFIED -> reasons.missing();
      case DUE_SOON -> reasons.expiring();
      case OK, NOT_APPLICABLE -> found.until() == null ? reasons.lasting() : reasons.valid();
      case NOT_ASSESSED -> reasons.unknown();
    };
  }
}
