package org.opora.duties.domain.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Standing;

class IntervalShapeTest {
  private static final IntervalShape TWO_MONTHS =
      new IntervalShape(
          new Figures<>(List.of(new Figure<>(Period.ofMonths(2), LocalDate.of(2013, 1, 1), null))),
          14,
          true);

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static Assessment assess(
      String began, String last, String elsewhere, String movedIn, String asOf) {
    return TWO_MONTHS
        .assess(new IntervalFacts(day(began), day(last), day(elsewhere), day(movedIn)), day(asOf))
        .orElseThrow();
  }

  /** Every month end, in a common year, before and in a leap year, and where a century is none. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-31, 2025-03-31",
    "2025-02-28, 2025-04-28",
    "2025-03-31, 2025-05-31",
    "2025-04-30, 2025-06-30",
    "2025-05-31, 2025-07-31",
    "2025-06-30, 2025-08-30",
    "2025-07-31, 2025-09-30",
    "2025-08-31, 2025-10-31",
    "2025-09-30, 2025-11-30",
    "2025-10-31, 2025-12-31",
    "2025-11-30, 2026-01-30",
    "2025-12-28, 2026-02-28",
    "2025-12-29, 2026-02-28",
    "2025-12-30, 2026-02-28",
    "2025-12-31, 2026-02-28",
    "2027-12-29, 2028-02-29",
    "2027-12-30, 2028-02-29",
    "2027-12-31, 2028-02-29",
    "2028-02-29, 2028-04-29",
    "2099-12-31, 2100-02-28"
  })
  void monthEndsClamp(LocalDate last, LocalDate due) {
    Assessment found =
        TWO_MONTHS
            .assess(new IntervalFacts(LocalDate.of(2020, 1, 1), last, null, null), last)
            .orElseThrow();
    assertEquals(due, found.due());
    assertEquals(Ground.LAST, found.ground());
    assertEquals(last, found.start());
  }

  /** Stories S1: Tomáš moves from Horáková to the Nováks. */
  @Test
  void childMovesToAnotherFamily() {
    assertEquals(
        day("2026-09-08"),
        assess("2025-03-15", "2026-07-08", null, null, "2026-08-20").due(),
        "the former carer's own clock runs on");
    Assessment carer = assess("2026-08-20", null, null, null, "2026-08-20");
    assertEquals(day("2026-10-20"), carer.due(), "each of the Nováks");
    assertEquals(Ground.BEGINNING, carer.ground());
    Assessment child = assess("2026-08-20", null, "2026-07-08", null, "2026-08-20");
    assertEquals(day("2026-09-08"), child.due(), "the child keeps its own clock");
    assertEquals(Ground.BROUGHT_ALONG, child.ground());
    IntervalShape restarting = new IntervalShape(TWO_MONTHS.figures(), 14, false);
    assertEquals(
        day("2026-10-20"),
        restarting
            .assess(
                new IntervalFacts(day("2026-08-20"), null, day("2026-07-08"), null),
                day("2026-08-20"))
            .orElseThrow()
            .due(),
        "setting: restart with the new agreement");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-23, OK", // 15 days left
    "2026-09-24, DUE_SOON",
    "2026-10-08, DUE_SOON", // the day itself
    "2026-10-09, OVERDUE"
  })
  void soonIsTheLastFourteenDays(LocalDate asOf, Standing standing) {
    Assessment found =
        TWO_MONTHS
            .assess(new IntervalFacts(day("2026-01-01"), day("2026-08-08"), null, null), asOf)
            .orElseThrow();
    assertEquals(standing, found.standing());
    assertEquals(day("2026-10-08"), found.due());
  }

  @Test
  void whatHappenedLaterDoesNotCount() {
    Assessment found = assess("2026-01-10", "2026-09-01", null, null, "2026-08-31");
    assertEquals(day("2026-03-10"), found.due());
    assertEquals(Ground.BEGINNING, found.ground());
    assertEquals(Standing.OVERDUE, found.standing());
  }

  @Test
  void aVisitElsewhereAfterTheChildCameDoesNotCount() {
    // A child in two families at once: the other family's visit does not stand for one here.
    assertEquals(
        day("2026-03-10"), assess("2026-01-10", null, "2026-02-01", null, "2026-03-01").due());
  }

  @Test
  void aLaterVisitHereCountsMoreThanTheOneBefore() {
    Assessment found = assess("2026-08-20", "2026-09-01", "2026-07-08", null, "2026-09-02");
    assertEquals(day("2026-11-01"), found.due());
    assertEquals(Ground.LAST, found.ground());
  }

  @Test
  void aChildThatComesBackBringsTheClockOfItsLastFamily() {
    Assessment found = assess("2026-08-20", "2024-02-01", "2026-07-08", null, "2026-08-21");
    assertEquals(day("2026-09-08"), found.due());
    assertEquals(Ground.BROUGHT_ALONG, found.ground());
  }

  @Test
  void nothingWasDueBeforeTheDutyBeganHere() {
    assertEquals(
        day("2026-08-20"), assess("2026-08-20", null, "2026-01-05", null, "2026-08-20").due());
    assertEquals(
        day("2026-08-20"), assess("2026-08-20", "2021-01-05", null, null, "2026-08-20").due());
  }

  @Test
  void beforeTheMoveNothingIsAssessed() {
    Assessment found = assess("2019-05-01", null, null, "2026-11-22", "2026-11-22");
    assertEquals(Standing.NOT_ASSESSED, found.standing());
    assertEquals(Ground.BEFORE_OPORA, found.ground());
    assertEquals(null, found.due());
    assertEquals(day("2027-01-22"), found.nextBy());
    assertEquals(
        Standing.NOT_ASSESSED,
        assess("2019-05-01", null, null, "2026-11-22", "2026-11-01").standing(),
        "a look back");
  }

  @Test
  void afterTheMoveSilenceCounts() {
    Assessment soon = assess("2019-05-01", null, null, "2026-11-22", "2027-01-08");
    assertEquals(Standing.DUE_SOON, soon.standing());
    assertEquals(day("2027-01-22"), soon.due());
    assertEquals(
        Standing.OVERDUE, assess("2019-05-01", null, null, "2026-11-22", "2027-01-23").standing());
  }

  @Test
  void aFileThatMovedInWithinItsFirstPeriodIsAssessed() {
    Assessment found = assess("2026-10-01", null, null, "2026-11-22", "2026-11-22");
    assertEquals(day("2026-12-01"), found.due());
    assertEquals(Ground.BEGINNING, found.ground());
    assertEquals(
        day("2026-12-01"),
        assess("2026-10-01", null, null, "2026-12-01", "2026-12-01").due(),
        "due on the day of the move is not before it");
  }

  @Test
  void takenOverEvidenceCounts() {
    Assessment found = assess("2019-05-01", "2026-09-18", null, "2026-11-22", "2026-11-22");
    assertEquals(day("2026-11-18"), found.due());
    assertEquals(Standing.OVERDUE, found.standing());
  }

  @Test
  void theFigureOfTheStartApplies() {
    IntervalShape changed =
        new IntervalShape(
            new Figures<>(
                List.of(
                    new Figure<>(Period.ofMonths(1), LocalDate.of(2027, 1, 1), null),
                    new Figure<>(
                        Period.ofMonths(2), LocalDate.of(2013, 1, 1), LocalDate.of(2026, 12, 31)))),
            14,
            true);
    IntervalFacts before = new IntervalFacts(day("2020-01-01"), day("2026-12-31"), null, null);
    IntervalFacts after = new IntervalFacts(day("2020-01-01"), day("2027-01-01"), null, null);
    assertEquals(day("2027-02-28"), changed.assess(before, day("2027-01-02")).orElseThrow().due());
    assertEquals(day("2027-02-01"), changed.assess(after, day("2027-01-02")).orElseThrow().due());
  }

  @Test
  void aDutyBeginsWithItsLaw() {
    IntervalFacts old = new IntervalFacts(day("2011-06-01"), null, null, null);
    assertEquals(day("2013-03-01"), TWO_MONTHS.assess(old, day("2013-01-05")).orElseThrow().due());
    assertTrue(TWO_MONTHS.assess(old, day("2012-12-31")).isEmpty());
  }

  private static Assessment silent(String last, String asOf, List<Days> silent, List<Days> away) {
    return TWO_MONTHS
        .assess(
            new IntervalFacts(day("2025-03-15"), day(last), null, new Silence(silent), away),
            day(asOf))
        .orElseThrow();
  }

  private static List<Days> days(String from, String until) {
    return List.of(new Days(day(from), day(until)));
  }

  /** Last seen on 8 July, so due on 8 September; the module was away in August, and came back. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-31, OK, 2026-09-08, 2026-09-08",
    "2026-08-01, NOT_ASSESSED, , 2026-09-08", // away
    "2026-08-31, NOT_ASSESSED, , 2026-09-08",
    "2026-09-01, DUE_SOON, 2026-09-08, 2026-09-08", // back: the date still lies ahead
    "2026-09-08, DUE_SOON, 2026-09-08, 2026-09-08",
    "2026-09-09, NOT_ASSESSED, , 2026-11-01", // a visit of August would have moved it
    "2026-10-17, NOT_ASSESSED, , 2026-11-01",
    "2026-10-18, DUE_SOON, 2026-11-01, 2026-11-01",
    "2026-11-01, DUE_SOON, 2026-11-01, 2026-11-01",
    "2026-11-02, OVERDUE, 2026-11-01, 2026-11-01" // two months of hearing everything
  })
  void aModuleThatWasAway(String asOf, Standing standing, String due, String nextBy) {
    Assessment found = silent("2026-07-08", asOf, days("2026-08-01", "2026-08-31"), List.of());
    assertEquals(standing, found.standing());
    assertEquals(day(due), found.due());
    assertEquals(day(nextBy), found.nextBy());
  }

  @Test
  void aModuleThatStaysAway() {
    Assessment found = silent("2026-07-08", "2027-07-08", days("2026-08-01", null), List.of());
    assertEquals(Standing.NOT_ASSESSED, found.standing());
    assertEquals(Ground.LAST, found.ground());
    assertEquals(day("2026-09-08"), found.nextBy());
  }

  @Test
  void aVisitAfterTheSilenceIsAFactLikeAnyOther() {
    Assessment found =
        silent("2026-09-10", "2026-11-11", days("2026-08-01", "2026-08-31"), List.of());
    assertEquals(Standing.OVERDUE, found.standing());
    assertEquals(day("2026-11-10"), found.due());
  }

  @Test
  void aVisitOnTheLastSilentDayLeavesNothingUnknown() {
    assertEquals(
        Standing.OVERDUE,
        silent("2026-07-08", "2026-09-09", days("2026-06-01", "2026-07-08"), List.of()).standing());
    assertEquals(
        day("2026-09-10"),
        silent("2026-07-08", "2026-09-09", days("2026-06-01", "2026-07-09"), List.of()).due());
  }

  @Test
  void aShorterPeriodAfterASilenceMakesNoDateEarlier() {
    IntervalShape changed =
        new IntervalShape(
            new Figures<>(
                List.of(
                    new Figure<>(Period.ofMonths(1), day("2026-07-20"), null),
                    new Figure<>(Period.ofMonths(6), day("2013-01-01"), day("2026-07-19")))),
            14,
            true);
    Silence away = new Silence(days("2026-07-15", "2026-07-31"));
    IntervalFacts facts =
        new IntervalFacts(day("2025-03-15"), day("2026-07-08"), null, away, List.of());
    Assessment ahead = changed.assess(facts, day("2026-09-02")).orElseThrow();
    assertEquals(day("2027-01-08"), ahead.due());
    Assessment passed = changed.assess(facts, day("2027-01-09")).orElseThrow();
    assertEquals(Standing.OVERDUE, passed.standing());
    assertEquals(day("2027-01-08"), passed.due());
    assertEquals(Ground.LAST, passed.ground());
  }

  /** The clock of a child in hospital runs on; what is said of it changes, day by day. */
  @ParameterizedTest
  @CsvSource({
    "2026-09-08, DUE_SOON",
    "2026-09-09, JUSTIFIED",
    "2026-09-20, JUSTIFIED", // the last day away
    "2026-09-21, OVERDUE"
  })
  void whoIsAwayOnTheDueDateIsExcusedAsLongAsThat(String asOf, Standing standing) {
    Assessment found = silent("2026-07-08", asOf, List.of(), days("2026-09-01", "2026-09-20"));
    assertEquals(standing, found.standing());
    assertEquals(day("2026-09-08"), found.due());
  }

  @Test
  void whoCouldHaveBeenSeenIsNotExcused() {
    assertEquals(
        Standing.OVERDUE,
        silent("2026-07-08", "2026-09-12", List.of(), days("2026-09-09", null)).standing(),
        "home on the due date");
    assertEquals(
        Standing.JUSTIFIED,
        silent(
                "2026-07-08",
                "2026-09-30",
                List.of(),
                List.of(
                    new Days(day("2026-09-15"), null),
                    new Days(day("2026-09-08"), day("2026-09-14"))))
            .standing(),
        "two absences on end");
    assertEquals(
        Standing.OVERDUE,
        silent(
                "2026-07-08",
                "2026-09-30",
                List.of(),
                List.of(
                    new Days(day("2026-09-16"), null),
                    new Days(day("2026-09-08"), day("2026-09-14"))))
            .standing(),
        "home for a day between them");
  }
}
