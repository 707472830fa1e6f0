package org.opora.duties.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What the properties draw from. Everything but the day asked for is told as days before it. */
public final class Draws {
  private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
  private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);

  private Draws() {}

  /** Dense around month ends, where the law and the calendar quarrel. */
  public static Arbitrary<LocalDate> days() {
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
  public static Arbitrary<Integer> distances() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(-40, 90), Arbitraries.integers().between(40, 480))
        .injectNull(0.3);
  }

  /** None, one or two stretches of days, which may overlap, and may go on for ever. */
  public static Arbitrary<Function<LocalDate, List<Days>>> stretches(int back) {
    Arbitrary<Function<LocalDate, Days>> stretch =
        Combinators.combine(
                Arbitraries.integers().between(-30, back),
                Arbitraries.integers().between(0, 120).injectNull(0.1))
            .as(
                (before, length) ->
                    asOf -> {
                      LocalDate from = asOf.minusDays(before);
                      return new Days(from, length == null ? null : from.plusDays(length));
                    });
    return stretch
        .list()
        .ofMaxSize(2)
        .map(all -> asOf -> all.stream().map(one -> one.apply(asOf)).toList());
  }

  /** How far from what was done a stretch of days ends; null where none ends there. */
  public static Arbitrary<Integer> nudges() {
    return Arbitraries.integers().between(-2, 2).injectNull(0.6);
  }

  /** With one more that ends beside what was done; without where nothing was. */
  public static List<Days> endingBeside(LocalDate done, Integer nudge, List<Days> others) {
    if (done == null || nudge == null) {
      return others;
    }
    LocalDate until = done.plusDays(nudge);
    return Stream.concat(others.stream(), Stream.of(new Days(until.minusDays(20), until))).toList();
  }

  /**
   * A law that has always been, that changed once or twice, that came, that went, or that was away
   * for some time.
   */
  public static Arbitrary<Function<LocalDate, Law>> laws(int back, Integer... numbers) {
    Arbitrary<Integer> number = Arbitraries.of(numbers);
    return Combinators.combine(
            Arbitraries.of(LawKind.values()),
            Arbitraries.integers().between(-20, back),
            Arbitraries.integers().between(1, back),
            Combinators.combine(number, number, number).as(List::of))
        .as(
            (kind, before, gap, figures) ->
                asOf -> law(kind, asOf.minusDays(before), gap, figures));
  }

  private enum LawKind {
    ALWAYS,
    ONCE_CHANGED,
    TWICE_CHANGED,
    CAME,
    WENT,
    AWAY
  }

  private static Law law(LawKind kind, LocalDate border, int gap, List<Integer> figures) {
    LocalDate eve = border.minusDays(1);
    LocalDate earlier = border.minusDays(gap);
    Law.Section now = new Law.Section(border, null, figures.get(0));
    Law.Section before = new Law.Section(LONG_AGO, eve, figures.get(1));
    Law.Section old = new Law.Section(LONG_AGO, earlier.minusDays(1), figures.get(2));
    return new Law(
        switch (kind) {
          case ALWAYS -> List.of(new Law.Section(LONG_AGO, null, figures.get(0)));
          case ONCE_CHANGED -> List.of(now, before);
          case TWICE_CHANGED -> List.of(old, now, new Law.Section(earlier, eve, figures.get(1)));
          case CAME -> List.of(now);
          case WENT -> List.of(before);
          case AWAY -> List.of(old, now);
        });
  }
}
