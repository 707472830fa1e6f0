package org.opora.duties.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.house.Settings;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Gathers the rule sets of the law packs, and the rules of the centre; they come and go. */
@Component(service = RuleBook.class)
public class RuleBook {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<RuleSet> sets = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<DutyRules> promising = List.of();

  @Reference private volatile Settings settings;

  /** For the container. */
  public RuleBook() {}

  /** With these packs and no other. */
  public RuleBook(List<RuleSet> sets) {
    this(sets, null, List.of());
  }

  /**
   * With these packs, and these rules of the centre by its numbers.
   *
   * @param settings null where there are no rules of the centre
   */
  public RuleBook(List<RuleSet> sets, Settings settings, List<DutyRules> promising) {
    this.sets = List.copyOf(sets);
    this.settings = settings;
    this.promising = List.copyOf(promising);
  }

  /** Who brings rules of the centre at this moment. */
  List<DutyRules> promising() {
    return promising;
  }

  /** The rules of the centre with its numbers, in the order of the modules. */
  public List<Promised> promised() {
    List<DutyRules> here = promising();
    return here.isEmpty() ? List.of() : new Promises(here).by(settings);
  }

  /** The packs, in their order. */
  List<RuleSet> sets() {
    return sets.stream().sorted(Comparator.comparing(RuleSet::id)).toList();
  }

  /** Every interval now in force of the house, in the order of the packs. */
  public List<Entry<IntervalRule>> rules() {
    return of(IntervalRule.class);
  }

  /** Every rule of one shape, in the order of the packs. */
  public <R extends Rule> List<Entry<R>> of(Class<R> kind) {
    return sets().stream().flatMap(set -> entries(set, kind)).toList();
  }

  private static <R extends Rule> Stream<Entry<R>> entries(RuleSet set, Class<R> kind) {
    return set.rules().stream()
        .filter(kind::isInstance)
        .map(rule -> new Entry<>(set, kind.cast(rule)));
  }

  /** The same packs with their rules put otherwise, for what is tried out. */
  RuleBook with(UnaryOperator<Rule> otherwise) {
    return new RuleBook(
        sets.stream().<RuleSet>map(set -> new Otherwise(set, otherwise)).toList(),
        settings,
        promising());
  }

  private record Otherwise(RuleSet set, List<Rule> rules) implements RuleSet {
    Otherwise(RuleSet set, UnaryOperator<Rule> otherwise) {
      this(set, set.rules().stream().map(otherwise).toList());
    }

    @Override
    public String id() {
      return set.id();
    }

    @Override
    public String version() {
      return set.version();
    }

    @Override
    public List<LawFigure> figures() {
      return set.figures();
    }

    @Override
    public boolean workingDay(LocalDate day) {
      return set.workingDay(day);
    }
  }

  /** Every figure of a rule that holds on the day, in the order of its pack. */
  public List<Shown> figures(String rule, LocalDate day, TrustMarks.Marks marks) {
    return of(Rule.class).stream()
        .filter(entry -> entry.rule().id().equals(rule))
        .flatMap(
            entry ->
                entry.set().figures().stream()
                    .filter(figure -> figure.id().startsWith(rule + "."))
                    .filter(figure -> figure.dated().holdsOn(day))
                    .map(figure -> new Shown(figure, marks.of(figure.id(), figure.dated()))))
        .toList();
  }

  /** A figure, and how far it is confirmed. */
  public record Shown(LawFigure figure, Trust trust) {}

  /** The same figures as the shapes take them. */
  static <T> Figures<T> figures(List<Parameter<T>> dated) {
    return new Figures<>(
        dated.stream().map(one -> new Figure<>(one.value(), one.from(), one.until())).toList());
  }

  /** A rule and the pack it comes from. */
  public record Entry<R extends Rule>(RuleSet set, R rule) {
    /** Id and version, kept with every status that is shown. */
    public String setName() {
      return set.id() + " " + set.version();
    }
  }
}
