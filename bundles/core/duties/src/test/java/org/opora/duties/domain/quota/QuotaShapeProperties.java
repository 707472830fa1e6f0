package org.opora.duties.domain.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Stretch;
import org.opora.testkit.SeedOfRun;

/** The engine against {@link QuotaByLeaf}: 500 tries, 10,000 with {@code -Dopora.campaign=true}. */
@AddLifecycleHook(SeedOfRun.class)
class QuotaShapeProperties {
  /** A rule and a life under it, looked at on a day. */
  record History(QuotaShape rule, QuotaFacts life, LocalDate asOf) {}

  @Property(edgeCases = EdgeCasesMode.NONE)
  void agreesWithTheCalendarTurnedLeafByLeaf(@ForAll("histories") History history) {
    assertEquals(
        QuotaByLeaf.answer(history.rule(), history.life(), history.asOf()),
        history.rule().assess(history.life(), history.asOf()).stream()
            .map(QuotaShapeProperties::row)
            .toList());
  }

  private static QuotaByLeaf.Row row(QuotaPeriod period) {
    QuotaMinutes minutes = period.minutes();
    return new QuotaByLeaf.Row(
        period.from(),
        period.until(),
        period.ground().name(),
        period.standing().name(),
        minutes.need(),
        minutes.carriedIn(),
        minutes.counted(),
        minutes.over(),
        minutes.missing(),
        minutes.carriedOut(),
        minutes.unusedCarry(),
        period.gone(),
        period.days());
  }

  @Provide
  Arbitrary<History> histories() {
    return anchors()
        .flatMap(
            anchor ->
                Combinators.combine(rules(anchor), lives(anchor), near(anchor)).as(History::new));
  }

  /** Dense around month ends and the leap day, where the law and the calendar quarrel. */
  private static Arbitrary<LocalDate> anchors() {
    Arbitrary<LocalDate> any =
        Arbitraries.integers().between(0, 5000).map(LocalDate.of(2015, 1, 1)::plusDays);
    Arbitrary<LocalDate> monthEnds =
        Combinators.combine(any, Arbitraries.integers().between(-3, 1))
            .as((day, off) -> day.withDayOfMonth(1).plusDays(off));
    Arbitrary<LocalDate> leapDays =
        Arbitraries.of(LocalDate.of(2016, 2, 29), LocalDate.of(2020, 2, 29));
    return Arbitraries.oneOf(any, monthEnds, leapDays);
  }

  /** A day of the first six years, often at the border of a period or where its end gets soon. */
  private static Arbitrary<LocalDate> near(LocalDate anchor) {
    Arbitrary<Integer> years = Arbitraries.integers().between(0, 6);
    Arbitrary<Integer> off = Arbitraries.of(-32, -31, -30, -16, -15, -14, -2, -1, 0, 1, 2);
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 2300).map(anchor::plusDays),
        Combinators.combine(years, off).as((year, days) -> anchor.plusYears(year).plusDays(days)),
        Combinators.combine(years, off)
            .as((year, days) -> anchor.withDayOfYear(1).plusYears(year).plusDays(days)));
  }

  private static Arbitrary<QuotaShape> rules(LocalDate anchor) {
    return Combinators.combine(
            Arbitraries.of(
                Stretch.TWELVE_MONTHS,
                Stretch.TWELVE_MONTHS,
                Stretch.CALENDAR_YEAR,
                Stretch.TWO_CALENDAR_YEARS),
            figures(anchor, 1500),
            caps(anchor),
            Arbitraries.of(true, false),
            carries(anchor),
            Arbitraries.of(true, false),
            Arbitraries.of(0, 14, 30))
        .as(QuotaShape::new);
  }

  /** Before the change of the law, after it, and sometimes a time without any. */
  private static Arbitrary<Figures<Integer>> figures(LocalDate anchor, int most) {
    Arbitrary<Integer> minutes = Arbitraries.integers().between(1, most);
    return Combinators.combine(minutes, minutes, near(anchor), Arbitraries.of(0, 0, 0, 400))
        .as(
            (before, after, change, gap) ->
                new Figures<>(
                    List.of(
                        new Figure<>(after, change.plusDays(gap), null),
                        new Figure<>(before, LocalDate.of(2010, 1, 1), change.minusDays(1)))));
  }

  /** As a law that changes, too: so does the agreement under which a period runs. */
  private static Arbitrary<Figures<Boolean>> carries(LocalDate anchor) {
    return figures(anchor, 2)
        .map(
            all ->
                new Figures<>(
                    all.all().stream()
                        .map(one -> new Figure<>(one.value() == 1, one.from(), one.until()))
                        .toList()));
  }

  private static Arbitrary<Map<String, Figures<Integer>>> caps(LocalDate anchor) {
    return Combinators.combine(figures(anchor, 500), figures(anchor, 900))
        .as((book, film) -> Map.of("book", book, "film", film));
  }

  private static Arbitrary<QuotaFacts> lives(LocalDate anchor) {
    return Combinators.combine(
            duty(anchor),
            spans(anchor, 120),
            credits(anchor),
            openings(anchor),
            spans(anchor, 60).map(Silence::new),
            spans(anchor, 40))
        .as(QuotaFacts::new);
  }

  /** Agreements one after the other, at once, after a while, or years later. */
  private static Arbitrary<List<Days>> duty(LocalDate anchor) {
    Arbitrary<Integer> gaps =
        Arbitraries.oneOf(
            Arbitraries.of(0, 0, 1),
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(300, 1100));
    Arbitrary<Integer> lengths =
        Arbitraries.oneOf(
            Arbitraries.of(364, 365, 366, 729, 730, 731),
            Arbitraries.integers().between(0, 900),
            Arbitraries.integers().between(900, 2600));
    return Combinators.combine(
            Combinators.combine(gaps, lengths).as(List::of).list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.of(true, false))
        .as((agreements, lasts) -> oneAfterTheOther(anchor, agreements, lasts));
  }

  private static List<Days> oneAfterTheOther(
      LocalDate anchor, List<List<Integer>> agreements, boolean lasts) {
    List<Days> duty = new ArrayList<>();
    LocalDate free = anchor.minusDays(agreements.get(0).get(0));
    for (List<Integer> agreement : agreements) {
      LocalDate from = free.plusDays(agreement.get(0));
      LocalDate until = from.plusDays(agreement.get(1));
      boolean last = duty.size() == agreements.size() - 1;
      duty.add(new Days(from, last && lasts ? null : until));
      free = until.plusDays(1);
    }
    return duty;
  }

  /** Up to three, sometimes one that goes on. */
  private static Arbitrary<List<Days>> spans(LocalDate anchor, int longest) {
    Arbitrary<Integer> lengths =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0, longest), Arbitraries.integers().between(26, 33))
            .injectNull(0.1);
    return Combinators.combine(near(anchor), lengths)
        .as((from, days) -> new Days(from, days == null ? null : from.plusDays(days)))
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<List<Credit>> credits(LocalDate anchor) {
    return Combinators.combine(
            near(anchor),
            Arbitraries.integers().between(0, 800),
            Arbitraries.of("seminar", "book", "film"))
        .as(Credit::new)
        .list()
        .ofMaxSize(16);
  }

  private static Arbitrary<OpeningMinutes> openings(LocalDate anchor) {
    return Combinators.combine(
            near(anchor),
            Arbitraries.integers().between(0, 1600),
            Arbitraries.integers().between(0, 1600))
        .as(OpeningMinutes::new)
        .injectNull(0.6);
  }
}
