package org.opora.duties.domain.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Draws;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Law;
import org.opora.duties.domain.Leaves;
import org.opora.duties.domain.Silence;
import org.opora.testkit.SeedOfRun;

/**
 * The engine against {@link CycleByLeaves}: 500 tries, 10,000 with {@code -Dopora.campaign=true}.
 */
@AddLifecycleHook(SeedOfRun.class)
class CycleShapeProperties {
  private static final Figures<Period> HALF_A_YEAR =
      new Figures<>(List.of(new Figure<>(Period.ofMonths(6), LocalDate.of(1990, 1, 1), null)));
  private static final Figures<Integer> FIFTEEN_DAYS =
      new Figures<>(List.of(new Figure<>(15, LocalDate.of(1990, 1, 1), null)));

  /**
   * @param gap days since the report before, or since the agreement
   * @param onTheDay how far from a date of the cycle it is drafted instead; null when it is not
   * @param delivered days after the drafting, one for each addressee; null when it was not
   */
  record Drawn(int gap, Integer onTheDay, CycleFacts.Kind kind, List<Integer> delivered) {}

  @Property
  void agreesWithTheDiaryKeptDayByDay(
      @ForAll("days") LocalDate first,
      @ForAll("months") Function<LocalDate, Law> months,
      @ForAll("deliveries") Function<LocalDate, Law> deliveries,
      @ForAll("deliveries") Function<LocalDate, Law> afterTheEnd,
      @ForAll NextReport next,
      @ForAll @IntRange(min = -5, max = 1000) int concludedBefore,
      @ForAll("ends") Integer endedBefore,
      @ForAll("reports") List<Drawn> drawn,
      @ForAll("silence") Function<List<CycleFacts.Report>, Function<LocalDate, List<Days>>> silence,
      @ForAll("nudges") Integer besideTheLaw,
      @ForAll("stretches") Function<LocalDate, List<Days>> excuses) {
    LocalDate asOf = first.plusDays(concludedBefore);
    Law law = months.apply(asOf);
    List<CycleFacts.Report> reports = reports(first, law, drawn);
    List<Days> silent = silence.apply(reports).apply(asOf);
    CycleFacts facts =
        new CycleFacts(
            first,
            end(first, asOf, endedBefore),
            reports,
            new Silence(Draws.endingBeside(law.lastDayOfOne(), besideTheLaw, silent)),
            excuses.apply(asOf));
    Law post = deliveries.apply(asOf);
    Law end = afterTheEnd.apply(asOf);
    CycleShape shape =
        new CycleShape(
            law.months(), post.figures(days -> days), end.figures(days -> days), 14, next);
    boolean stricter = next == NextReport.STRICTER;
    assertEquals(
        new CycleByLeaves(law, post, end, stricter, facts, asOf).answer(),
        shape.assess(facts, asOf).orElse(null));
  }

  /** The stricter reading never gives more time, nor more than the law does. */
  @Property
  void theStricterReadingIsStricter(
      @ForAll("days") LocalDate first,
      @ForAll @IntRange(max = 1000) int concludedBefore,
      @ForAll("reports") List<Drawn> drawn) {
    LocalDate asOf = first.plusDays(concludedBefore);
    List<CycleFacts.Report> reports =
        reports(first, null, drawn).stream().filter(one -> !one.drafted().isAfter(asOf)).toList();
    CycleFacts facts = new CycleFacts(first, null, reports, Silence.NONE, List.of());
    LocalDate stricter = due(NextReport.STRICTER, facts, asOf);
    LocalDate fromLast = due(NextReport.FROM_LAST, facts, asOf);
    assertFalse(stricter.isAfter(fromLast));
    LocalDate last = first;
    for (CycleFacts.Report report : reports) {
      boolean counts = report.kind() != CycleFacts.Kind.ON_REQUEST;
      last = counts && report.drafted().isAfter(last) ? report.drafted() : last;
    }
    assertEquals(Leaves.monthsAfter(last, 6), fromLast);
    assertFalse(!stricter.isAfter(last), "it lies after the last report");
  }

  private static LocalDate due(NextReport next, CycleFacts facts, LocalDate asOf) {
    return new CycleShape(HALF_A_YEAR, FIFTEEN_DAYS, FIFTEEN_DAYS, 14, next)
        .assess(facts, asOf)
        .orElseThrow()
        .next()
        .due();
  }

  private static List<CycleFacts.Report> reports(LocalDate first, Law law, List<Drawn> drawn) {
    List<CycleFacts.Report> reports = new ArrayList<>();
    LocalDate day = first;
    for (Drawn one : drawn) {
      Integer number = law == null ? Integer.valueOf(6) : law.on(day);
      day =
          one.onTheDay() == null || number == null
              ? day.plusDays(one.gap())
              : Leaves.monthsAfter(day, number).plusDays(one.onTheDay());
      reports.add(new CycleFacts.Report(day, one.kind(), addressees(day, one.delivered())));
    }
    return reports;
  }

  private static List<CycleFacts.Addressee> addressees(LocalDate day, List<Integer> delivered) {
    List<CycleFacts.Addressee> addressees = new ArrayList<>();
    for (Integer after : delivered) {
      addressees.add(
          new CycleFacts.Addressee(
              "addressee " + addressees.size(), after == null ? null : day.plusDays(after)));
    }
    return addressees;
  }

  private static LocalDate end(LocalDate first, LocalDate asOf, Integer before) {
    LocalDate end = before == null ? null : asOf.minusDays(before);
    return end != null && end.isBefore(first) ? first : end;
  }

  @Provide
  Arbitrary<List<Drawn>> reports() {
    return Combinators.combine(
            Arbitraries.integers().between(-3, 450),
            Arbitraries.integers().between(-3, 3).injectNull(0.5),
            Arbitraries.of(
                CycleFacts.Kind.REGULAR,
                CycleFacts.Kind.REGULAR,
                CycleFacts.Kind.REGULAR,
                CycleFacts.Kind.FINAL,
                CycleFacts.Kind.ON_REQUEST),
            Arbitraries.integers().between(0, 40).injectNull(0.2).list().ofMaxSize(3))
        .as(Drawn::new)
        .list()
        .ofMaxSize(6);
  }

  /** Some ends beside the report that is drawn, too. */
  @Provide
  Arbitrary<Function<List<CycleFacts.Report>, Function<LocalDate, List<Days>>>> silence() {
    return Combinators.combine(
            Draws.stretches(700), Draws.nudges(), Arbitraries.integers().between(0, 5))
        .as(
            (stretches, nudge, which) ->
                reports ->
                    asOf ->
                        Draws.endingBeside(
                            which < reports.size() ? reports.get(which).drafted() : null,
                            nudge,
                            stretches.apply(asOf)));
  }

  /** Those of agreements: a month end keeps coming back in their cycles. */
  @Provide
  Arbitrary<LocalDate> days() {
    return Draws.days();
  }

  @Provide
  Arbitrary<Integer> nudges() {
    return Draws.nudges();
  }

  @Provide
  Arbitrary<Integer> ends() {
    return Arbitraries.integers().between(-200, 300).injectNull(0.4);
  }

  @Provide
  Arbitrary<Function<LocalDate, Law>> months() {
    return Draws.laws(900, 1, 3, 6, 6, 12);
  }

  @Provide
  Arbitrary<Function<LocalDate, Law>> deliveries() {
    return Draws.laws(900, 0, 8, 15, 30);
  }

  @Provide
  Arbitrary<Function<LocalDate, List<Days>>> stretches() {
    return Draws.stretches(700);
  }
}
