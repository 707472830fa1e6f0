package org.opora.duties.domain.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.MonthDay;
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
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Law;
import org.opora.duties.domain.Silence;
import org.opora.testkit.SeedOfRun;

/**
 * The engine against {@link DeadlineByLeaves}: 500 tries, 10,000 with {@code
 * -Dopora.campaign=true}.
 */
@AddLifecycleHook(SeedOfRun.class)
class DeadlineShapeProperties {
  @Property
  void agreesWithTheCalendarTurnedLeafByLeaf(
      @ForAll("days") LocalDate asOf,
      @ForAll DeadlineByLeaves.TermKind kind,
      @ForAll("numbers") Function<LocalDate, Law> numbers,
      @ForAll("extensions") Function<LocalDate, Law> extensions,
      @ForAll @IntRange(min = -5, max = 200) int eventBefore,
      @ForAll("marks") Marks marks,
      @ForAll("stretches") Function<LocalDate, List<Days>> silences,
      @ForAll("stretches") Function<LocalDate, List<Days>> excuses) {
    LocalDate event = asOf.minusDays(eventBefore);
    DeadlineFacts facts =
        new DeadlineFacts(
            event,
            after(event, marks.stated()),
            after(event, marks.extended()),
            after(event, marks.done()),
            new Silence(silences.apply(asOf)),
            excuses.apply(asOf));
    Law law = numbers.apply(asOf);
    Law longer = extensions.apply(asOf);
    DueOnce found =
        new DeadlineShape(law.figures(number -> term(kind, number)), longer.months(), 14)
            .assess(facts, asOf)
            .orElse(null);
    assertEquals(new DeadlineByLeaves(kind, law, longer, asOf).answer(facts), found);
  }

  private static Term term(DeadlineByLeaves.TermKind kind, int number) {
    return switch (kind) {
      case DAYS -> new Term.AfterDays(number);
      case MONTHS -> new Term.AfterMonths(number);
      case NEXT_MONTH -> new Term.DayOfNextMonth(number);
      case NEXT_YEAR -> new Term.DayOfNextYear(MonthDay.of(2, Math.min(29, number)));
      case STATED -> new Term.Stated();
    };
  }

  private static LocalDate after(LocalDate event, Integer days) {
    return days == null ? null : event.plusDays(days);
  }

  /** Days after the event; null is none. */
  record Marks(Integer stated, Integer extended, Integer done) {}

  @Provide
  Arbitrary<Marks> marks() {
    Arbitrary<Integer> days = Arbitraries.integers().between(-3, 150).injectNull(0.4);
    return Combinators.combine(days, days, days).as(Marks::new);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Draws.days();
  }

  @Provide
  Arbitrary<Function<LocalDate, Law>> numbers() {
    return Draws.laws(200, 1, 2, 8, 15, 28, 29, 30, 31);
  }

  @Provide
  Arbitrary<Function<LocalDate, Law>> extensions() {
    return Draws.laws(200, 1, 2, 3);
  }

  @Provide
  Arbitrary<Function<LocalDate, List<Days>>> stretches() {
    return Draws.stretches(200);
  }
}
