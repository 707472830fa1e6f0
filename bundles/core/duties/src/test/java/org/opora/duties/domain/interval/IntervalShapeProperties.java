package org.opora.duties.domain.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
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
import org.opora.duties.domain.Standing;
import org.opora.testkit.SeedOfRun;

/** The engine against {@link DayByDay}: 500 tries, 10,000 with {@code -Dopora.campaign=true}. */
@AddLifecycleHook(SeedOfRun.class)
class IntervalShapeProperties {
  private static final IntervalShape TWO_MONTHS =
      new IntervalShape(
          new Figures<>(List.of(new Figure<>(Period.ofMonths(2), LocalDate.of(1990, 1, 1), null))),
          14,
          true);

  @Property
  void agreesWithTheCalendarTurnedLeafByLeaf(
      @ForAll("days") LocalDate asOf,
      @ForAll("laws") Function<LocalDate, Law> laws,
      @ForAll @IntRange(max = 500) int beganBefore,
      @ForAll("distances") Integer lastBefore,
      @ForAll("distances") Integer elsewhereBefore,
      @ForAll("stretches") Function<LocalDate, List<Days>> silences,
      @ForAll("nudges") Integer besideTheLast,
      @ForAll("nudges") Integer besideTheLaw,
      @ForAll("stretches") Function<LocalDate, List<Days>> absences) {
    Law law = laws.apply(asOf);
    LocalDate last = before(asOf, lastBefore);
    List<Days> silent = Draws.endingBeside(last, besideTheLast, silences.apply(asOf));
    IntervalFacts facts =
        new IntervalFacts(
            asOf.minusDays(beganBefore),
            last,
            before(asOf, elsewhereBefore),
            new Silence(Draws.endingBeside(law.lastDayOfOne(), besideTheLaw, silent)),
            absences.apply(asOf));
    DayByDay.Answer found =
        new IntervalShape(law.months(), 14, true)
            .assess(facts, asOf)
            .map(known -> new DayByDay.Answer(known.standing().name(), known.due(), known.nextBy()))
            .orElse(null);
    assertEquals(new DayByDay(law, asOf).answer(facts), found);
  }

  /** As it was before silence had an end: what former records tell as the last time is the last. */
  @Property
  void whatFormerRecordsToldLastIsTheLast(
      @ForAll("days") LocalDate asOf,
      @ForAll @IntRange(max = 500) int beganBefore,
      @ForAll @IntRange(max = 480) int lastBefore,
      @ForAll @IntRange(max = 480) int movedInBefore) {
    LocalDate began = asOf.minusDays(beganBefore);
    LocalDate last = asOf.minusDays(lastBefore);
    assertEquals(
        TWO_MONTHS.assess(new IntervalFacts(began, last, null, null), asOf),
        TWO_MONTHS.assess(
            new IntervalFacts(began, last, null, asOf.minusDays(movedInBefore)), asOf));
  }

  /** Whatever may have happened on a silent day: if it would be no miss, then none is told. */
  @Property
  void nothingIsMissedForTheSakeOfSilence(
      @ForAll("days") LocalDate asOf,
      @ForAll @IntRange(max = 500) int beganBefore,
      @ForAll("distances") Integer lastBefore,
      @ForAll("stretches") Function<LocalDate, List<Days>> silences) {
    LocalDate began = asOf.minusDays(beganBefore);
    Silence silence = new Silence(silences.apply(asOf));
    LocalDate last = before(asOf, lastBefore);
    Standing found = standing(new IntervalFacts(began, last, null, silence, List.of()), asOf);
    for (LocalDate leaf = began; !leaf.isAfter(asOf); leaf = leaf.plusDays(1)) {
      boolean later = last == null || last.isAfter(asOf) || leaf.isAfter(last);
      if (later && Leaves.marked(silence.days(), leaf)) {
        IntervalFacts known = new IntervalFacts(began, leaf, null, null);
        if (standing(known, asOf) != Standing.OVERDUE) {
          assertNotEquals(Standing.OVERDUE, found, leaf.toString());
        }
      }
    }
  }

  private static Standing standing(IntervalFacts facts, LocalDate asOf) {
    return TWO_MONTHS.assess(facts, asOf).orElseThrow().standing();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Draws.days();
  }

  @Provide
  Arbitrary<Integer> distances() {
    return Draws.distances();
  }

  @Provide
  Arbitrary<Integer> nudges() {
    return Draws.nudges();
  }

  @Provide
  Arbitrary<Function<LocalDate, Law>> laws() {
    return Draws.laws(500, 1, 2, 3, 6);
  }

  @Provide
  Arbitrary<Function<LocalDate, List<Days>>> stretches() {
    return Draws.stretches(400);
  }

  private static LocalDate before(LocalDate day, Integer distance) {
    return distance == null ? null : day.minusDays(distance);
  }
}
