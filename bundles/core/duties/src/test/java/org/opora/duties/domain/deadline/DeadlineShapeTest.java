package org.opora.duties.domain.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Standing;

class DeadlineShapeTest {
  private static final LocalDate LAW = LocalDate.of(2013, 1, 1);
  private static final Figures<Period> NEVER_LONGER = new Figures<>(List.of());

  /** C18: a month, and two more when that is said in time. */
  private static final DeadlineShape PRIVACY =
      new DeadlineShape(always(new Term.AfterMonths(1)), always(Period.ofMonths(2)), 14);

  /** C10: an agreement within 30 days of the decision. */
  private static final DeadlineShape AGREEMENT = shape(new Term.AfterDays(30));

  private static <T> Figures<T> always(T value) {
    return new Figures<>(List.of(new Figure<>(value, LAW, null)));
  }

  private static DeadlineShape shape(Term term) {
    return new DeadlineShape(always(term), NEVER_LONGER, 14);
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static DeadlineFacts facts(String event, String stated, String extended, String done) {
    return new DeadlineFacts(
        day(event), day(stated), day(extended), day(done), Silence.NONE, List.of());
  }

  private static DueOnce assess(DeadlineShape shape, DeadlineFacts facts, String asOf) {
    return shape.assess(facts, day(asOf)).orElseThrow();
  }

  private static LocalDate due(Term term, String event) {
    return assess(shape(term), facts(event, null, null, null), event).due();
  }

  /** Stories S1: in force on 4 August, signed on 20 August. */
  @Test
  void anAgreementInTime() {
    DueOnce found = assess(AGREEMENT, facts("2026-08-04", null, null, "2026-08-20"), "2026-08-20");
    assertEquals(new DueOnce(day("2026-09-03"), day("2026-08-20"), Standing.OK, 0), found);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-19, OK, 0", // 15 days left
    "2026-08-20, DUE_SOON, 0",
    "2026-09-03, DUE_SOON, 0", // the day itself
    "2026-09-04, OVERDUE, 1",
    "2026-10-03, OVERDUE, 30"
  })
  void anAgreementThatIsNotThere(String asOf, Standing standing, long late) {
    DueOnce found = assess(AGREEMENT, facts("2026-08-04", null, null, null), asOf);
    assertEquals(new DueOnce(day("2026-09-03"), null, standing, late), found);
  }

  @Test
  void anAgreementThatCameTooLate() {
    DeadlineFacts facts = facts("2026-08-04", null, null, "2026-09-10");
    assertEquals(
        new DueOnce(day("2026-09-03"), day("2026-09-10"), Standing.OK, 7),
        assess(AGREEMENT, facts, "2027-01-01"));
    assertEquals(
        new DueOnce(day("2026-09-03"), null, Standing.OVERDUE, 6),
        assess(AGREEMENT, facts, "2026-09-09"),
        "what happened later does not count");
  }

  @Test
  void eightDaysFromTheDelivery() {
    assertEquals(day("2028-03-05"), due(new Term.AfterDays(8), "2028-02-26"), "C12, leap year");
  }

