package org.opora.duties.domain.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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

/** The engine against {@link RecurrenceByDay}: 500 tries, 10,000 with {@code -Dopora.campaign}. */
@AddLifecycleHook(SeedOfRun.class)
class RecurrenceShapeProperties {
  private static final RecurrenceShape TWO_MONTHS =
      new RecurrenceShape(always(Period.ofMonths(2)), always(3), always(5), 14);

  /** The numbers that the centre has set. */
  record Numbers(Law every, Law times, Law within) {}

  @Property
  void agreesWithTheCalendarTurnedLeafByLeaf(
      @ForAll("days") LocalDate asOf,
      @ForAll("numbers") Function<LocalDate, Numbers> numbers,
      @ForAll("lastings") Function<LocalDate, Days> lasting,
      @ForAll("dates") List<Integer> doneBefore,
      @ForAll("dates") List<Integer> countedBefore,
      @ForAll("stretches") Function<LocalDate, List<Days>> silences,
      @ForAll("nudges") Integer besideTheLast,
      @ForAll("stretches") Function<LocalDate, List<Days>> absences) {
    Numbers set = numbers.apply(asOf);
    List<LocalDate> done = before(asOf, doneBefore);
    RecurrenceFacts facts =
        new RecurrenceFacts(
            lasting.apply(asOf),
            done,
            before(asOf, countedBefore),
            new Silence(
                Draws.endingBeside(
                    done.isEmpty() ? null : done.get(0), besideTheLast, silences.apply(asOf))),
            absences.apply(asOf));
    RecurrenceByDay.Answer found =
        new RecurrenceShape(
                set.every().months(),
                set.times().figures(number -> number),
                set.within().figures(number -> number),
                14)
            .assess(facts, asOf)
            .map(
                one ->
                    new RecurrenceByDay.Answer(
                        one.standing().name(), one.often(), one.due(), one.nextBy(), one.count()))
            .orElse(null);
    assertEquals(
        new RecurrenceByDay(set.every(), set.times(), set.within(), asOf).answer(facts), found);
  }

  /** Whatever may have been done on a silent day: if it would be no miss, then none is told. */
  @Property
  void nothingIsMissedForTheSakeOfSilence(
      @ForAll("days") LocalDate asOf,
      @ForAll("dates") List<Integer> doneBefore,
      @ForAll("dates") List<Integer> countedBefore,
      @ForAll("stretches") Function<LocalDate, List<Days>> silences) {
    Days lasting = new Days(asOf.minusDays(400), null);
    List<LocalDate> done = before(asOf, doneBefore);
    List<LocalDate> counted = before(asOf, countedBefore);
    Silence silence = new Silence(silences.apply(asOf));
    Standing found = standing(lasting, done, counted, silence, asOf);
    for (LocalDate leaf = lasting.from(); !leaf.isAfter(asOf); leaf = leaf.plusDays(1)) {
      if (Leaves.marked(silence.days(), leaf)) {
        List<LocalDate> perhaps = new ArrayList<>(done);
        perhaps.add(leaf);
        if (standing(lasting, perhaps, counted, Silence.NONE, asOf) != Standing.OVERDUE) {
          assertNotEquals(Standing.OVERDUE, found, leaf.toString());
        }
      }
    }
  }

  private static Standing standing(
      Days lasting,
      List<LocalDate> done,
      List<LocalDate> counted,
      Silence silence,
      LocalDate asOf) {
    return TWO_MONTHS
        .assess(new RecurrenceFacts(lasting, done, counted, silence, List.of()), asOf)
        .orElseThrow()
        .standing();
  }

  private static <T> Figures<T> always(T value) {
    return new Figures<>(List.of(new Figure<>(value, LocalDate.MIN, null)));
  }

  private static List<LocalDate> before(LocalDate day, List<Integer> distances) {
    return distances.stream().map(days -> day.minusDays(days)).toList();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Draws.days();
  }

  @Provide
  Arbitrary<Integer> nudges() {
    return Draws.nudges();
  }

  /** Few of them lie close together, so that numbers are reached, and on one day as well. */
  @Provide
  Arbitrary<List<Integer>> dates() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(-10, 60), Arbitraries.integers().between(-10, 450))
        .list()
        .ofMaxSize(7);
  }

  @Provide
  Arbitrary<Function<LocalDate, Days>> lastings() {
    return Combinators.combine(
            Arbitraries.integers().between(-5, 450),
            Arbitraries.integers().between(0, 500).injectNull(0.6))
        .as(
            (before, length) ->
                asOf -> {
                  LocalDate from = asOf.minusDays(before);
                  return new Days(from, length == null ? null : from.plusDays(length));
                });
  }

  @Provide
  Arbitrary<Function<LocalDate, Numbers>> numbers() {
    return Combinators.combine(
            Draws.laws(450, 1, 2, 3, 6), Draws.laws(450, 1, 2, 3, 5), Draws.laws(450, 0, 3, 10))
        .as(
            (every, times, within) ->
                asOf -> new Numbers(every.apply(asOf), times.apply(asOf), within.apply(asOf)));
  }

  @Provide
  Arbitrary<Function<LocalDate, List<Days>>> stretches() {
    return Draws.stretches(400);
  }
}
