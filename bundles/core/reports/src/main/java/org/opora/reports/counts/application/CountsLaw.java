package org.opora.reports.counts.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.duties.spi.Term;
import org.opora.api.evidence.Kinds;
import org.opora.reports.counts.application.RequestView.Deadline;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** By when counts have to be given; the duty itself is counted by the duties. */
@Component(service = CountsLaw.class)
public final class CountsLaw {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<RuleSet> packs = List.of();

  @Activate
  public CountsLaw() {
    // Packs come when they are there.
  }

  /** With these packs. */
  public CountsLaw with(RuleSet... sets) {
    packs = List.of(sets);
    return this;
  }

  /** By the figure of the day on which it was delivered. */
  Optional<Deadline> due(LocalDate delivered) {
    return packs.stream()
        .flatMap(pack -> pack.rules().stream())
        .filter(DeadlineRule.class::isInstance)
        .map(DeadlineRule.class::cast)
        .filter(rule -> rule.event().equals(Kinds.COUNTS_ASKED))
        .flatMap(rule -> rule.terms().stream())
        .filter(term -> term.holdsOn(delivered) && term.value().kind() == Term.Kind.DAYS)
        .findFirst()
        .map(term -> deadline(term, delivered));
  }

  private static Deadline deadline(Parameter<Term> term, LocalDate delivered) {
    return new Deadline(delivered.plusDays(term.value().number()), term.paragraph(), term.source());
  }
}
