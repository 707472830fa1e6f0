package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Text;

/** Reports on the course of care and their deliveries, with the dates of stories S9 and S3. */
class CycleLinesTest {
  private static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
  private static final LocalDate DUE = LocalDate.of(2026, 7, 10);
  private static final LocalDate DRAFTED = LocalDate.of(2026, 7, 22);
  private static final CaseFiles.Carer EVA =
      Centre.carer("Eva", "Nováková", LocalDate.of(1980, 1, 1));
  private static final About AGREEMENT =
      About.agreement(Centre.file("1/26"), Centre.agreementOf("1/26", SIGNED));
  private static final UUID REPORT = Centre.key("report");
  private static final UUID CARER = Centre.key("to the carer");
  private static final UUID OFFICE = Centre.key("to the office of the carer");
  private static final UUID CHILDS = Centre.key("to the office of the child");

  private static Centre centre(LocalDate ends) {
    return new Centre()
        .agreement("1/26", SIGNED, ends, null, Centre.WORKER, List.of(EVA), List.of())
        .bringing(Kinds.REPORT_DRAFTED);
  }

  private static void drafted(Centre centre, LocalDate on, String form) {
    NewFact fact = NewFact.of(Kinds.REPORT_DRAFTED, AGREEMENT, on).tiedTo(REPORT.toString());
    centre.proved(REPORT, form == null ? fact : fact.formed(form));
  }

  private static void addressed(Centre centre, UUID record, String to, LocalDate delivered) {
    centre.proved(
        record,
        NewFact.of(Kinds.REPORT_ADDRESSED, AGREEMENT, DRAFTED)
            .tiedTo(REPORT.toString())
            .formed(to));
    if (delivered != null) {
      centre.proved(
          record,
          NewFact.of(Kinds.REPORT_DELIVERED, AGREEMENT, delivered).tiedTo(REPORT.toString()));
    }
  }

  private static Centre late() {
    Centre centre = centre(null);
    drafted(centre, DRAFTED, null);
    addressed(centre, CARER, "carer", LocalDate.of(2026, 7, 24));
    addressed(centre, OFFICE, "carer-authority", LocalDate.of(2026, 7, 27));
    return centre;
  }

  private static List<Line> lines(Centre centre, LocalDate day) {
    Viewer director = Centre.viewer(Reach.ALL, day);
    return centre.duties(true).list(director, day).stream()
        .filter(line -> line.rule().startsWith("cz.report"))
        .toList();
  }

  @Test
  void aReportIsDueHalfAYearAfterTheSignature() {
    Line line = lines(centre(null), LocalDate.of(2026, 7, 22)).get(0);
    assertEquals(DUE, line.due());
    assertEquals(Status.OVERDUE, line.status());
    assertEquals("report.overdue", line.why().key());
    assertEquals(
        List.<Object>of(SIGNED, DUE, 12L, 6L, "§ 47b odst. 5, zákon č. 359/1999 Sb."),
        line.why().arguments());
    assertEquals(Duties.SubjectKind.AGREEMENT, line.subjectKind());
    assertEquals(AGREEMENT.key(), line.whom().key());
    assertNull(line.subject(), "it is about nobody in particular");
    assertNull(line.name());
    assertEquals(Trust.VERIFIED, line.trust());
    assertEquals(Centre.file("1/26"), line.file());
  }

  @Test
  void aLateReportKeepsTheCycleUnlessTheCentreCountsFromTheLastOne() {
    LocalDate day = LocalDate.of(2026, 9, 1);
    Centre centre = late();
    Line next = lines(centre, day).get(0);
    assertEquals(LocalDate.of(2027, 1, 10), next.due());
    assertEquals(LocalDate.of(2027, 1, 8), next.doBy(), "10 January is a Sunday");
    Duties.Reports reports = assertInstanceOf(Duties.Reports.class, next.detail());
    Duties.Report report = reports.drafted().get(0);
    assertEquals(12, report.late());
    assertEquals(DUE, report.due());
    assertEquals(List.of("carer", "carer-authority"), addressees(report));
    centre.choosing(CycleRule.NEXT, DutiesService.FROM_LAST);
    assertEquals(LocalDate.of(2027, 1, 22), lines(centre, day).get(0).due());
    assertEquals(
        1,
        late()
            .duties(true)
            .ifNextReport(Centre.viewer(Reach.ALL, day), DutiesService.FROM_LAST, day, 5)
            .moved());
  }

  private static List<String> addressees(Duties.Report report) {
    return report.deliveries().stream().map(Duties.Delivery::addressee).toList();
  }

