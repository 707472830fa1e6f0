package org.opora.duties.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The engine against {@link DayByDay}: 500 tries, 10,000 with {@code -Dopora.campaign=true}. */
class IntervalShapeProperties {
  private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
  private static final IntervalShape TWO_MONTHS =
      new IntervalShape(
          new Figures<>(List.of(new Figure<>(Period.ofMonths(2), FIRST, null))), 14, true);

  @Property(seed = "20261122")
  void agreesWithTheCalendarTurnedLeafByLeaf(
      @ForAll("days") LocalDate asOf,
      @ForAll @IntRange(max = 500) int beganBefore,
      @ForAll("distances") Integer lastBefore,
      @ForAll("distances") Integer elsewhereBefore,
      @ForAll("distances") Integer movedInBefore) {
    LocalDate began = notBeforeTheLaw(asOf.minusDays(beganBefore));
    LocalDate last = before(asOf, lastBefore);
    LocalDate elsewhere = before(asOf, elsewhereBefore);
    LocalDate movedIn = before(asOf, movedInBefore);
    Assessment found =
        TWO_MONTHS.assess(new IntervalFacts(began, last, elsewhere, movedIn), asOf).orElseThrow();
    DayByDay.Answer expected = DayByDay.answer(began, last, elsewhere, movedIn, asOf);
    assertEquals(expected.standing(), found.standing().name());
    assertEquals(expected.due(), found.due());
  }

  /** Dense around month ends, where the law and the calendar quarrel. */
  @Provide
  Arbitrary<LocalDate> days() {
    Arbitrary<LocalDate> any =
        Arbitraries.integers().between(0, 20_000).map(days -> FIRST.plusDays(500L + days));
    Arbitrary<LocalDate> monthEnds =
        any.flatMap(
            day ->
                Arbitraries.integers()
                    .between(-3, 3)
                    .map(off -> day.withDayOfMonth(1).minusDays(1).plusDays(off)));
    return Arbitraries.oneOf(any, monthEnds);
  }

  /** Days before the day asked for; negative is later, null is none. */
  @Provide
  Arbitrary<Integer> distances() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(-40, 90), Arbitraries.integers().between(40, 480))
        .injectNull(0.3);
  }

  private static LocalDate before(LocalDate day, Integer distance) {
    return distance == null ? null : notBeforeTheLaw(day.minusDays(distance));
  }

  private static LocalDate notBeforeTheLaw(LocalDate day) {
    return day.isBefore(FIRST) ? FIRST : day;
  }
}
