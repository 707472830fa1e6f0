package org.opora.duties.domain.expiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
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
import org.opora.duties.domain.Law;
import org.opora.duties.domain.Silence;
import org.opora.testkit.SeedOfRun;

/**
 * The engine against {@link ExpiryByLeaves}: 500 tries, 10,000 with {@code -Dopora.campaign=true}.
 */
@AddLifecycleHook(SeedOfRun.class)
class ExpiryShapeProperties {
  /**
   * @param before days before the day asked for
   * @param ahead days it came into the file before it became valid; negative is after
   * @param length days it is valid; null when it does not say so itself
   */
  record Drawn(int before, int ahead, Integer length) {}

  @Property
  void agreesWithTheCalendarTurnedLeafByLeaf(
      @ForAll("days") LocalDate asOf,
      @ForAll("laws") Function<LocalDate, Law> laws,
      @ForAll @IntRange(min = -20, max = 500) int neededBefore,
      @ForAll @IntRange(max = 700) int neededFor,
      @ForAll boolean always,
      @ForAll("nudges") Integer besideAPaper,
      @ForAll("nudges") Integer besideToday,
      @ForAll("papers") List<Drawn> drawn,
      @ForAll("stretches") Function<LocalDate, List<Days>> silences) {
    Law law = laws.apply(asOf);
    LocalDate from = asOf.minusDays(neededBefore);
    List<ExpiryFacts.Paper> papers = drawn.stream().map(paper -> paper(asOf, paper)).toList();
    LocalDate until =
        besideAPaper == null || papers.isEmpty() || papers.get(0).until() == null
            ? from.plusDays(neededFor)
            : papers.get(0).until().plusDays(besideAPaper);
    Integer months = law.on(asOf);
    LocalDate lastsToday = months == null ? null : asOf.minusMonths(months);
    ExpiryFacts facts =
        new ExpiryFacts(
            List.of(new Days(from, always || until.isBefore(from) ? null : until)),
            papers,
            new Silence(Draws.endingBeside(lastsToday, besideToday, silences.apply(asOf))));
    assertEquals(
        new ExpiryByLeaves(law, asOf).answer(facts),
        new ExpiryShape(law.months(), 14).assess(facts, asOf));
  }

  private static ExpiryFacts.Paper paper(LocalDate asOf, Drawn drawn) {
    LocalDate from = asOf.minusDays(drawn.before());
    return new ExpiryFacts.Paper(
        from.minusDays(drawn.ahead()),
        from,
        drawn.length() == null ? null : from.plusDays(drawn.length()));
  }

  @Provide
  Arbitrary<List<Drawn>> papers() {
    return Combinators.combine(
            Arbitraries.integers().between(-40, 500),
            Arbitraries.integers().between(-20, 60),
            Arbitraries.integers().between(0, 300).injectNull(0.4))
        .as(Drawn::new)
        .list()
        .ofMaxSize(4);
  }

  /**
   * How far from the last day of a paper it is needed, or from one that would last up to today it
   * was silent; null where that is a day like any other.
   */
  @Provide
  Arbitrary<Integer> nudges() {
    return Draws.nudges();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Draws.days();
  }

  @Provide
  Arbitrary<Function<LocalDate, Law>> laws() {
    return Draws.laws(500, 1, 3, 6, 12);
  }

  @Provide
  Arbitrary<Function<LocalDate, List<Days>>> stretches() {
    return Draws.stretches(400);
  }
}