  @Test
  void eachAddresseeHasAClockOfItsOwn() {
    Centre centre = late();
    addressed(centre, CHILDS, "child-authority", null);
    Line open = lines(centre, LocalDate.of(2026, 8, 12)).get(0);
    assertEquals(Status.OVERDUE, open.status());
    assertEquals(LocalDate.of(2026, 8, 6), open.due());
    assertEquals(CHILDS.toString(), open.ref());
    assertEquals("report.delivery-overdue", open.why().key());
    assertEquals(
        List.<Object>of(
            DRAFTED,
            open.due(),
            6L,
            15,
            "§ 47b odst. 5, zákon č. 359/1999 Sb.",
            Text.of("org.opora.law-czech", "report.to.child-authority")),
        open.why().arguments(),
        "it says whom it has not reached");
    assertEquals(Trust.SECONDARY, open.trust());
    assertEquals(CHILDS, open.evidence().get(0).source());

    addressed(centre, CHILDS, "child-authority", LocalDate.of(2026, 8, 12));
    List<Line> after = lines(centre, LocalDate.of(2026, 8, 12));
    assertEquals(1, after.size(), "the next report, and nothing on its way");
    Duties.Reports reports = assertInstanceOf(Duties.Reports.class, after.get(0).detail());
    assertEquals(
        List.of(0L, 0L, 6L),
        reports.drafted().get(0).deliveries().stream().map(Duties.Delivery::late).toList(),
        "only that one is late");
  }

  @Test
  void aReportOnRequestHasTheDayThatWasAskedAndMovesNothing() {
    LocalDate day = LocalDate.of(2026, 9, 4);
    Centre centre = late();
    centre.proved(
        Centre.key("court"),
        NewFact.of(Kinds.REPORT_ASKED, AGREEMENT, LocalDate.of(2026, 9, 3))
            .until(LocalDate.of(2026, 9, 17))
            .tiedTo("court"));
    List<Line> lines = lines(centre, day);
    assertEquals(
        List.of(LocalDate.of(2026, 9, 17), LocalDate.of(2027, 1, 10)),
        lines.stream().map(Line::due).toList());
    assertEquals("cz.report-on-request", lines.get(0).rule());
    assertEquals("court", lines.get(0).ref());
    centre.proved(
        Centre.key("answer"),
        NewFact.of(Kinds.REPORT_ANSWERED, AGREEMENT, LocalDate.of(2026, 9, 16)).tiedTo("court"));
    assertEquals(
        List.of(LocalDate.of(2027, 1, 10)),
        lines(centre, LocalDate.of(2026, 9, 16)).stream().map(Line::due).toList());
  }

  @Test
  void anAgreementThatEndedOwesItsLastReportUntilItIsThere() {
    LocalDate ends = LocalDate.of(2026, 6, 30);
    LocalDate due = LocalDate.of(2026, 7, 15);
    Centre centre = centre(ends);
    Line before = lines(centre, LocalDate.of(2026, 6, 20)).get(0);
    assertEquals(due, before.due(), "as the task says that follows from the end");
    assertEquals("report.at-the-end", before.why().key());
    assertEquals(
        List.<Object>of(ends, due, 25L, 15, "§ 47b odst. 5, zákon č. 359/1999 Sb."),
        before.why().arguments());
    assertEquals(Trust.SECONDARY, before.trust(), "that one is due at the end is a reading");
    Line after = lines(centre, LocalDate.of(2026, 7, 17)).get(0);
    assertEquals(Status.OVERDUE, after.status());
    assertEquals("report.end-overdue", after.why().key());
    assertEquals(2L, after.why().arguments().get(2));
    drafted(centre, LocalDate.of(2026, 7, 17), Kinds.AT_THE_END);
    assertTrue(lines(centre, LocalDate.of(2026, 7, 17)).isEmpty());
  }

  private static Centre movedIn(LocalDate ends, LocalDate moved) {
    return new Centre()
        .agreement("1/26", SIGNED, ends, moved, Centre.WORKER, List.of(EVA), List.of())
        .bringing(Kinds.REPORT_DRAFTED);
  }

  @Test
  void nobodyAsksForTheLastReportOnWhatWasOverBeforeItCouldBeWrittenDown() {
    LocalDate ends = LocalDate.of(2026, 3, 31);
    LocalDate day = LocalDate.of(2026, 9, 1);
    assertTrue(lines(movedIn(ends, ends.plusDays(1)), day).isEmpty(), "moved in after its end");
    Centre here = movedIn(ends, ends.minusDays(30));
    assertEquals(
        "report.end-unknown",
        lines(here, day).get(0).why().key(),
        "its last day was here, and the last report may have been written before");
    drafted(here, ends.minusDays(20), null);
    assertEquals(Status.OVERDUE, lines(here, day).get(0).status());
  }

