package org.opora.registry.grant.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.files.CareKind;
import org.opora.api.text.Text;
import org.opora.law.czech.contributions.CzechGrant;
import org.opora.registry.grant.domain.MonthLine.Reason;

/** The figures of the law, month by month. */
class TwelfthsTest {
  private static final LocalDate START = LocalDate.of(2025, 3, 3);
  private final CzechGrant law = new CzechGrant();
  private final Twelfths twelfths = new Twelfths(law.amounts(), law.begunMonthCounts());

  @Test
  void aTwelfthBelongsToEachMonthInWhichTheAgreementIsInForce() {
    Facts ended = facts(CareKind.LONG_TERM, START, LocalDate.of(2026, 6, 30));
    assertEquals(3_300_000, sum(ended, 2026), "6/12 of 66 000");
    assertEquals(5_500_000, sum(ended, 2025), "10/12, March is begun");
    assertEquals(0, sum(ended, 2027));
    assertEquals(6_600_000, sum(facts(CareKind.LONG_TERM, START, null), 2026));
    assertEquals(
        0,
        sum(facts(CareKind.LONG_TERM, LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 9)), 2026),
        "it never began");
    assertEquals(7_200_000, sum(facts(CareKind.TEMPORARY, START, null), 2026), "without a child");
    assertEquals(
        6_600_000,
        sum(facts(CareKind.LONG_TERM, START, LocalDate.of(2026, 12, 31)), 2026),
        "variant B of the story");
  }

  @Test
  void formerYearsHaveTheirAmounts() {
    Facts old = facts(CareKind.TEMPORARY, LocalDate.of(2012, 6, 1), null);
    assertEquals(0, sum(old, 2012));
    assertEquals(4_800_000, sum(old, 2013));
    assertEquals(4_800_000, sum(old, 2021));
    assertEquals(5_400_000, sum(old, 2022));
    assertEquals(5_940_000, sum(old, 2023));
    assertEquals(5_940_000, sum(old, 2024));
    assertEquals(
        List.of(Trust.VERIFIED, Trust.UNVERIFIED),
        twelfths.of(old, 2024).stream().map(MonthLine::trust).distinct().toList(),
        "of the second half no amount is known");
    assertEquals(
        List.of(Reason.NO_LAW),
        twelfths.of(old, 2012).stream()
            .filter(line -> line.month().getMonthValue() > 5)
            .map(MonthLine::reason)
            .distinct()
            .toList());
  }

  @Test
  void theReasonStandsBesideEachMonth() {
    Facts short1 = facts(CareKind.LONG_TERM, START, LocalDate.of(2025, 5, 10));
    assertEquals(
        List.of(
            Reason.NOT_IN_FORCE,
            Reason.NOT_IN_FORCE,
            Reason.BEGUN,
            Reason.WHOLE,
            Reason.BEGUN,
            Reason.NOT_IN_FORCE),
        twelfths.of(short1, 2025).stream().limit(6).map(MonthLine::reason).toList());
    Twelfths strict =
        new Twelfths(
            law.amounts(),
            List.of(
                new Parameter<>(
                    false,
                    LocalDate.of(2013, 1, 1),
                    null,
                    "x",
                    Text.of("x", "x"),
                    Trust.VERIFIED)));
    assertEquals(
        List.of(Reason.PART_ONLY, Reason.WHOLE, Reason.PART_ONLY),
        strict.of(short1, 2025).stream().skip(2).limit(3).map(MonthLine::reason).toList());
    assertEquals(550_000, Twelfths.sum(strict.of(short1, 2025)));
  }

  @Test
  void threeChildrenOrADependentOneBringTheSupplement() {
    Span all = new Span(START, null);
    Span third = new Span(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 8, 31));
    Facts three =
        new Facts(
            CareKind.LONG_TERM,
            all,
            List.of(),
            List.of(List.of(all), List.of(all), List.of(third)),
            List.of());
    assertEquals(6_600_000 + 4 * 150_000, sum(three, 2026), "May to August");
    assertEquals(
        "2 2 2 2 3 3 3 3 2 2 2 2",
        twelfths.of(three, 2026).stream()
            .map(line -> String.valueOf(line.children()))
            .collect(Collectors.joining(" ")));
    Facts dependent =
        new Facts(
            CareKind.TEMPORARY,
            all,
            List.of(),
            List.of(List.of(all)),
            List.of(new Span(LocalDate.of(2026, 6, 30), null)));
    assertEquals(7_200_000 + 7 * 150_000, sum(dependent, 2026), "from June");
    Facts former =
        new Facts(
            CareKind.LONG_TERM,
            new Span(LocalDate.of(2020, 1, 1), null),
            List.of(),
            List.of(List.of(all), List.of(all), List.of(all)),
            List.of());
    assertEquals(5_940_000, sum(former, 2024), "there was no supplement before 2025");
    // A third child that comes after the last day of the agreement brings nothing.
    Facts late =
        new Facts(
            CareKind.LONG_TERM,
            new Span(START, LocalDate.of(2026, 5, 10)),
            List.of(),
            List.of(List.of(all), List.of(all), List.of(third)),
            List.of());
    assertEquals(5 * 550_000, sum(late, 2026));
  }

  @Test
  void aFamilyGetsOneTwelfthForAMonthInWhichOneAgreementFollowsAnother() {
    LocalDate change = LocalDate.of(2026, 6, 15);
    Facts first = facts(CareKind.LONG_TERM, START, change);
    Span then = new Span(change.plusDays(1), null);
    Facts second =
        new Facts(
            CareKind.TEMPORARY,
            then,
            List.of(first.agreement(), new Span(change.plusDays(1), change)),
            List.of(),
            List.of());
    assertEquals(6 * 550_000, sum(first, 2026));
    assertEquals(6 * 600_000, sum(second, 2026), "June counts with the first");
    assertEquals(Reason.COUNTED_BEFORE, twelfths.of(second, 2026).get(5).reason());
    Facts later =
        new Facts(
            CareKind.TEMPORARY,
            new Span(LocalDate.of(2026, 7, 1), null),
            List.of(new Span(START, LocalDate.of(2026, 6, 30))),
            List.of(),
            List.of());
    assertEquals(6 * 600_000, sum(later, 2026), "the month before is another");
  }

  @Test
  void aMonthThatIsBegunIsAsSureAsTheWeakerFigure() {
    Facts ended = facts(CareKind.LONG_TERM, LocalDate.of(2022, 3, 1), LocalDate.of(2023, 6, 15));
    assertEquals(Trust.VERIFIED, twelfths.of(ended, 2023).get(4).trust());
    assertEquals(Trust.UNVERIFIED, twelfths.of(ended, 2023).get(5).trust(), "June is begun");
    Span all = new Span(START, null);
    Facts dependent =
        new Facts(
            CareKind.LONG_TERM,
            all,
            List.of(),
            List.of(List.of(all)),
            List.of(new Span(LocalDate.of(2026, 6, 30), null)));
    assertEquals(
        List.of(Trust.SECONDARY, Trust.UNVERIFIED, Trust.SECONDARY),
        twelfths.of(dependent, 2026).stream().skip(4).limit(3).map(MonthLine::trust).toList(),
        "the supplement of June rests on a part of it");
  }

  @Test
  void daysAreTakenFromDays() {
    Span open = new Span(START, null);
    Span june = new Span(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));
    assertEquals(
        List.of(
            new Span(START, LocalDate.of(2026, 5, 31)), new Span(LocalDate.of(2026, 7, 1), null)),
        open.without(june));
    assertEquals(List.of(), june.without(open));
    assertEquals(List.of(june), june.without(new Span(LocalDate.of(2026, 7, 1), null)));
    assertEquals(june, open.and(june));
    assertTrue(june.and(new Span(LocalDate.of(2026, 7, 1), null)).empty());
  }

  @Test
  void whatCameBeyondWhatBelongsIsReturned() {
    LocalDate last = LocalDate.of(2026, 6, 30);
    assertEquals(3_300_000, new Settling(last, 6_600_000, 3_300_000, null, null, null).toReturn());
    assertEquals(
        2_200_000, new Settling(last, 6_600_000, 3_300_000, 5_500_000L, null, null).toReturn());
    assertEquals(0, new Settling(last, 6_600_000, 3_300_000, 0L, null, null).toReturn());
  }

  private long sum(Facts facts, int year) {
    return Twelfths.sum(twelfths.of(facts, year));
  }

  private static Facts facts(CareKind kind, LocalDate from, LocalDate until) {
    return new Facts(kind, new Span(from, until), List.of(), List.of(), List.of());
  }
}
