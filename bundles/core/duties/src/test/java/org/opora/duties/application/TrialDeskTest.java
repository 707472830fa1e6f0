package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.duties.application.Differences.Kind;
import org.opora.duties.contributions.ChildClockReading;
import org.opora.duties.contributions.ELearningCapReading;
import org.opora.duties.contributions.HoursTravelReading;
import org.opora.duties.contributions.NextReportReading;

/** What would change under another figure or another reading. */
class TrialDeskTest {
  private static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
  private static final LocalDate DAY = LocalDate.of(2026, 8, 25);
  private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);
  private static final CaseFiles.Carer EVA =
      Centre.carer("Eva", "Nováková", LocalDate.of(1980, 1, 1));
  private static final CaseFiles.Carer IVA = Centre.carer("Iva", "Jiná", LocalDate.of(1981, 1, 1));
  private final Viewer director = Centre.viewer(Reach.ALL, DAY);
  private final Centre centre =
      new Centre()
          .agreement("1/26", SIGNED, null, null, Centre.WORKER, List.of(EVA), List.of())
          .agreement(
              "2/26",
              SIGNED,
              null,
              null,
              new StaffId(Centre.key("somebody else")),
              List.of(IVA),
              List.of())
          .saw("1/26", EVA.person(), LocalDate.of(2026, 8, 1))
          .saw("2/26", IVA.person(), LocalDate.of(2026, 8, 3))
          .bringing(Kinds.EDUCATION)
          .bringing(Kinds.EXPERT_HELP)
          .bringing(Kinds.RESPITE)
          .bringing(Kinds.REPORT_DRAFTED);

  private TrialDesk desk() {
    DutiesService duties = centre.duties(true);
    RuleBook book = centre.book();
    TrustMarks marks = new TrustMarks(Set::of);
    return new TrialDesk(
        duties,
        book,
        List.of(
            new ChildClockReading(duties, book, marks),
            new HoursTravelReading(duties, book, marks),
            new NextReportReading(duties, book, marks),
            new ELearningCapReading(duties, book, marks)));
  }

  private Differences tried(Viewer viewer, String knob, String said, LocalDate from, int most) {
    TrialDesk desk = desk();
    return desk.differences(viewer, desk.knob(knob, DAY).orElseThrow(), said, from, DAY, most);
  }

  private static Map<Kind, Integer> only(Kind kind, int count) {
    return List.of(Kind.values()).stream()
        .collect(Collectors.toMap(one -> one, one -> one == kind ? count : 0));
  }

  @Test
  void aLongerPeriodMovesTheDay() {
    Differences found = tried(director, "figure.cz.visit.period", "3", YEAR, 10);
    assertEquals(only(Kind.MOVES, 2), found.counts());
    Differences.Difference first = found.first().get(0);
    assertEquals(LocalDate.of(2026, 10, 1), first.before().due());
    assertEquals(LocalDate.of(2026, 11, 1), first.after().due());
    assertEquals(EVA.person(), first.line().subject());
  }

  @Test
  void whatBeganBeforeTheFirstDayKeepsTheFigureOfBefore() {
    LocalDate between = LocalDate.of(2026, 8, 2);
    Differences found = tried(director, "figure.cz.visit.period", "3", between, 10);
    assertEquals(only(Kind.MOVES, 1), found.counts());
    assertEquals(IVA.person(), found.first().get(0).line().subject());
    assertEquals(0, tried(director, "figure.cz.visit.period", "3", DAY.plusDays(1), 10).all());
  }

  @Test
  void fewerHoursStandOtherwiseOnTheSameDayAndNoneVanish() {
    Differences fewer = tried(director, "figure.cz.education.mediated", "20", YEAR, 10);
    assertEquals(only(Kind.OTHERWISE, 2), fewer.counts());
    Differences.Difference first = fewer.first().get(0);
    assertEquals(first.before().due(), first.after().due());
    assertEquals(24 * 60, ((Duties.Account) first.before().detail()).need());
    assertEquals(20 * 60, ((Duties.Account) first.after().detail()).need());
    Differences none = tried(director, "figure.cz.education.mediated", "0", YEAR, 10);
    assertEquals(only(Kind.VANISHES, 2), none.counts());
    assertNull(none.first().get(0).after());
    assertEquals("cz.education", none.first().get(0).line().rule());
  }

  @Test
  void whatTheLawAskedForOnceAppears() {
    Differences found =
        tried(director, "figure.cz.expert-help.period", "6", LocalDate.of(2025, 1, 1), 10);
    assertEquals(only(Kind.APPEARS, 2), found.counts());
    assertNull(found.first().get(0).before());
    assertEquals(LocalDate.of(2026, 7, 10), found.first().get(0).after().due());
    assertEquals(Duties.Status.OVERDUE, found.first().get(0).after().status());
  }

  @Test
  void aReadingIsTriedOutLikeAFigure() {
    UUID report = Centre.key("report");
    About agreement = About.agreement(Centre.file("1/26"), Centre.agreementOf("1/26", SIGNED));
    centre.proved(
        report,
        NewFact.of(Kinds.REPORT_DRAFTED, agreement, LocalDate.of(2026, 7, 22))
            .tiedTo(report.toString()));
    Differences found = tried(director, "reading.next-report", "from-last", YEAR, 10);
    assertEquals(only(Kind.MOVES, 1), found.counts());
    assertEquals(LocalDate.of(2027, 1, 10), found.first().get(0).before().due());
    assertEquals(LocalDate.of(2027, 1, 22), found.first().get(0).after().due());
    assertEquals(0, tried(director, "reading.next-report", "from-last", DAY.plusDays(1), 10).all());
  }

  @Test
  void allAreCountedAndFewAreListed() {
    Differences found = tried(director, "figure.cz.visit.period", "3", YEAR, 1);
    assertEquals(2, found.all());
    assertEquals(1, found.first().size());
  }

  @Test
  void nobodyLearnsOfOtherFamilies() {
    Differences found =
        tried(Centre.viewer(Reach.OWN, DAY), "figure.cz.visit.period", "3", YEAR, 10);
    assertEquals(1, found.all());
    assertEquals(Centre.file("1/26"), found.first().get(0).line().file());
  }

  @Test
  void nothingIsChangedByTryingItOut() {
    List<Duties.Line> before = centre.duties(true).list(director, DAY);
    tried(director, "figure.cz.visit.period", "3", YEAR, 10);
    tried(director, "figure.cz.education.mediated", "0", YEAR, 10);
    assertEquals(before, centre.duties(true).list(director, DAY));
  }

  @Test
  void everyFigureThatIsOfferedIsOneTheEngineCountsBy() {
    List<TrialDesk.Knob> knobs = desk().knobs(DAY);
    Set<String> ids = knobs.stream().map(TrialDesk.Knob::id).collect(Collectors.toSet());
    assertEquals(knobs.size(), ids.size(), "each once");
    for (String id :
        List.of(
            "reading.child-clock",
            "reading.hours-travel",
            "reading.next-report",
            "reading.hours-cap-e-learning",
            "figure.cz.visit.period",
            "figure.cz.report.period",
            "figure.cz.report.delivery",
            "figure.cz.report.at-the-end",
            "figure.cz.education.non-mediated",
            "figure.cz.education.carry",
            "figure.cz.respite.days",
            "figure.cz.respite.age",
            "figure.cz.respite-child.days",
            "figure.cz.expert-help.period",
            "figure.cz.counts.term",
            "figure.cz.personal-data.extension")) {
      assertTrue(ids.contains(id), id + " of " + ids);
    }
    assertFalse(ids.contains("figure.cz.education.hour"), "an hour is no figure of the engine");
    assertFalse(ids.contains("figure.cz.report-on-request.term"), "whoever asks sets that day");
    for (TrialDesk.Knob knob : knobs) {
      if (knob.unit() != null) {
        assertTrue(knob.answers(knob.number().toString()), knob.id());
        assertEquals(
            0,
            tried(director, knob.id(), knob.number().toString(), YEAR.minusYears(1), 5)
                .counts()
                .get(Kind.VANISHES),
            knob.id() + ": the same figure again takes nothing away");
      }
    }
  }

  @Test
  void anAnswerThatIsNoneIsRefused() {
    TrialDesk.Knob period = desk().knob("figure.cz.visit.period", DAY).orElseThrow();
    for (String said : List.of("0", "-1", "", "two", "1001", "99999999999")) {
      assertFalse(period.answers(said), said);
    }
    assertTrue(period.answers("1000"));
    TrialDesk.Knob reading = desk().knob("reading.next-report", DAY).orElseThrow();
    assertFalse(reading.answers("1"));
    assertThrows(
        IllegalArgumentException.class,
        () -> desk().differences(director, period, "0", YEAR, DAY, 5));
    assertTrue(desk().knob("figure.none", DAY).isEmpty());
    assertTrue(desk().knob("reading.agreed-end", DAY).isEmpty(), "no reading of the engine");
  }
}
