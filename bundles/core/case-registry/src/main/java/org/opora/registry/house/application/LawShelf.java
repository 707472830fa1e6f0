package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The law packs that are installed: their figures, and what they say about mandates. */
@Component(service = LawShelf.class)
public class LawShelf {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<RuleSet> sets = List.of();

  /** For the container. */
  public LawShelf() {}

  public LawShelf(List<RuleSet> sets) {
    this.sets = List.copyOf(sets);
  }

  /** Every figure with its pack, in the order of the packs. */
  List<Shelved> figures() {
    return sets.stream()
        .sorted(Comparator.comparing(RuleSet::id))
        .flatMap(
            set ->
                set.figures().stream()
                    .map(figure -> new Shelved(set.id() + " " + set.version(), figure)))
        .toList();
  }

  /** What a mandate can be for. */
  public List<MandateLaw.Activity> activities() {
    return law().map(MandateLaw::activities).orElse(List.of());
  }

  /** Name of an activity; a pack that is gone leaves its code. */
  public Text activity(String code) {
    return activities().stream()
        .filter(one -> one.code().equals(code))
        .map(MandateLaw.Activity::title)
        .findFirst()
        .orElseGet(() -> Refusals.text("mandate.activity.unknown", code));
  }

  Optional<Integer> changeByDay(LocalDate day) {
    return on(MandateLaw::changeByDay, day);
  }

  Optional<Integer> insuranceDays(LocalDate day) {
    return on(MandateLaw::insuranceDays, day);
  }

  private Optional<Integer> on(
      Function<MandateLaw, List<Parameter<Integer>>> figure, LocalDate day) {
    return law().stream()
        .flatMap(law -> figure.apply(law).stream())
        .filter(one -> one.holdsOn(day))
        .map(Parameter::value)
        .findFirst();
  }

  private Optional<MandateLaw> law() {
    return sets.stream()
        .sorted(Comparator.comparing(RuleSet::id))
        .flatMap(set -> set.mandate().stream())
        .findFirst();
  }

  /**
   * @param set id and version of the pack
   */
  record Shelved(String set, LawFigure figure) {}
}
