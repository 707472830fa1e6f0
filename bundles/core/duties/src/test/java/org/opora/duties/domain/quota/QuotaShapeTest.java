package org.opora.duties.domain.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Standing;
import org.opora.duties.domain.Stretch;

/** C5 and C16 with the figures of the stories. */
class QuotaShapeTest {
  private static final Figures<Integer> MEDIATED = hours(24, "2013-01-01");
  private static final Figures<Integer> NON_MEDIATED =
      new Figures<>(
          List.of(
              new Figure<>(24 * 60, day("2013-01-01"), day("2024-12-31")),
              new Figure<>(18 * 60, day("2025-01-01"), null)));
  private static final Figures<Boolean> NEVER = new Figures<>(List.of());
  private static final Figures<Boolean> ALWAYS =
      new Figures<>(List.of(new Figure<>(true, day("2013-01-01"), null)));
  private static final QuotaShape EDUCATION = education(MEDIATED, true);
  private static final QuotaShape TRAINING =
      new QuotaShape(Stretch.CALENDAR_YEAR, MEDIATED, Map.of(), true, NEVER, true, 30);

  private static QuotaShape education(Figures<Integer> need, boolean goesAlong) {
    return new QuotaShape(
        Stretch.TWELVE_MONTHS,
        need,
        Map.of("e-learning", hours(6, "2013-01-01")),
        goesAlong,
        ALWAYS,
        false,
        30);
  }

