package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.LawPacks;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The law packs that are installed: their figures, whichever room asks for them, and what they say
 * about mandates.
 */
@Component(service = LawShelf.class)
public final class LawShelf {
  private final LawPacks packs;

  @Activate
  public LawShelf(@Reference LawPacks packs) {
    this.packs = packs;
  }

  /** Every figure by which the house counts, with its pack, in the order of the packs. */
  List<Shelved> figures() {
    Map<String, List<LawFigure>> all = new TreeMap<>();
    packs.sets().forEach(set -> put(all, set.id(), set.figures()));
    packs.signing().forEach(law -> put(all, law.id(), law.figures()));
    packs.staff().forEach(law -> put(all, law.id(), law.figures()));
    packs.contacts().forEach(law -> put(all, law.id(), law.figures()));
    packs.grants().forEach(law -> put(all, law.id(), law.figures()));
    return all.entrySet().stream()
        .flatMap(
            one -> one.getValue().stream().map(figure -> new Shelved(pack(one.getKey()), figure)))
        .toList();
  }

  private static void put(Map<String, List<LawFigure>> all, String pack, List<LawFigure> figures) {
    all.computeIfAbsent(pack, id -> new ArrayList<>()).addAll(figures);
  }

  private String pack(String id) {
    return packs.sets().stream()
        .filter(set -> set.id().equals(id))
        .findFirst()
        .map(set -> id + " " + set.version())
        .orElse(id);
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

  /** Whether some pack counts what has to follow this kind of event as a duty. */
  boolean counts(String event) {
    return packs.sets().stream()
        .flatMap(set -> set.rules().stream())
        .filter(DeadlineRule.class::isInstance)
        .map(DeadlineRule.class::cast)
        .anyMatch(rule -> rule.event().equals(event));
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
    return packs.sets().stream()
        .sorted(Comparator.comparing(RuleSet::id))
        .flatMap(set -> set.mandate().stream())
        .findFirst();
  }

  /**
   * @param set id and version of the pack
   */
  record Shelved(String set, LawFigure figure) {}
}