  @Test
  void fifteenDaysFromANewContract() {
    assertEquals(day("2027-01-05"), due(new Term.AfterDays(15), "2026-12-21"), "C15");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-02-15",
    "2026-01-31, 2026-02-15",
    "2026-02-28, 2026-03-15",
    "2026-12-01, 2027-01-15",
    "2026-12-31, 2027-01-15"
  })
  void theFifteenthOfTheFollowingMonth(String event, String due) {
    assertEquals(day(due), due(new Term.DayOfNextMonth(15), event), "C14");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-31, 2026-02-28", "2028-01-01, 2028-02-29", "2026-02-28, 2026-03-31"})
  void aMonthWithoutThatDayEndsWhereItEnds(String event, String due) {
    assertEquals(day(due), due(new Term.DayOfNextMonth(31), event));
  }

  @Test
  void theThirtiethOfJuneOfTheFollowingYear() {
    Term term = new Term.DayOfNextYear(MonthDay.of(6, 30));
    assertEquals(day("2027-06-30"), due(term, "2026-01-01"), "C13");
    assertEquals(day("2027-06-30"), due(term, "2026-12-31"), "C13");
    Term leap = new Term.DayOfNextYear(MonthDay.of(2, 29));
    assertEquals(day("2027-02-28"), due(leap, "2026-12-31"));
    assertEquals(day("2028-02-29"), due(leap, "2027-12-31"));
  }

  /** Stories S9: asked for on 3 September, with 17 September as the date. */
  @Test
  void aDateThatIsStated() {
    DeadlineShape shape = shape(new Term.Stated());
    assertEquals(
        new DueOnce(day("2026-09-17"), null, Standing.DUE_SOON, 0),
        assess(shape, facts("2026-09-03", "2026-09-17", null, null), "2026-09-03"));
    assertEquals(
        new DueOnce(null, day("2026-09-05"), Standing.NOT_APPLICABLE, 0),
        assess(shape, facts("2026-09-03", null, null, "2026-09-05"), "2026-09-06"),
        "asked for without a date");
    assertEquals(
        DueOnce.notAsked(null),
        assess(shape, facts("2026-09-03", null, null, "2026-09-05"), "2026-09-04"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, , 2026-04-30", // where they end
    "2026-03-31, 2026-04-10, 2026-06-30",
    "2026-03-31, 2026-04-30, 2026-06-30", // said on the last day
    "2026-03-31, 2026-05-01, 2026-04-30", // too late to say so
    "2027-01-31, 2027-02-01, 2027-04-28", // and not 30 April: from the date that is moved
    "2028-01-31, 2028-02-01, 2028-04-29"
  })
  void twoMonthsMore(String event, String extended, String due) {
    assertEquals(day(due), assess(PRIVACY, facts(event, null, extended, null), "2029-01-01").due());
  }

  @Test
  void anExtensionIsNotKnownBeforeItIsSaid() {
    DeadlineFacts facts = facts("2026-03-31", null, "2026-04-10", null);
    assertEquals(day("2026-04-30"), assess(PRIVACY, facts, "2026-04-09").due());
    assertEquals(day("2026-06-30"), assess(PRIVACY, facts, "2026-04-10").due());
  }

  @Test
  void theFiguresOfTheDayOfTheEventApply() {
    DeadlineShape changed =
        new DeadlineShape(
            new Figures<>(
                List.of(
                    new Figure<>(new Term.AfterDays(15), day("2026-01-01"), day("2026-06-30")),
                    new Figure<>(new Term.DayOfNextMonth(10), day("2026-07-01"), null))),
            new Figures<>(List.of(new Figure<>(Period.ofMonths(1), day("2026-07-01"), null))),
            14);
    DeadlineFacts before = facts("2026-06-30", null, "2026-07-05", null);
    assertEquals(day("2026-07-15"), assess(changed, before, "2026-08-01").due());
    DeadlineFacts after = facts("2026-07-01", null, "2026-07-05", null);
    assertEquals(day("2026-09-10"), assess(changed, after, "2026-08-01").due());
    assertTrue(
        changed.assess(facts("2025-12-31", null, null, null), day("2026-08-01")).isEmpty(),
        "the law asked nothing");
  }

  @Test
  void nothingBeforeTheEvent() {
    DeadlineFacts facts = facts("2026-08-04", null, null, null);
    assertTrue(AGREEMENT.assess(facts, day("2026-08-03")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-10, , NOT_ASSESSED", // while it is silent
    "2026-08-20, , DUE_SOON", // the date still lies ahead
    "2026-09-04, , NOT_ASSESSED", // and may have been kept
    "2036-09-04, , NOT_ASSESSED",
    "2026-09-04, 2026-09-04, OK" // until somebody knows better
  })
  void whatMayHaveBeenDoneUnnoticed(String asOf, String done, Standing standing) {
    Silence silence = new Silence(List.of(new Days(day("2026-08-05"), day("2026-08-15"))));
    DeadlineFacts facts =
        new DeadlineFacts(day("2026-08-04"), null, null, day(done), silence, List.of());
    DueOnce found = assess(AGREEMENT, facts, asOf);
    assertEquals(standing, found.standing());
    assertEquals(done == null ? 0 : 1, found.late());
  }

  @Test
  void aReasonInTheFile() {
    List<Days> ill = List.of(new Days(day("2026-09-01"), day("2026-09-10")));
    DeadlineFacts open = new DeadlineFacts(day("2026-08-04"), null, null, null, Silence.NONE, ill);
    assertEquals(
        new DueOnce(day("2026-09-03"), null, Standing.JUSTIFIED, 7),
        assess(AGREEMENT, open, "2026-09-10"));
    assertEquals(Standing.OVERDUE, assess(AGREEMENT, open, "2026-09-11").standing());
    DeadlineFacts done =
        new DeadlineFacts(day("2026-08-04"), null, null, day("2026-09-11"), Silence.NONE, ill);
    assertEquals(
        new DueOnce(day("2026-09-03"), day("2026-09-11"), Standing.JUSTIFIED, 8),
        assess(AGREEMENT, done, "2026-12-01"));
  }
}
