package org.opora.duties.application;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Gathers the rule sets of the law packs, which come and go. */
@Component(service = RuleBook.class)
public class RuleBook {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<RuleSet> sets = List.of();

  /** For the container. */
  public RuleBook() {}

  /** With these packs and no other. */
  public RuleBook(List<RuleSet> sets) {
    this.sets = List.copyOf(sets);
  }

  /** Every interval now in force of the house, in the order of the packs. */
  public List<Entry<IntervalRule>> rules() {
    return of(IntervalRule.class);
  }

  /** Every deadline now in force of the house, in the order of the packs. */
  public List<Entry<DeadlineRule>> deadlines() {
    return of(DeadlineRule.class);
  }

  private <R extends Rule> List<Entry<R>> of(Class<R> kind) {
    return sets.stream()
        .sorted(Comparator.comparing(RuleSet::id))
        .flatMap(set -> entries(set, kind))
        .toList();
  }

  private static <R extends Rule> Stream<Entry<R>> entries(RuleSet set, Class<R> kind) {
    return set.rules().stream()
        .filter(kind::isInstance)
        .map(rule -> new Entry<>(set, kind.cast(rule)));
  }

  /** A rule and the pack it comes from. */
  public record Entry<R extends Rule>(RuleSet set, R rule) {
    /** Id and version, kept with every status that is shown. */
    public String setName() {
      return set.id() + " " + set.version();
    }
  }
}