  private static Figures<Integer> hours(int hours, String from) {
    return new Figures<>(List.of(new Figure<>(hours * 60, day(from), null)));
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static Days days(String from, String until) {
    return new Days(day(from), day(until));
  }

  private static Credit seminar(String on, double hours) {
    return new Credit(day(on), minutes(hours), "seminar");
  }

  private static int minutes(double hours) {
    return (int) Math.round(hours * 60);
  }

  /** One agreement that lasts. */
  private static QuotaFacts since(String began, Credit... credits) {
    return new QuotaFacts(
        List.of(days(began, null)), List.of(), List.of(credits), null, Silence.NONE, List.of());
  }

  private static QuotaFacts posts(List<Days> duty, Days... away) {
    return new QuotaFacts(duty, List.of(away), List.of(), null, Silence.NONE, List.of());
  }

  private static QuotaPeriod last(QuotaShape shape, QuotaFacts facts, String asOf) {
    List<QuotaPeriod> periods = shape.assess(facts, day(asOf));
    return periods.get(periods.size() - 1);
  }

  private static void between(String from, String until, QuotaPeriod found) {
    assertEquals(days(from, until), new Days(found.from(), found.until()));
  }

  /** Stories S1 (b): each of the Nováks has an own account; here Jana's. */
  @Test
  void theFirstPeriodStartsWithTheAgreement() {
    List<QuotaPeriod> found = EDUCATION.assess(since("2026-08-20"), day("2026-08-20"));
    assertEquals(1, found.size());
    between("2026-08-20", "2027-08-19", found.get(0));
    assertEquals(minutes(24), found.get(0).minutes().need());
    assertEquals(minutes(24), found.get(0).minutes().missing());
    assertEquals(QuotaGround.OPEN, found.get(0).ground());
    assertEquals(1, found.get(0).gone());
    assertEquals(365, found.get(0).days());
    assertTrue(EDUCATION.assess(since("2026-08-20"), day("2026-08-19")).isEmpty());
  }

  /** Stories S1 (a): a child that leaves moves nothing of a temporary carer's period. */
  @Test
  void aTemporaryCarersPeriodGoesOn() {
    between("2026-03-15", "2027-03-14", last(EDUCATION, since("2025-03-15"), "2026-08-20"));
  }

  /** Stories S8: Petr left after the first block. */
  @Test
  void petrLacksThreeAndAHalfHours() {
    QuotaFacts petr = since("2025-05-01", seminar("2025-11-10", 17.5), seminar("2026-04-24", 3));
    QuotaPeriod found = last(EDUCATION, petr, "2026-04-24");
    between("2025-05-01", "2026-04-30", found);
    assertEquals(minutes(20.5), found.minutes().counted());
    assertEquals(minutes(3.5), found.minutes().missing());
    assertEquals(0, found.minutes().carriedOut());
    assertEquals(QuotaGround.ENDING, found.ground());
    assertEquals(Standing.DUE_SOON, found.standing());
    QuotaPeriod missed = EDUCATION.assess(petr, day("2026-05-01")).get(0);
    assertEquals(QuotaGround.MISSED, missed.ground());
    assertEquals(Standing.OVERDUE, missed.standing());
  }

  /** Stories S8: what Jana carries expires with the next period. */
  @Test
  void janaCarriesThreeHoursIntoTheNextPeriodOnly() {
    QuotaFacts jana = since("2025-05-01", seminar("2025-11-10", 21), seminar("2026-04-24", 6));
    QuotaPeriod met = last(EDUCATION, jana, "2026-04-24");
    assertEquals(minutes(27), met.minutes().counted());
    assertEquals(QuotaGround.FULFILLED, met.ground());
    assertEquals(minutes(3), met.minutes().carriedOut());
    QuotaPeriod next = last(EDUCATION, jana, "2026-05-01");
    between("2026-05-01", "2027-04-30", next);
    assertEquals(minutes(3), next.minutes().carriedIn());
    assertEquals(minutes(21), next.minutes().missing());
    QuotaPeriod afterThat = last(EDUCATION, jana, "2027-05-01");
    assertEquals(0, afterThat.minutes().carriedIn());
    assertEquals(minutes(24), afterThat.minutes().missing());
  }

  /** Stories S8: the grandmother's agreement is of 2025, her care non-mediated. */
  @Test
  void theGrandmotherCarriesHalfAnHour() {
    QuotaShape shape = education(NON_MEDIATED, true);
    QuotaPeriod found = last(shape, since("2025-06-01", seminar("2025-10-01", 18.5)), "2026-04-24");
    assertEquals(minutes(18), found.minutes().need());
    assertEquals(QuotaGround.FULFILLED, found.ground());
    assertEquals(minutes(0.5), found.minutes().carriedOut());
  }

  /** Stories S8: eight hours of e-learning, of which six count. */
  @Test
  void whatIsOverTheCapIsShownAndDoesNotCount() {
    QuotaFacts petr =
        since(
            "2025-05-01",
            seminar("2025-11-10", 17.5),
            seminar("2026-04-24", 3),
            new Credit(day("2026-04-28"), minutes(8), "e-learning"));
    QuotaMinutes found = last(EDUCATION, petr, "2026-04-28").minutes();
    assertEquals(Map.of("e-learning", minutes(2)), found.over());
    assertEquals(minutes(26.5), found.counted());
    assertEquals(0, found.missing());
    assertEquals(minutes(2.5), found.carriedOut());
  }

  @Test
  void aCapIsOfThePeriodNotOfTheEntry() {
    QuotaFacts facts =
        since(
            "2025-05-01",
            new Credit(day("2025-06-01"), minutes(4), "e-learning"),
            new Credit(day("2026-04-30"), minutes(4), "e-learning"),
            new Credit(day("2026-05-01"), minutes(4), "e-learning"));
    List<QuotaPeriod> found = EDUCATION.assess(facts, day("2026-05-01"));
    assertEquals(minutes(6), found.get(0).minutes().counted());
    assertEquals(Map.of("e-learning", minutes(2)), found.get(0).minutes().over());
    assertEquals(minutes(4), found.get(1).minutes().counted());
    assertEquals(Map.of(), found.get(1).minutes().over());
  }

  /** Stories S4: own agreements from 25 June, the hours travel with the person. */
  @ParameterizedTest
  @CsvSource({"16, 8", "4, 20"})
  void separatedCarersGoOnWithTheirPeriods(double done, double missing) {
    QuotaPeriod found = last(EDUCATION, separated(done), "2026-06-25");
    between("2026-05-01", "2027-04-30", found);
    assertEquals(minutes(missing), found.minutes().missing());
  }

  /** Stories S4, the other setting. */
  @Test
  void orEachStartsAnewFromTheNewSigning() {
    QuotaShape anew = education(MEDIATED, false);
    List<QuotaPeriod> found = anew.assess(separated(16), day("2026-06-25"));
    assertEquals(3, found.size());
    between("2026-05-01", "2026-06-24", found.get(1));
    assertEquals(QuotaGround.BROKEN_OFF, found.get(1).ground());
    assertEquals(Standing.NOT_APPLICABLE, found.get(1).standing());
    between("2026-06-25", "2027-06-24", found.get(2));
    assertEquals(minutes(24), found.get(2).minutes().missing());
    assertEquals(0, found.get(2).minutes().carriedIn());
  }

  private static QuotaFacts separated(double done) {
    return new QuotaFacts(
        List.of(days("2026-06-25", null), days("2025-05-01", "2026-06-24")),
        List.of(),
        List.of(seminar("2025-09-01", 24), seminar("2026-05-20", done)),
        null,
        Silence.NONE,
        List.of());
  }

  @Test
  void hoursTravelOverAGapButNotOverAPeriodWithoutADuty() {
    List<Days> gap = List.of(days("2025-05-01", "2026-04-10"), days("2026-05-20", null));
    assertEquals(2, EDUCATION.assess(posts(gap), day("2026-06-01")).size());
    between("2026-05-01", "2027-04-30", last(EDUCATION, posts(gap), "2026-06-01"));
    List<Days> years = List.of(days("2020-05-01", "2022-04-10"), days("2026-08-20", null));
    between("2026-08-20", "2027-08-19", last(EDUCATION, posts(years), "2026-09-01"));
    assertEquals(3, EDUCATION.assess(posts(years), day("2026-09-01")).size());
  }

  @Test
  void nothingIsMissedInAPeriodThatWasBrokenOff() {
    QuotaFacts ending = posts(List.of(days("2025-05-01", "2026-04-20")));
    assertEquals(QuotaGround.OPEN, last(EDUCATION, ending, "2026-04-20").ground());
    assertEquals(QuotaGround.BROKEN_OFF, last(EDUCATION, ending, "2026-04-21").ground());
    QuotaFacts whole = posts(List.of(days("2025-05-01", "2026-04-30")));
    assertEquals(QuotaGround.ENDING, last(EDUCATION, whole, "2026-04-30").ground());
    assertEquals(QuotaGround.MISSED, last(EDUCATION, whole, "2026-05-01").ground());
  }

  @ParameterizedTest
  @CsvSource({"2026-03-30, OPEN", "2026-03-31, ENDING", "2026-04-30, ENDING", "2026-05-01, MISSED"})
  void soonIsTheLastThirtyDays(String asOf, QuotaGround ground) {
    assertEquals(ground, EDUCATION.assess(since("2025-05-01"), day(asOf)).get(0).ground());
  }

  @Test
  void aPeriodFromTheLeapDayComesBackToIt() {
    List<QuotaPeriod> found = EDUCATION.assess(since("2024-02-29"), day("2028-02-29"));
    between("2024-02-29", "2025-02-27", found.get(0));
    between("2025-02-28", "2026-02-27", found.get(1));
    between("2027-02-28", "2028-02-28", found.get(3));
    between("2028-02-29", "2029-02-27", found.get(4));
  }

  @Test
  void aChangeOfRulesNeverMovesARunningPeriod() {
    QuotaShape shape = education(NON_MEDIATED, true);
    List<QuotaPeriod> found = shape.assess(since("2023-12-31"), day("2025-01-02"));
    assertEquals(minutes(24), found.get(0).minutes().need());
    assertEquals(minutes(24), found.get(1).minutes().need(), "began on 31 December 2024");
    found = shape.assess(since("2024-01-01"), day("2025-01-02"));
    assertEquals(minutes(24), found.get(0).minutes().need());
    assertEquals(minutes(18), found.get(1).minutes().need(), "began on 1 January 2025");
  }

  @Test
  void aPeriodBeforeTheLawAsksNothingAndCarriesNothing() {
    QuotaFacts facts = since("2012-06-01", seminar("2012-09-01", 30), seminar("2013-07-01", 1));
    List<QuotaPeriod> found = EDUCATION.assess(facts, day("2013-07-01"));
    assertEquals(QuotaGround.NOTHING_OWED, found.get(0).ground());
    assertEquals(0, found.get(0).minutes().carriedOut());
    assertEquals(0, found.get(1).minutes().carriedIn());
    assertEquals(minutes(23), found.get(1).minutes().missing());
  }

  @Test
  void whatIsCarriedInIsUsedFirstAndNeverCarriedOn() {
    QuotaFacts facts =
        since(
            "2025-05-01",
            seminar("2025-06-01", 54), // carries 30, of which 24 are used and 6 expire
            seminar("2026-06-01", 5)); // all of it surplus
    List<QuotaPeriod> found = EDUCATION.assess(facts, day("2027-05-01"));
    assertEquals(minutes(30), found.get(1).minutes().carriedIn());
    assertEquals(minutes(6), found.get(1).minutes().unusedCarry());
    assertEquals(minutes(5), found.get(1).minutes().carriedOut());
    assertEquals(minutes(5), found.get(2).minutes().carriedIn());
    assertEquals(minutes(19), found.get(2).minutes().missing());
  }

  @Test
  void theOpeningBalanceAnswersForTheTimeBefore() {
    QuotaFacts moved =
        new QuotaFacts(
            List.of(days("2019-05-01", null)),
            List.of(),
            List.of(seminar("2026-10-01", 3), seminar("2026-11-25", 4)),
            new OpeningMinutes(day("2026-11-22"), minutes(10), minutes(2)),
            new Silence(List.of(days("2019-05-01", "2026-11-21"))),
            List.of());
    List<QuotaPeriod> found = EDUCATION.assess(moved, day("2026-11-27"));
    QuotaMinutes running = found.get(7).minutes();
    assertEquals(minutes(14), running.counted(), "10 by hand and 4 since; the 3 are in the 10");
    assertEquals(minutes(2), running.carriedIn());
    assertEquals(minutes(8), running.missing());
    assertEquals(QuotaGround.OPEN, found.get(7).ground());
    assertEquals(QuotaGround.UNKNOWN, found.get(6).ground());
    assertEquals(Standing.NOT_ASSESSED, found.get(6).standing());
    assertEquals(QuotaGround.UNKNOWN, last(EDUCATION, moved, "2026-11-21").ground(), "a look back");
  }

  @Test
  void silenceIsNotMissedAndTheNextPeriodIsAssessed() {
    QuotaFacts silent =
        new QuotaFacts(
            List.of(days("2024-05-01", null)),
            List.of(),
            List.of(seminar("2024-06-01", 24), seminar("2026-01-01", 23)),
            null,
            new Silence(List.of(days("2025-04-30", "2025-05-01"))),
            List.of());
    List<QuotaPeriod> found = EDUCATION.assess(silent, day("2027-05-01"));
    assertEquals(QuotaGround.FULFILLED, found.get(0).ground(), "by what is known");
    assertEquals(QuotaGround.UNKNOWN, found.get(1).ground());
    assertEquals(QuotaGround.MISSED, found.get(2).ground());
    assertEquals(QuotaGround.UNKNOWN, last(EDUCATION, silent, "2025-05-01").ground(), "it runs");
  }

  @Test
  void anAcceptedReasonStandsForThePeriodThatEndsInIt() {
    QuotaFacts ill =
        new QuotaFacts(
            List.of(days("2024-05-01", null)),
            List.of(),
            List.of(),
            null,
            Silence.NONE,
            List.of(days("2025-04-01", "2025-04-30")));
    List<QuotaPeriod> found = EDUCATION.assess(ill, day("2026-05-01"));
    assertEquals(QuotaGround.EXCUSED, found.get(0).ground());
    assertEquals(Standing.JUSTIFIED, found.get(0).standing());
    assertEquals(QuotaGround.MISSED, found.get(1).ground());
    assertEquals(QuotaGround.OPEN, last(EDUCATION, ill, "2025-03-01").ground());
    assertEquals(QuotaGround.EXCUSED, last(EDUCATION, ill, "2025-04-20").ground());
  }

  @Test
  void whatHappenedLaterDoesNotCount() {
    QuotaFacts facts = since("2025-05-01", seminar("2025-06-02", 24));
    assertEquals(0, last(EDUCATION, facts, "2025-06-01").minutes().counted());
    assertEquals(minutes(24), last(EDUCATION, facts, "2025-06-02").minutes().counted());
  }

  /** The pace: three quarters of the period are gone. */
  @Test
  void thePaceIsCountedInDays() {
    QuotaPeriod found = last(EDUCATION, since("2025-05-01"), "2026-01-31");
    assertEquals(276, found.gone());
    assertEquals(365, found.days());
    assertTrue(found.has(day("2026-04-30")));
    assertFalse(found.has(day("2026-05-01")));
  }

  /** C16: a twelfth for each month in the post, as the account of the staff reckons it. */
  @ParameterizedTest
  @CsvSource({
    "2020-01-01, , 24",
    "2026-03-31, , 20",
    "2026-04-01, , 18",
    "2020-01-01, 2026-03-01, 6",
    "2020-01-01, 2026-02-28, 4"
  })
  void aMonthInThePostOwesATwelfth(String from, String until, double hours) {
    QuotaPeriod found =
        TRAINING.assess(posts(List.of(days(from, until))), day("2026-11-02")).stream()
            .filter(period -> period.has(day("2026-11-02")))
            .findFirst()
            .orElseThrow();
    between("2026-01-01", "2026-12-31", found);
    assertEquals(minutes(hours), found.minutes().need());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-01, 2026-02-28, 24", // a month exactly
    "2026-02-01, 2026-03-01, 22", // a month and a day
    "2026-01-15, 2026-02-20, 22",
    "2026-01-15, 2026-03-14, 20",
    "2025-12-15, 2026-01-20, 24", // taken off the year in which it begins
    "2026-09-15, , 22" // goes on: only the month that is over
  })
  void anAbsenceLongerThanAMonthTakesTwelfthsOff(String from, String until, double hours) {
    QuotaFacts facts = posts(List.of(days("2020-01-01", null)), days(from, until));
    assertEquals(minutes(hours), last(TRAINING, facts, "2026-11-02").minutes().need());
  }

