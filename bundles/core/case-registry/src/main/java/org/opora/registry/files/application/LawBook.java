package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.AgreementRule.Reasons;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the law packs say about agreements; they come and go. While one is exchanged, what it would
 * refuse is not let through.
 */
@Component(service = LawBook.class)
public class LawBook {
  private final List<RuleSet> sets = new CopyOnWriteArrayList<>();

  /** Whether a pack with a rule about agreements has been here since the start. */
  private volatile boolean known;

  /** For the container. */
  public LawBook() {}

  public LawBook(List<RuleSet> sets) {
    for (RuleSet set : sets) {
      addSet(set);
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public final void addSet(RuleSet set) {
    sets.add(set);
    known = known || entries(set).findAny().isPresent();
  }

  public final void removeSet(RuleSet set) {
    sets.remove(set);
  }

  /** The rule about agreements; empty when no installed pack brings one. */
  public Optional<Entry> agreements() {
    return sets.stream()
        .sorted(Comparator.comparing(RuleSet::id))
        .flatMap(LawBook::entries)
        .findFirst();
  }

  /**
   * The same for what the law may refuse.
   *
   * @throws org.opora.api.faults.Refused while the pack that knows is away
   */
  public Optional<Entry> agreementsOrRefuse() {
    Optional<Entry> found = agreements();
    if (found.isEmpty() && known) {
      throw Refusals.refused(null, "refused.law-away");
    }
    return found;
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

    /** A sentence of the pack. */
    Text text(Function<Reasons, String> key, Object... arguments) {
      Reasons reasons = rule.reasons();
      return Text.of(reasons.origin(), key.apply(reasons), arguments);
    }

    private static Optional<String> asked(List<Parameter<Boolean>> figures, LocalDate day) {
      return on(figures, day).filter(Parameter::value).map(Parameter::paragraph);
    }
  }
}
