package org.opora.duties.domain.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Standing;

class CycleShapeTest {
  private static final CycleShape STRICTER = halfYearly(NextReport.STRICTER);
  private static final CycleShape FROM_LAST = halfYearly(NextReport.FROM_LAST);

  /** Stories S9: drafted on 22 July, and to whom it came when. */
  private static final CycleFacts.Report OF_JULY =
      new CycleFacts.Report(
          day("2026-07-22"),
          CycleFacts.Kind.REGULAR,
          List.of(
              new CycleFacts.Addressee("carer", day("2026-07-24")),
              new CycleFacts.Addressee("office of the carer", day("2026-07-27")),
              new CycleFacts.Addressee("office of the child", day("2026-08-12"))));

  private static CycleShape halfYearly(NextReport next) {
    LocalDate law = LocalDate.of(2013, 1, 1);
    return new CycleShape(
        new Figures<>(List.of(new Figure<>(Period.ofMonths(6), law, null))),
        new Figures<>(List.of(new Figure<>(15, law, null))),
        new Figures<>(List.of(new Figure<>(15, law, null))),
        14,
        next);
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static CycleFacts.Report report(CycleFacts.Kind kind, String drafted) {
    return new CycleFacts.Report(day(drafted), kind, List.of());
  }

  private static CycleFacts facts(String first, String last, CycleFacts.Report... reports) {
    return new CycleFacts(day(first), day(last), List.of(reports), Silence.NONE, List.of());
  }

  private static CycleFacts regular(String first, String last, String... drafted) {
    List<CycleFacts.Report> reports = new ArrayList<>();
    for (String one : drafted) {
      reports.add(report(CycleFacts.Kind.REGULAR, one));
    }
    return facts(first, last, reports.toArray(CycleFacts.Report[]::new));
  }

  private static CycleAnswer assess(CycleShape shape, CycleFacts facts, String asOf) {
    return shape.assess(facts, day(asOf)).orElseThrow();
  }

  private static LocalDate due(CycleShape shape, CycleFacts facts, String asOf) {
    return assess(shape, facts, asOf).next().due();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-25, OK", // 15 days left
    "2026-06-26, DUE_SOON",
    "2026-07-10, DUE_SOON", // the day itself
    "2026-07-11, OVERDUE",
    "2026-07-21, OVERDUE" // drafted on the day after
  })
  void theFirstReportIsDueHalfAYearFromTheAgreement(String asOf, Standing standing) {
    CycleAnswer found = assess(STRICTER, facts("2026-01-10", null, OF_JULY), asOf);
    assertEquals(
        new CycleAnswer.Next(
            standing,
            CycleAnswer.Counted.BEGINNING,
            day("2026-01-10"),
            day("2026-07-10"),
            day("2026-07-10")),
        found.next());
    assertEquals(List.of(), found.reports());
    assertEquals(0, found.missed());
    assertNull(found.atTheEnd());
  }

  /** Stories S1: the Nováks' agreement of 20 August. A Saturday stays a Saturday. */
  @Test
  void aWeekendShiftsNothing() {
    assertEquals(day("2027-02-20"), due(STRICTER, facts("2026-08-20", null), "2026-08-20"));
  }

  /** Stories S9. */
  @ParameterizedTest
  @EnumSource
  void aReportTwelveDaysLateAndOneAddresseeSixDaysLate(NextReport next) {
    CycleAnswer found = assess(halfYearly(next), facts("2026-01-10", null, OF_JULY), "2026-08-13");
    assertEquals(1, found.reports().size());
    CycleAnswer.Drafted july = found.reports().get(0);
    assertEquals(
        new DueOnce(day("2026-07-10"), day("2026-07-22"), Standing.OK, 12), july.answered());
    LocalDate due = day("2026-08-06");
    assertEquals(
        List.of(
            new CycleAnswer.Delivery("carer", new DueOnce(due, day("2026-07-24"), Standing.OK, 0)),
            new CycleAnswer.Delivery(
                "office of the carer", new DueOnce(due, day("2026-07-27"), Standing.OK, 0)),
            new CycleAnswer.Delivery(
                "office of the child", new DueOnce(due, day("2026-08-12"), Standing.OK, 6))),
        july.deliveries());
    assertEquals(0, found.missed());
  }

