package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.care.Visits;
import org.opora.api.duties.spi.AgreementRule;
import org.opora.api.duties.spi.AgreementRule.Reasons;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RetentionLaw;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.files.FileKind;
import org.opora.api.house.Readings;
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
  /** Id of the reading: on which days an agreement may end by arrangement of both parties. */
  public static final String AGREED_END = "agreed-end";

  /** Only with a half-year, as notice does. */
  public static final String HALF_YEAR = "half-year";

  /** On any day. */
  public static final String ANY_DAY = "any-day";

  /** Beginning of the setting: how long files of a class are kept. */
  public static final String KEEPING = "keeping.";

  private final List<RuleSet> sets = new CopyOnWriteArrayList<>();

  /** Whether a pack with a rule about agreements has been here since the start. */
  private volatile boolean known;

  /** What the centre has chosen where sources of the law disagree. */
  @Reference private Readings readings;

  /** For the container. */
  public LawBook() {}

  public LawBook(List<RuleSet> sets) {
    for (RuleSet set : sets) {
      addSet(set);
    }
  }

  /** With what the centre has chosen. */
  public LawBook with(Readings chosen) {
    readings = chosen;
    return this;
  }

  /** Ids of the rules that are counted from visits of the key worker. */
  public Set<String> visitRules() {
    return sets.stream()
        .flatMap(set -> set.rules().stream())
        .filter(IntervalRule.class::isInstance)
        .map(IntervalRule.class::cast)
        .filter(rule -> rule.evidence().equals(Visits.EVIDENCE))
        .map(IntervalRule::id)
        .collect(Collectors.toSet());
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
        .findFirst()
        .map(rule -> new Entry(rule.set(), rule.rule(), rule.figures(), readings));
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

  /** Codes of what follows from the end of an agreement and is its last report. */
  public Set<String> reportFollowUps() {
    return sets.stream().flatMap(set -> set.reportFollowUp().stream()).collect(Collectors.toSet());
  }

  /** How long closed files are kept; empty when no installed pack says. */
  public List<RetentionLaw.Kept> retention() {
    return sets.stream()
        .sorted(Comparator.comparing(RuleSet::id))
        .flatMap(set -> set.retention().stream())
        .findFirst()
        .map(RetentionLaw::classes)
        .orElse(List.of());
  }

  /** The class to which files of the kind belong unless somebody says otherwise. */
  public Optional<RetentionLaw.Kept> retentionOf(FileKind kind) {
    return retention().stream().filter(one -> one.kinds().contains(kind)).findFirst();
  }

  /** How many years the law pack proposes for a class of files at least, on the day. */
  public Optional<Integer> leastYears(String code, LocalDate day) {
    return retention().stream()
        .filter(one -> one.code().equals(code))
        .flatMap(one -> Entry.on(one.years(), day).stream())
        .map(Parameter::value)
        .findFirst();
  }

  /** How many years the plan of the centre says of a class of files, from each day on. */
  public NavigableMap<LocalDate, Integer> plan(String code) {
    NavigableMap<LocalDate, Integer> years = new TreeMap<>();
    if (readings != null) {
      readings
          .choices(KEEPING + code)
          .forEach((from, said) -> years.put(from, Integer.valueOf(said)));
    }
    return years;
  }

  /** Name of a duty; empty when no installed pack brings it. */
  public Optional<Text> title(String rule) {
    return sets.stream()
        .flatMap(set -> set.rules().stream())
        .filter(one -> one.id().equals(rule))
        .map(Rule::title)
        .findFirst();
  }

  /** What the packs show of their figures. */
  List<LawFigure> figures() {
    return sets.stream().flatMap(set -> set.figures().stream()).toList();
  }

  private static Stream<Entry> entries(RuleSet set) {
    return set.rules().stream()
        .filter(AgreementRule.class::isInstance)
        .map(
            rule ->
                new Entry(
                    set.id() + " " + set.version(), (AgreementRule) rule, set.figures(), null));
  }

  /**
   * @param set id and version of the pack
   * @param figures of the pack
   * @param readings what the centre has chosen; null when nothing can have been
   */
  public record Entry(String set, AgreementRule rule, List<LawFigure> figures, Readings readings) {
    /** Whether the centre reads the law so that an end agreed on the day is free. */
    boolean agreedEndFree(LocalDate day) {
      return readings != null
          && readings.chosen(AGREED_END, day).filter(ANY_DAY::equals).isPresent();
    }

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
