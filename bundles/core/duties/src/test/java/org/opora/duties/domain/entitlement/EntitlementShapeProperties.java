package org.opora.duties.domain.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
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
import org.opora.testkit.SeedOfRun;

/**
 * The engine against {@link EntitlementByLeaf}: 500 tries, 10,000 with {@code
 * -Dopora.campaign=true}.
 */
@AddLifecycleHook(SeedOfRun.class)
class EntitlementShapeProperties {
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

  /** A rule and a ledger under it, looked at on a day. */
  record History(EntitlementShape rule, EntitlementFacts life, LocalDate asOf) {}

  @Property(edgeCases = EdgeCasesMode.NONE)
  void agreesWithTheCalendarTurnedLeafByLeaf(@ForAll("histories") History history) {
    assertEquals(
        EntitlementByLeaf.answer(history.rule(), history.life(), history.asOf()),
        history.rule().assess(history.life(), history.asOf()).stream()
            .map(EntitlementShapeProperties::row)
            .toList());
  }

  private static EntitlementByLeaf.Row row(EntitlementYear year) {
    EntitlementUse use = year.use();
    return new EntitlementByLeaf.Row(
        year.year().getValue(),
        year.ground().name(),
        year.standing().name(),
        year.amount(),
        use.before(),
        use.days(),
        use.justified(),
        use.outside(),
        use.used(),
        year.left(),
        year.over(),
        year.overJustified());
  }

  @Provide
  Arbitrary<History> histories() {
    return Combinators.combine(rules(), lives(), near()).as(History::new);
  }

  /** A day of some five years, often at the border of a year or of a month. */
  private static Arbitrary<LocalDate> near() {
    Arbitrary<LocalDate> any = Arbitraries.integers().between(0, 1900).map(FIRST::plusDays);
    Arbitrary<Integer> off = Arbitraries.integers().between(-3, 2);
    return Arbitraries.oneOf(
        any,
        Combinators.combine(any, off).as((day, days) -> day.withDayOfMonth(1).plusDays(days)),
        Combinators.combine(any, off).as((day, days) -> day.withDayOfYear(1).plusDays(days)));
  }

  private static Arbitrary<EntitlementShape> rules() {
    return Combinators.combine(
            Arbitraries.of(EntitlementUnit.DAYS, EntitlementUnit.DAYS, EntitlementUnit.MINUTES),
            figures(),
            Arbitraries.of(true, false))
        .as(EntitlementShape::new);
  }

  /** Before the change of the law, after it, and sometimes a time without any. */
  private static Arbitrary<Figures<Integer>> figures() {
    Arbitrary<Integer> amounts = Arbitraries.integers().between(0, 30);
    return Combinators.combine(amounts, amounts, near(), Arbitraries.of(0, 0, 0, 400))
        .as(
            (before, after, change, gap) ->
                new Figures<>(
                    List.of(
                        new Figure<>(after, change.plusDays(gap), null),
                        new Figure<>(before, LocalDate.of(2010, 1, 1), change.minusDays(1)))));
  }

  private static Arbitrary<EntitlementFacts> lives() {
    return Combinators.combine(
            spans(900, 4),
            entries(8),
            entries(5),
            splits(),
            balances().injectNull(0.6),
            spans(60, 2).map(Silence::new))
        .as(EntitlementFacts::new);
  }

  /** Sometimes one that goes on. */
  private static Arbitrary<Days> span(int longest) {
    return Combinators.combine(near(), Arbitraries.integers().between(0, longest).injectNull(0.05))
        .as((from, days) -> new Days(from, days == null ? null : from.plusDays(days)));
  }

  private static Arbitrary<List<Days>> spans(int longest, int most) {
    return span(longest).list().ofMaxSize(most);
  }

  private static Arbitrary<List<EntitlementEntry>> entries(int most) {
    return Combinators.combine(
            span(9), Arbitraries.integers().between(0, 4), Arbitraries.of(true, false))
        .as(EntitlementEntry::new)
        .list()
        .ofMaxSize(most);
  }

  private static Arbitrary<EntitlementSplit> splits() {
    return Combinators.combine(near(), Arbitraries.integers().between(0, 20).injectNull(0.4))
        .as(EntitlementSplit::new)
        .injectNull(0.4);
  }

  private static Arbitrary<EntitlementBalance> balances() {
    return Combinators.combine(near(), Arbitraries.integers().between(0, 20))
        .as(EntitlementBalance::new);
  }
}
