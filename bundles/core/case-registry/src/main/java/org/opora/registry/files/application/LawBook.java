package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RuleSet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the law packs say about agreements; they come and go. */
@Component(service = LawBook.class)
public class LawBook {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<RuleSet> sets = List.of();

  /** For the container. */
  public LawBook() {}

  public LawBook(List<RuleSet> sets) {
    this.sets = List.copyOf(sets);
  }

  /** The rule about agreements; empty when no installed pack brings one. */
  public Optional<Entry> agreements() {
    return sets.stream()
        .sorted(Comparator.comparing(RuleSet::id))
        .flatMap(LawBook::entries)
        .findFirst();
  }

  private static Stream<Entry> entries(RuleSet set) {
    return set.rules().stream()
        .filter(AgreementRule.class::isInstance)
        .map(rule -> new Entry(set.id() + " " + set.version(), (AgreementRule) rule));
  }

  /**
   * @param set id and version of the pack
   */
  public record Entry(String set, AgreementRule rule) {
    /** The figure that holds on the day, if any does. */
    static <T> Optional<Parameter<T>> on(List<Parameter<T>> figures, LocalDate day) {
      return figures.stream().filter(figure -> figure.holdsOn(day)).findFirst();
    }

    /** The paragraph that asks for consent to what is signed on the day; empty when none does. */
    Optional<String> consentAskedBy(LocalDate day) {
      return asked(rule.consent(), day);
    }

    /** The paragraph that lets a person be in one agreement only; empty when none does. */
    Optional<String> singleAskedBy(LocalDate day) {
      return asked(rule.single(), day);
    }

    private static Optional<String> asked(List<Parameter<Boolean>> figures, LocalDate day) {
      return on(figures, day).filter(Parameter::value).map(Parameter::paragraph);
    }
  }
}