  @Test
  void whetherALastReportCameWhileItsModuleWasAwayNobodyKnows() {
    Centre centre = centre(LocalDate.of(2026, 6, 30));
    drafted(centre, LocalDate.of(2026, 5, 1), null);
    centre.without(LocalDate.of(2026, 7, 10), Kinds.REPORT_DRAFTED);
    Line line = lines(centre, LocalDate.of(2026, 8, 1)).get(0);
    assertEquals(Status.NOT_ASSESSED, line.status());
    assertNull(line.due());
    assertEquals("report.end-unknown", line.why().key());
    assertEquals(LocalDate.of(2026, 7, 15), line.why().arguments().get(1));
  }

  @Test
  void aLastReportThatWasTakenOverEndsTheSilence() {
    LocalDate day = LocalDate.of(2026, 9, 1);
    Centre centre = movedIn(null, LocalDate.of(2026, 8, 1));
    assertEquals(Status.NOT_ASSESSED, lines(centre, day).get(0).status());
    LocalDate last = LocalDate.of(2026, 7, 1);
    centre.proved(
        REPORT,
        NewFact.of(Kinds.REPORT_DRAFTED, AGREEMENT, last).tiedTo(REPORT.toString()).takenOver());
    Line next = lines(centre, day).get(0);
    assertEquals(Status.OK, next.status());
    assertEquals(last.plusMonths(6), next.due());
    Line late = lines(centre, LocalDate.of(2027, 1, 5)).get(0);
    assertEquals(Status.OVERDUE, late.status(), "nothing is unknown since then");
  }

  @Test
  void whatACourtAskedForIsOwedAfterTheAgreementEnded() {
    LocalDate ends = LocalDate.of(2026, 9, 10);
    Centre centre = centre(ends);
    centre.proved(
        Centre.key("court"),
        NewFact.of(Kinds.REPORT_ASKED, AGREEMENT, LocalDate.of(2026, 9, 3))
            .until(LocalDate.of(2026, 9, 17))
            .tiedTo("court"));
    for (LocalDate day : List.of(ends, ends.plusDays(5), ends.plusDays(20))) {
      assertEquals(
          1,
          lines(centre, day).stream()
              .filter(line -> line.rule().equals("cz.report-on-request"))
              .filter(line -> LocalDate.of(2026, 9, 17).equals(line.due()))
              .count(),
          day.toString());
    }
    LocalDate again = ends;
    centre.agreement("1/26", again, null, null, Centre.WORKER, List.of(EVA), List.of());
    assertEquals(
        1,
        lines(centre, ends).stream()
            .filter(line -> line.rule().equals("cz.report-on-request"))
            .count(),
        "also on the day on which the next one begins");
  }

  @Test
  void whatFellDueBeforeAModuleCameIsNotAssessed() {
    LocalDate came = LocalDate.of(2026, 8, 1);
    Line line = lines(centre(null).away(null, came), LocalDate.of(2026, 9, 1)).get(0);
    assertEquals(Status.NOT_ASSESSED, line.status());
    assertEquals("report.unknown", line.why().key());
    Line later = lines(centre(null).away(null, came), LocalDate.of(2027, 2, 5)).get(0);
    assertEquals(Status.OVERDUE, later.status(), "a whole period went by with it");
    assertEquals(came.plusMonths(6), later.due());
    assertTrue(
        lines(centre(LocalDate.of(2026, 6, 30)).away(null, came), LocalDate.of(2026, 9, 1))
            .isEmpty(),
        "nobody asks for the last report on what was over before");
  }

  @Test
  void whatFellDueWhileAModuleWasAwayIsNotAssessed() {
    Centre centre = centre(null).away(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 1));
    assertEquals(Status.NOT_ASSESSED, lines(centre, LocalDate.of(2026, 9, 1)).get(0).status());
    Centre exchanged = centre(null).away(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 1));
    assertEquals(Status.OVERDUE, lines(exchanged, LocalDate.of(2026, 9, 1)).get(0).status());
  }

  @Test
  void whatNothingBringsIsNotCounted() {
    Centre centre =
        new Centre().agreement("1/26", SIGNED, null, null, Centre.WORKER, List.of(EVA), List.of());
    assertTrue(lines(centre, LocalDate.of(2026, 9, 1)).isEmpty());
    assertEquals(0, centre.histories(), "and nobody asks for years of agreements");
  }

  @Test
  void whatAModuleThatIsGoneBroughtIsNotAssessedFromThatDayOn() {
    Centre centre = late();
    centre.without(
        LocalDate.of(2026, 8, 1),
        Kinds.REPORT_DRAFTED,
        Kinds.REPORT_ADDRESSED,
        Kinds.REPORT_DELIVERED);
    assertEquals(LocalDate.of(2027, 1, 10), lines(centre, LocalDate.of(2026, 7, 31)).get(0).due());
    Line line = lines(centre, LocalDate.of(2027, 3, 1)).get(0);
    assertEquals(Status.NOT_ASSESSED, line.status());
    assertNull(line.due());
    assertEquals("report.unknown", line.why().key());
  }
}