  @Test
  void shortAbsencesAreNotAddedUp() {
    QuotaFacts facts =
        posts(
            List.of(days("2020-01-01", null)),
            days("2026-02-01", "2026-02-20"),
            days("2026-03-01", "2026-03-20"));
    assertEquals(minutes(24), last(TRAINING, facts, "2026-11-02").minutes().need());
  }

  @Test
  void whoLeftOwesTheMonthsOfThePost() {
    QuotaFacts left = posts(List.of(days("2026-01-01", "2026-06-15")));
    assertEquals(QuotaGround.OPEN, last(TRAINING, left, "2026-11-02").ground());
    assertEquals(QuotaGround.MISSED, last(TRAINING, left, "2027-02-01").ground());
    assertEquals(1, TRAINING.assess(left, day("2027-02-01")).size());
    assertEquals(minutes(12), last(TRAINING, left, "2027-02-01").minutes().missing());
  }

  @Test
  void awayTheWholeYearOwesNothing() {
    QuotaFacts facts = posts(List.of(days("2020-01-01", null)), days("2025-12-20", "2027-01-20"));
    QuotaPeriod found = last(TRAINING, facts, "2026-11-02");
    assertEquals(0, found.minutes().need());
    assertEquals(QuotaGround.NOTHING_OWED, found.ground());
  }

