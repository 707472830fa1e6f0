package org.opora.registry.complaints.application;

import java.time.LocalDate;
import java.util.Optional;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Term;
import org.opora.api.evidence.Kinds;
import org.opora.registry.shared.application.LawPacks;

/** By when somebody who asked about their data is answered; the duty is counted by the duties. */
record DataRequestLaw(LawPacks packs) {
  /**
   * @param day last day for the answer
   */
  record Due(LocalDate day, String paragraph) {}

  /**
   * @param extendedOn null when nobody said that it takes longer
   */
  Optional<Due> due(LocalDate asked, LocalDate extendedOn) {
    return packs.sets().stream()
        .flatMap(set -> set.rules().stream())
        .filter(DeadlineRule.class::isInstance)
        .map(DeadlineRule.class::cast)
        .filter(rule -> rule.event().equals(Kinds.DATA_ASKED))
        .findFirst()
        .flatMap(rule -> due(rule, asked, extendedOn));
  }

  /** By the figures of the day on which it was asked; made longer only in time. */
  private static Optional<Due> due(DeadlineRule rule, LocalDate asked, LocalDate extendedOn) {
    return rule.terms().stream()
        .filter(one -> one.holdsOn(asked) && one.value().kind() == Term.Kind.MONTHS)
        .findFirst()
        .map(
            term -> {
              LocalDate first = asked.plusMonths(term.value().number());
              boolean longer = extendedOn != null && !extendedOn.isAfter(first);
              LocalDate due =
                  rule.extensions().stream()
                      .filter(one -> longer && one.holdsOn(asked))
                      .map(Parameter::value)
                      .findFirst()
                      .map(first::plus)
                      .orElse(first);
              return new Due(due, term.paragraph());
            });
  }
}