  /** Stories S9: a Sunday, which the date does not mind. */
  @Test
  void theNextReportAsTheCycleWentOrFromTheLast() {
    CycleFacts facts = facts("2026-01-10", null, OF_JULY);
    assertEquals(
        new CycleAnswer.Next(
            Standing.OK,
            CycleAnswer.Counted.CYCLE,
            day("2026-07-10"),
            day("2027-01-10"),
            day("2027-01-10")),
        assess(STRICTER, facts, "2026-08-13").next());
    assertEquals(
        new CycleAnswer.Next(
            Standing.OK,
            CycleAnswer.Counted.LAST_REPORT,
            day("2026-07-22"),
            day("2027-01-22"),
            day("2027-01-22")),
        assess(FROM_LAST, facts, "2026-08-13").next());
  }

  /** Stories S9: the court asks on 3 September and gets a report on the 15th. */
  @ParameterizedTest
  @EnumSource
  void aReportThatSomebodyAskedForChangesNothing(NextReport next) {
    CycleFacts.Report asked =
        new CycleFacts.Report(
            day("2026-09-15"),
            CycleFacts.Kind.ON_REQUEST,
            List.of(new CycleFacts.Addressee("court", null)));
    CycleShape shape = halfYearly(next);
    assertEquals(
        assess(shape, facts("2026-01-10", null, OF_JULY), "2026-11-01"),
        assess(shape, facts("2026-01-10", null, asked, OF_JULY), "2026-11-01"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-26, OK, 0", // not one of the last fourteen days
    "2026-07-27, OK, 0",
    "2026-08-11, OVERDUE, 5",
    "2026-08-12, OK, 6" // it came
  })
  void eachAddresseeHasAClockOfItsOwn(String asOf, Standing standing, long late) {
    CycleShape noHurry =
        new CycleShape(
            STRICTER.periods(), STRICTER.deliveries(), STRICTER.atTheEnd(), 3, NextReport.STRICTER);
    DueOnce last =
        assess(noHurry, facts("2026-01-10", null, OF_JULY), asOf)
            .reports()
            .get(0)
            .deliveries()
            .get(2)
            .delivered();
    assertEquals(standing, last.standing());
    assertEquals(late, last.late());
    assertEquals(day("2026-08-06"), last.due());
  }

  @Test
  void anEarlyReportStartsTheCycleAnew() {
    CycleFacts facts = regular("2026-01-10", null, "2026-06-20");
    assertEquals(0, assess(STRICTER, facts, "2026-06-20").reports().get(0).answered().late());
    assertEquals(day("2026-12-20"), due(STRICTER, facts, "2026-06-20"));
    assertEquals(day("2026-12-20"), due(FROM_LAST, facts, "2026-06-20"));
  }

  /** Due on 10 July 2026; drafted after 10 January 2027 had gone by as well. */
  @Test
  void wholeTurnsThatWentBy() {
    CycleFacts facts = regular("2026-01-10", null, "2027-02-15");
    CycleAnswer before = assess(STRICTER, facts, "2027-02-14");
    assertEquals(day("2026-07-10"), before.next().due());
    assertEquals(Standing.OVERDUE, before.next().standing());
    assertEquals(1, before.missed());
    CycleAnswer after = assess(STRICTER, facts, "2027-02-15");
    assertEquals(day("2026-07-10"), after.reports().get(0).answered().due());
    assertEquals(220, after.reports().get(0).answered().late());
    assertEquals(1, after.missed());
    assertEquals(day("2027-07-10"), after.next().due(), "the first date after the drafting");
    CycleAnswer fromLast = assess(FROM_LAST, facts, "2027-02-15");
    assertEquals(day("2027-08-15"), fromLast.next().due());
    assertEquals(1, fromLast.missed());
  }

  @Test
  void aDateIsMissedTheDayAfter() {
    CycleFacts none = regular("2026-01-10", null);
    assertEquals(0, assess(STRICTER, none, "2027-01-10").missed());
    assertEquals(1, assess(STRICTER, none, "2027-01-11").missed());
    CycleFacts onTheDay = regular("2026-01-10", null, "2027-01-10");
    assertEquals(0, assess(STRICTER, onTheDay, "2027-01-10").missed());
    assertEquals(day("2027-07-10"), due(STRICTER, onTheDay, "2027-01-10"));
  }

  /** 31 August and half a year is the last of February, and half a year more 31 August again. */
  @Test
  void theCycleKeepsItsDayThroughShortMonths() {
    CycleFacts late = regular("2026-08-31", null, "2027-03-05");
    assertEquals(day("2027-08-31"), due(STRICTER, late, "2027-03-05"));
    assertEquals(day("2027-09-05"), due(FROM_LAST, late, "2027-03-05"));
    CycleFacts leap = regular("2027-08-31", null);
    assertEquals(day("2028-02-29"), due(STRICTER, leap, "2027-08-31"));
  }

  @Test
  void theFigureOfTheStartOfATurnApplies() {
    Figures<Period> changed =
        new Figures<>(
            List.of(
                new Figure<>(Period.ofMonths(3), day("2026-07-11"), null),
                new Figure<>(Period.ofMonths(6), day("2013-01-01"), day("2026-07-10"))));
    CycleShape shape =
        new CycleShape(
            changed, STRICTER.deliveries(), STRICTER.atTheEnd(), 14, NextReport.STRICTER);
    CycleFacts late = facts("2026-01-10", null, OF_JULY);
    assertEquals(day("2026-10-22"), due(shape, late, "2026-07-22"), "from the late report");
    CycleFacts inTime = regular("2026-01-10", null, "2026-07-10");
    assertEquals(day("2027-01-10"), due(shape, inTime, "2026-07-22"), "a turn of the old law");
    CycleFacts twice = regular("2026-01-10", null, "2026-07-10", "2027-01-10");
    assertEquals(day("2027-04-10"), due(shape, twice, "2027-01-10"), "a turn of the new law");
  }

  @Test
  void theTimeForDeliveriesIsThatOfTheDrafting() {
    Figures<Integer> changed =
        new Figures<>(
            List.of(
                new Figure<>(15, day("2026-07-22"), null),
                new Figure<>(30, day("2026-01-01"), day("2026-07-20"))));
    CycleShape shape =
        new CycleShape(STRICTER.periods(), changed, STRICTER.atTheEnd(), 14, NextReport.STRICTER);
    for (String[] drafted :
        new String[][] {{"2026-07-20", "2026-08-19"}, {"2026-07-22", "2026-08-06"}}) {
      CycleFacts.Report report =
          new CycleFacts.Report(
              day(drafted[0]),
              CycleFacts.Kind.REGULAR,
              List.of(new CycleFacts.Addressee("carer", null)));
      CycleAnswer found = assess(shape, facts("2026-01-10", null, report), "2026-07-22");
      assertEquals(day(drafted[1]), found.reports().get(0).deliveries().get(0).delivered().due());
    }
    CycleFacts.Report without =
        new CycleFacts.Report(
            day("2026-07-21"),
            CycleFacts.Kind.REGULAR,
            List.of(new CycleFacts.Addressee("carer", null)));
    assertEquals(
        List.of(),
        assess(shape, facts("2026-01-10", null, without), "2026-07-22")
            .reports()
            .get(0)
            .deliveries(),
        "a day without such a law");
  }

  /** Stories S3, variant A: the agreement ends on 30 June 2026, so it is there by 15 July. */
  @Test
  void theFinalReportIsDueSomeDaysAfterTheLastDay() {
    CycleFacts.Report last =
        new CycleFacts.Report(
            day("2026-07-08"),
            CycleFacts.Kind.FINAL,
            List.of(new CycleFacts.Addressee("carer", null)));
    CycleFacts facts =
        facts(
            "2025-03-03",
            "2026-06-30",
            report(CycleFacts.Kind.REGULAR, "2025-09-03"),
            report(CycleFacts.Kind.REGULAR, "2026-03-03"),
            last);
    CycleAnswer open = assess(STRICTER, facts, "2026-06-20");
    assertEquals(
        new CycleAnswer.Next(
            Standing.OK,
            CycleAnswer.Counted.END,
            day("2026-06-30"),
            day("2026-07-15"),
            day("2026-07-15")),
        open.next());
    assertEquals(new DueOnce(day("2026-07-15"), null, Standing.OK, 0), open.atTheEnd());
    assertEquals(Standing.DUE_SOON, assess(STRICTER, facts, "2026-07-07").next().standing());
    CycleAnswer late =
        assess(
            STRICTER,
            regular("2025-03-03", "2026-06-30", "2025-09-03", "2026-03-03"),
            "2026-07-17");
    assertEquals(Standing.OVERDUE, late.next().standing());
    assertEquals(2, late.atTheEnd().late());
    CycleAnswer done = assess(STRICTER, facts, "2026-07-08");
    assertEquals(
        new DueOnce(day("2026-07-15"), day("2026-07-08"), Standing.OK, 0), done.atTheEnd());
    assertEquals(done.atTheEnd(), done.reports().get(2).answered());
    assertEquals(day("2026-07-23"), done.reports().get(2).deliveries().get(0).delivered().due());
    assertEquals(Standing.NOT_APPLICABLE, done.next().standing());
    assertNull(done.next().due());
    assertEquals(0, done.missed());
  }

  @Test
  void aDateThatPassedBeforeTheFinalReportStaysWithoutOne() {
    CycleFacts facts =
        facts("2026-01-10", "2026-07-31", report(CycleFacts.Kind.FINAL, "2026-07-20"));
    CycleAnswer found = assess(STRICTER, facts, "2026-08-01");
    assertEquals(
        new DueOnce(day("2026-08-15"), day("2026-07-20"), Standing.OK, 0), found.atTheEnd());
    assertEquals(1, found.missed());
    CycleFacts goesOn = facts("2026-01-10", null, report(CycleFacts.Kind.FINAL, "2026-07-10"));
    assertEquals(
        day("2027-01-10"),
        due(STRICTER, goesOn, "2026-08-01"),
        "a final report on an agreement that goes on is one like the others");
  }

  @Test
  void afterTheEndNoRegularReportIsDue() {
    CycleFacts open = regular("2026-01-10", "2026-07-31");
    CycleAnswer during = assess(STRICTER, open, "2026-07-31");
    assertEquals(day("2026-07-10"), during.next().due());
    assertEquals(0, during.missed());
    CycleAnswer after = assess(STRICTER, open, "2026-08-01");
    assertEquals(CycleAnswer.Counted.END, after.next().counted());
    assertEquals(day("2026-08-15"), after.next().due());
    assertEquals(1, after.missed(), "nobody will draft that of July any more");
    CycleFacts one = facts("2026-01-10", "2026-07-10");
    assertEquals(
        CycleAnswer.Counted.END,
        assess(STRICTER, one, "2026-02-01").next().counted(),
        "the last day is a date of the cycle: one report, the final one");
    assertEquals(0, assess(STRICTER, one, "2027-02-01").missed());
  }

  @Test
  void aRegularReportAfterTheEndIsStillThatOfItsDate() {
    CycleAnswer found =
        assess(STRICTER, regular("2026-01-10", "2026-07-31", "2026-08-02"), "2026-08-03");
    assertEquals(23, found.reports().get(0).answered().late());
    assertEquals(0, found.missed());
    CycleAnswer second =
        assess(
            STRICTER,
            regular("2026-01-10", "2026-07-31", "2026-07-10", "2027-02-01"),
            "2027-02-03");
    assertEquals(DueOnce.notAsked(day("2027-02-01")), second.reports().get(1).answered());
  }

  @Test
  void nothingBeforeTheAgreementOrWithoutALaw() {
    assertTrue(STRICTER.assess(facts("2026-01-10", null), day("2026-01-09")).isEmpty());
    assertTrue(STRICTER.assess(facts("2012-01-10", null), day("2012-12-31")).isEmpty());
    assertEquals(
        day("2013-07-01"),
        due(STRICTER, facts("2012-01-10", null), "2013-01-01"),
        "the duty began with its law");
  }

  @Test
  void aCycleThatNeverTurnsIsRefused() {
    Figures<Period> none =
        new Figures<>(List.of(new Figure<>(Period.ZERO, day("2013-01-01"), null)));
    Figures<Integer> days = STRICTER.deliveries();
    assertThrows(
        IllegalArgumentException.class,
        () -> new CycleShape(none, days, STRICTER.atTheEnd(), 14, NextReport.STRICTER));
  }

  private static CycleAnswer silent(String asOf, String... drafted) {
    CycleFacts known = regular("2026-01-10", null, drafted);
    Silence away = new Silence(List.of(new Days(day("2026-06-01"), day("2026-08-31"))));
    return assess(
        STRICTER, new CycleFacts(known.first(), null, known.reports(), away, List.of()), asOf);
  }

  /** Due on 10 July 2026; of June, July and August nothing is known. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-31, OK, 2026-07-10, 2026-07-10, BEGINNING",
    "2026-06-01, NOT_ASSESSED, , 2027-03-01, SILENCE",
    "2026-08-31, NOT_ASSESSED, , 2027-03-01, SILENCE",
    "2026-09-01, NOT_ASSESSED, , 2027-03-01, SILENCE",
    "2027-02-14, NOT_ASSESSED, , 2027-03-01, SILENCE",
    "2027-02-15, DUE_SOON, 2027-03-01, 2027-03-01, SILENCE",
    "2027-03-02, OVERDUE, 2027-03-01, 2027-03-01, SILENCE"
  })
  void aReportThatMayHaveBeenDraftedUnnoticed(
      String asOf, Standing standing, String due, String nextBy, CycleAnswer.Counted counted) {
    CycleAnswer found = silent(asOf);
    assertEquals(standing, found.next().standing());
    assertEquals(day(due), found.next().due());
    assertEquals(day(nextBy), found.next().nextBy());
    assertEquals(counted, found.next().counted());
    assertEquals(0, found.missed());
  }

  @Test
  void aShorterPeriodAfterASilenceMakesNoDateEarlier() {
    CycleShape shape =
        new CycleShape(
            new Figures<>(
                List.of(
                    new Figure<>(Period.ofMonths(1), day("2026-02-20"), null),
                    new Figure<>(Period.ofMonths(6), day("2013-01-01"), day("2026-02-19")))),
            STRICTER.deliveries(),
            STRICTER.atTheEnd(),
            14,
            NextReport.STRICTER);
    Silence away = new Silence(List.of(new Days(day("2026-02-15"), day("2026-02-28"))));
    CycleFacts facts = new CycleFacts(day("2026-01-10"), null, List.of(), away, List.of());
    CycleAnswer found = assess(shape, facts, "2026-07-11");
    assertEquals(Standing.OVERDUE, found.next().standing());
    assertEquals(day("2026-07-10"), found.next().due());
    assertEquals(CycleAnswer.Counted.BEGINNING, found.next().counted());
  }

  @Test
  void whatAReportAfterASilenceIsForNobodyCanSay() {
    CycleAnswer found = silent("2026-10-05", "2026-10-05");
    assertEquals(DueOnce.notAssessed(day("2026-10-05")), found.reports().get(0).answered());
    assertEquals(day("2027-04-05"), found.next().due());
    CycleAnswer late = silent("2027-03-05", "2027-03-05");
    assertEquals(
        new DueOnce(day("2027-03-01"), day("2027-03-05"), Standing.OK, 4),
        late.reports().get(0).answered(),
        "half a year of hearing everything");
    CycleAnswer known = silent("2026-10-05", "2026-07-08");
    assertEquals(
        new DueOnce(day("2026-07-10"), day("2026-07-08"), Standing.OK, 0),
        known.reports().get(0).answered(),
        "what is known to have happened happened");
  }

  @Test
  void aReasonInTheFileExcusesAReportAndNotItsPost() {
    CycleFacts facts =
        new CycleFacts(
            day("2026-01-10"),
            null,
            List.of(OF_JULY),
            Silence.NONE,
            List.of(new Days(day("2026-07-01"), day("2026-08-31"))));
    assertEquals(Standing.JUSTIFIED, assess(STRICTER, facts, "2026-07-21").next().standing());
    CycleAnswer.Drafted july = assess(STRICTER, facts, "2026-08-10").reports().get(0);
    assertEquals(
        new DueOnce(day("2026-07-10"), day("2026-07-22"), Standing.JUSTIFIED, 12), july.answered());
    assertEquals(
        new DueOnce(day("2026-08-06"), null, Standing.OVERDUE, 4),
        july.deliveries().get(2).delivered());
  }
}