  /** The hours travel, and between two agreements lie the first days of the second period. */
  @Test
  void aGapOverTheFirstDaysOfAPeriodOwesWhatItsFirstDayOfDutyDoes() {
    Figures<Integer> underAgreements =
        new Figures<>(
            List.of(
                new Figure<>(24 * 60, day("2025-05-01"), day("2026-04-20")),
                new Figure<>(18 * 60, day("2026-05-20"), null)));
    QuotaFacts facts =
        new QuotaFacts(
            List.of(days("2025-05-01", "2026-04-20"), days("2026-05-20", null)),
            List.of(),
            List.of(seminar("2025-06-01", 24)),
            null,
            Silence.NONE,
            List.of());
    QuotaPeriod found = last(education(underAgreements, true), facts, "2026-06-01");
    between("2026-05-01", "2027-04-30", found);
    assertEquals(day("2026-05-20"), found.figured());
    assertEquals(minutes(18), found.minutes().need());
    assertEquals(QuotaGround.OPEN, found.ground());
  }

  @Test
  void aSurplusGoesOnAsTheLawOfItsOwnPeriodSays() {
    Figures<Boolean> since = new Figures<>(List.of(new Figure<>(true, day("2025-01-01"), null)));
    QuotaShape shape =
        new QuotaShape(Stretch.TWELVE_MONTHS, MEDIATED, Map.of(), true, since, false, 30);
    QuotaFacts facts = since("2024-03-01", seminar("2024-06-01", 30), seminar("2025-06-01", 26));
    List<QuotaPeriod> found = shape.assess(facts, day("2026-03-01"));
    assertEquals(0, found.get(1).minutes().carriedIn(), "the period began under the law of before");
    assertEquals(minutes(2), found.get(2).minutes().carriedIn());
  }

  /** C16 in its newer wording: 48 hours in two years. */
  @Test
  void twoCalendarYearsAreOnePeriod() {
    QuotaShape shape =
        new QuotaShape(
            Stretch.TWO_CALENDAR_YEARS, hours(48, "2013-01-01"), Map.of(), true, NEVER, true, 30);
    List<QuotaPeriod> found =
        shape.assess(posts(List.of(days("2024-07-10", null))), day("2026-01-01"));
    between("2024-01-01", "2025-12-31", found.get(0));
    assertEquals(minutes(36), found.get(0).minutes().need());
    between("2026-01-01", "2027-12-31", found.get(1));
  }

  @Test
  void timeIsNotNegative() {
    assertThrows(IllegalArgumentException.class, () -> seminar("2026-01-01", -1));
    assertThrows(
        IllegalArgumentException.class, () -> new OpeningMinutes(day("2026-01-01"), 0, -1));
    List<Days> duty = new ArrayList<>(List.of(days("2026-01-01", null)));
    QuotaFacts facts = posts(duty);
    duty.clear();
    assertEquals(1, facts.duty().size(), "facts are copied");
  }
}
