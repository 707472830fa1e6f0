package org.opora.duties.domain.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Standing;

/** C6 and C17 with the figures of the stories. */
class EntitlementShapeTest {
  private static final EntitlementShape RESPITE =
      new EntitlementShape(EntitlementUnit.DAYS, amount(14), false);
  private static final EntitlementShape BY_MONTH =
      new EntitlementShape(EntitlementUnit.DAYS, amount(14), true);

  private static Figures<Integer> amount(int value) {
    return new Figures<>(List.of(new Figure<>(value, day("2013-01-01"), null)));
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static Days days(String from, String until) {
    return new Days(day(from), day(until));
  }

  private static EntitlementEntry away(String from, String until) {
    return new EntitlementEntry(days(from, until), 0, false);
  }

  private static EntitlementEntry justified(String from, String until) {
    return new EntitlementEntry(days(from, until), 0, true);
  }

  private static EntitlementFacts ledger(Days entitled, EntitlementEntry... entries) {
    return new EntitlementFacts(
        List.of(entitled), List.of(entries), List.of(), null, null, Silence.NONE);
  }

  private static EntitlementYear last(EntitlementShape shape, EntitlementFacts facts, String asOf) {
    List<EntitlementYear> years = shape.assess(facts, day(asOf));
    return years.get(years.size() - 1);
  }

  private static void used(int used, int left, EntitlementYear found) {
    assertEquals(used, found.use().used(), "used");
    assertEquals(left, found.left(), "left");
  }

  /** Stories S1 (c): the same days on the child's ledger and on the former carer's, not here. */
  @Test
  void aChildMovesToAnotherFamily() {
    EntitlementEntry june = away("2026-06-26", "2026-07-01");
    EntitlementYear novaks = last(RESPITE, ledger(days("2026-08-20", null)), "2026-08-20");
    used(0, 14, novaks);
    assertEquals(14, novaks.amount());
    assertEquals(EntitlementGround.OPEN, novaks.ground());
    EntitlementYear horakova =
        last(RESPITE, ledger(days("2026-02-04", "2026-08-04"), june), "2026-08-20");
    used(6, 8, horakova);
    assertEquals(EntitlementGround.NOT_NOW, horakova.ground(), "no child is with her");
    assertEquals(Standing.NOT_APPLICABLE, horakova.standing());
    EntitlementYear tomas = last(RESPITE, ledger(days("2026-02-04", null), june), "2026-08-20");
    used(6, 8, tomas);
    assertEquals(EntitlementGround.OPEN, tomas.ground());
    assertEquals(
        Set.of(
            day("2026-06-26"),
            day("2026-06-27"),
            day("2026-06-28"),
            day("2026-06-29"),
            day("2026-06-30"),
            day("2026-07-01")),
        tomas.use().days().keySet());
  }

  /** Stories S4: each starts with the joint 6 of 14. */
  @Test
  void separatedCarersStartWithWhatWasUsedJointly() {
    EntitlementFacts jana = separated(new EntitlementSplit(day("2026-06-25"), null));
    used(6, 8, last(RESPITE, jana, "2026-06-25"));
    used(8, 6, last(RESPITE, jana, "2026-08-31"));
  }

  /** Stories S4: until a person confirms another split, and from then on as confirmed. */
  @Test
  void aConfirmedSplitReplacesTheJointDays() {
    EntitlementFacts jana = separated(new EntitlementSplit(day("2026-06-25"), 2));
    used(6, 8, last(RESPITE, jana, "2026-06-24"));
    used(2, 12, last(RESPITE, jana, "2026-06-25"));
    EntitlementYear later = last(RESPITE, jana, "2026-08-31");
    used(4, 10, later);
    assertEquals(2, later.use().before());
    assertEquals(Set.of(day("2026-07-04"), day("2026-07-05")), later.use().days().keySet());
  }

  @Test
  void aLedgerThatIsSharedCountsTheDaysOfBoth() {
    used(11, 3, last(RESPITE, separated(null), "2026-08-31"));
  }

  /** Six days jointly, then two of her own, then three of the other's. */
  private static EntitlementFacts separated(EntitlementSplit split) {
    return new EntitlementFacts(
        List.of(days("2025-05-01", null)),
        List.of(away("2026-07-04", "2026-07-05")),
        List.of(away("2026-03-02", "2026-03-07"), away("2026-08-01", "2026-08-03")),
        split,
        null,
        Silence.NONE);
  }

  /** Stories S6: eight calendar days of a camp are eight days of respite. */
  @Test
  void aDayCountsOnceHoweverManyEntriesCoverIt() {
    EntitlementFacts facts =
        ledger(
            days("2025-01-01", null),
            away("2026-07-05", "2026-07-12"),
            away("2026-07-12", "2026-07-12"),
            away("2026-07-11", "2026-07-13"));
    used(9, 5, last(RESPITE, facts, "2026-08-01"));
  }

  @Test
  void anEntryOverTheYearsEndIsSplitAndNothingIsCarried() {
    EntitlementFacts facts = ledger(days("2025-01-01", null), away("2025-12-30", "2026-01-02"));
    List<EntitlementYear> found = RESPITE.assess(facts, day("2026-01-05"));
    used(2, 12, found.get(0));
    assertEquals(EntitlementGround.LAPSED, found.get(0).ground());
    assertEquals(Standing.OK, found.get(0).standing(), "a right that is not used is not missed");
    used(2, 12, found.get(1));
  }

  @Test
  void whatHappenedLaterDoesNotCount() {
    EntitlementFacts facts = ledger(days("2025-01-01", null), away("2026-07-05", null));
    used(0, 14, last(RESPITE, facts, "2026-07-04"));
    used(3, 11, last(RESPITE, facts, "2026-07-07"));
  }

  @Test
  void onlyDaysWithARightCount() {
    EntitlementFacts facts = ledger(days("2026-06-12", null), away("2026-06-10", "2026-06-13"));
    EntitlementYear before = last(RESPITE, facts, "2026-06-11");
    assertEquals(EntitlementGround.NOT_ENTITLED, before.ground(), "the child is not yet two");
    assertEquals(0, before.amount());
    EntitlementYear after = last(RESPITE, facts, "2026-06-30");
    used(2, 12, after);
    assertEquals(Set.of(day("2026-06-10"), day("2026-06-11")), after.use().outside().keySet());
  }

  @Test
  void aYearWithoutARightStandsBetweenTheOthers() {
    EntitlementFacts facts =
        new EntitlementFacts(
            List.of(days("2024-02-01", "2024-11-30"), days("2026-03-01", null)),
            List.of(),
            List.of(),
            null,
            null,
            Silence.NONE);
    List<EntitlementYear> found = RESPITE.assess(facts, day("2026-04-01"));
    assertEquals(
        List.of(EntitlementGround.LAPSED, EntitlementGround.NOT_ENTITLED, EntitlementGround.OPEN),
        found.stream().map(EntitlementYear::ground).toList());
    assertTrue(RESPITE.assess(facts, day("2024-01-31")).isEmpty());
  }

  @Test
  void moreThanTheAmountNeedsAReason() {
    Days right = days("2025-01-01", null);
    EntitlementYear none =
        last(RESPITE, ledger(right, away("2026-07-01", "2026-07-17")), "2026-08-01");
    used(17, 0, none);
    assertEquals(3, none.over());
    assertEquals(0, none.overJustified());
    assertEquals(EntitlementGround.OVER, none.ground());
    assertEquals(Standing.OVERDUE, none.standing());
    EntitlementYear part =
        last(
            RESPITE,
            ledger(right, away("2026-07-01", "2026-07-15"), justified("2026-07-16", "2026-07-17")),
            "2026-08-01");
    assertEquals(2, part.overJustified());
    assertEquals(EntitlementGround.OVER, part.ground());
    EntitlementYear all =
        last(
            RESPITE,
            ledger(right, justified("2026-02-01", "2026-02-03"), away("2026-07-01", "2026-07-14")),
            "2026-08-01");
    assertEquals(3, all.overJustified(), "whichever came first in the year");
    assertEquals(EntitlementGround.OVER_JUSTIFIED, all.ground());
    assertEquals(Standing.JUSTIFIED, all.standing());
    EntitlementYear exact =
        last(RESPITE, ledger(right, away("2026-07-01", "2026-07-14")), "2026-08-01");
    assertEquals(EntitlementGround.USED_UP, exact.ground());
  }

  @Test
  void theAmountIsThatOfTheFirstOfJanuary() {
    EntitlementShape changed =
        new EntitlementShape(
            EntitlementUnit.DAYS,
            new Figures<>(
                List.of(
                    new Figure<>(14, day("2013-01-01"), day("2026-06-30")),
                    new Figure<>(20, day("2026-07-01"), null))),
            false);
    assertEquals(14, last(changed, ledger(days("2025-01-01", null)), "2026-12-31").amount());
    assertEquals(20, last(changed, ledger(days("2025-01-01", null)), "2027-01-01").amount());
    assertEquals(20, last(changed, ledger(days("2026-07-01", null)), "2026-12-31").amount());
    assertEquals(
        EntitlementGround.NOT_ENTITLED,
        last(RESPITE, ledger(days("2010-01-01", null)), "2012-05-01").ground(),
        "before the law");
  }

  /** The setting of some centres; 14 days and so many months. */
  @ParameterizedTest
  @CsvSource({
    "2026-08-20, , 6", // 5 months: 5.83
    "2026-07-01, , 7",
    "2026-12-31, , 2", // 1.17
    "2026-01-01, 2026-01-01, 2",
    "2025-01-01, , 14"
  })
  void aPartOfAYearGivesItsTwelfthsRoundedUp(String from, String until, int amount) {
    assertEquals(amount, last(BY_MONTH, ledger(days(from, until)), "2026-12-31").amount());
    assertEquals(14, last(RESPITE, ledger(days(from, until)), "2026-12-31").amount());
  }

  @Test
  void theOpeningBalanceAnswersForTheTimeBefore() {
    EntitlementFacts facts =
        new EntitlementFacts(
            List.of(days("2024-01-01", null)),
            List.of(away("2026-03-01", "2026-03-02"), away("2026-11-25", "2026-11-25")),
            List.of(),
            null,
            new EntitlementBalance(day("2026-11-22"), 5),
            new Silence(List.of(days("2024-01-01", "2026-11-21"))));
    EntitlementYear found = last(RESPITE, facts, "2026-11-27");
    used(6, 8, found);
    assertEquals(EntitlementGround.OPEN, found.ground());
    EntitlementYear yearBefore = RESPITE.assess(facts, day("2026-11-27")).get(1);
    assertEquals(EntitlementGround.UNKNOWN, yearBefore.ground());
    assertEquals(EntitlementGround.UNKNOWN, last(RESPITE, facts, "2026-11-21").ground());
    used(0, 14, last(RESPITE, facts, "2027-01-01"));
  }

  @Test
  void inSilenceThereMayBeLessLeft() {
    Silence june = new Silence(List.of(days("2026-06-01", "2026-06-30")));
    EntitlementFacts facts =
        new EntitlementFacts(
            List.of(days("2024-01-01", "2026-05-31"), days("2026-07-01", null)),
            List.of(away("2026-07-01", "2026-07-15")),
            List.of(),
            null,
            null,
            june);
    assertEquals(EntitlementGround.OVER, last(RESPITE, facts, "2026-08-01").ground());
    assertEquals(
        EntitlementGround.OPEN,
        last(RESPITE, facts, "2026-07-01").ground(),
        "nothing could be used while there was no right");
    EntitlementFacts entitled =
        new EntitlementFacts(
            List.of(days("2024-01-01", null)), List.of(), List.of(), null, null, june);
    EntitlementYear found = last(RESPITE, entitled, "2026-08-01");
    assertEquals(EntitlementGround.UNKNOWN, found.ground());
    assertEquals(Standing.NOT_ASSESSED, found.standing());
    assertEquals(EntitlementGround.OPEN, last(RESPITE, entitled, "2026-05-31").ground());
  }

  /** C17: twelve hours of supervision a year may be charged to the grant. */
  @Test
  void aCapOfHoursIsTheSameLedgerInMinutes() {
    EntitlementShape supervision =
        new EntitlementShape(EntitlementUnit.MINUTES, amount(12 * 60), false);
    EntitlementEntry twoHours = new EntitlementEntry(days("2026-03-03", "2026-03-03"), 120, false);
    EntitlementEntry nine = new EntitlementEntry(days("2026-03-03", "2026-03-03"), 9 * 60, false);
    EntitlementEntry more = new EntitlementEntry(days("2026-10-01", "2026-10-01"), 90, false);
    EntitlementFacts facts = ledger(days("2020-01-01", null), twoHours, nine, more);
    used(11 * 60, 60, last(supervision, facts, "2026-09-30"));
    EntitlementYear over = last(supervision, facts, "2026-10-01");
    used(12 * 60 + 30, 0, over);
    assertEquals(30, over.over());
    assertEquals(EntitlementGround.OVER, over.ground());
  }

  @Test
  void useIsNotNegative() {
    LocalDate on = day("2026-01-01");
    assertThrows(IllegalArgumentException.class, () -> new EntitlementBalance(on, -1));
    assertThrows(IllegalArgumentException.class, () -> new EntitlementSplit(on, -1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EntitlementEntry(days("2026-01-01", null), -1, false));
  }
}
