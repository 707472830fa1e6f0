package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Confirmations;
import org.opora.api.house.spi.Reading;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.duties.contributions.ChildClockReading;
import org.opora.law.czech.contributions.CzechLaw;

class DutiesServiceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
  private static final StaffId OTHER = new StaffId(Centre.key("somebody else"));

  private final CaseFiles.Carer marie = Centre.carer("Marie", "Horáková", null);
  private final CaseFiles.Carer jana = Centre.carer("Jana", "Nováková", null);
  private final CaseFiles.Carer petr = Centre.carer("Petr", "Novák", null);
  private final CaseFiles.Child tomas =
      Centre.child("tomas", "Tomáš", "Malý", LocalDate.of(2023, 6, 12), LocalDate.of(2026, 8, 4));

  /**
   * Stories S1 (a) and (b) after the move; the Nováks have another key worker than Marie Horáková.
   */
  private Centre moved() {
    return new Centre()
        .agreement(
            "001/2025", LocalDate.of(2025, 3, 15), null, null, OTHER, List.of(marie), List.of())
        .agreement(
            "002/2026",
            LocalDate.of(2026, 8, 20),
            null,
            null,
            Centre.WORKER,
            List.of(jana, petr),
            List.of(tomas))
        .saw("001/2025", marie.person(), LocalDate.of(2026, 7, 8))
        .saw("001/2025", tomas.person(), LocalDate.of(2026, 7, 8));
  }

  private static List<String> told(List<Duties.Line> lines) {
    return lines.stream()
        .map(line -> line.number() + " " + line.name().spoken() + " " + line.due())
        .toList();
  }

  @Test
  void childMovesToAnotherFamily() {
    assertEquals(
        List.of(
            "001/2025 Marie Horáková 2026-09-08",
            "002/2026 Tomáš Malý 2026-09-08",
            "002/2026 Petr Novák 2026-10-20",
            "002/2026 Jana Nováková 2026-10-20"),
        told(moved().duties(true).list(Centre.viewer(Reach.ALL, TODAY), TODAY)));
  }

  @Test
  void theClockIsTheSameForAWorkerWhoMayNotSeeTheFormerFile() {
    assertEquals(
        List.of(
            "002/2026 Tomáš Malý 2026-09-08",
            "002/2026 Petr Novák 2026-10-20",
            "002/2026 Jana Nováková 2026-10-20"),
        told(moved().duties(true).list(Centre.viewer(Reach.OWN, TODAY), TODAY)));
  }

  @Test
  void settingThatTheClockRestarts() {
    assertEquals(
        List.of(
            "002/2026 Tomáš Malý 2026-10-20",
            "002/2026 Petr Novák 2026-10-20",
            "002/2026 Jana Nováková 2026-10-20"),
        told(moved().duties(false).list(Centre.viewer(Reach.OWN, TODAY), TODAY)));
  }

  @Test
  void aDecisionLeavesClocksThatWereAlreadyRunning() {
    Viewer all = Centre.viewer(Reach.ALL, TODAY);
    DutiesService later = moved().restartingFrom(TODAY.plusDays(1));
    DutiesService inTime = moved().restartingFrom(TODAY);
    for (LocalDate day : List.of(TODAY, TODAY.plusDays(1), LocalDate.of(2026, 9, 15))) {
      assertEquals(told(moved().duties(true).list(all, day)), told(later.list(all, day)));
      assertEquals(told(moved().duties(false).list(all, day)), told(inTime.list(all, day)));
    }
    assertEquals(
        Duties.Status.OVERDUE,
        later.list(all, LocalDate.of(2026, 9, 15)).stream()
            .filter(line -> line.name().spoken().equals("Tomáš Malý"))
            .findFirst()
            .orElseThrow()
            .status(),
        "a visit that was missed stays missed");
  }

  @Test
  void aFigureThatALawyerConfirmedSaysSo() {
    Viewer all = Centre.viewer(Reach.ALL, TODAY);
    CzechLaw law = new CzechLaw();
    Centre centre = moved();
    law.figures().forEach(one -> centre.confirmed(one.id(), one.dated().from()));
    for (Duties.Line line : centre.duties(true).list(all, TODAY)) {
      assertEquals(Trust.CONFIRMED, line.trust());
    }
    Centre interval = moved();
    law.figures().stream()
        .filter(one -> !one.id().equals("cz.visit.each-child"))
        .forEach(one -> interval.confirmed(one.id(), one.dated().from()));
    for (Duties.Line line : interval.duties(true).list(all, TODAY)) {
      assertEquals(
          line.subjectKind() == Duties.SubjectKind.CHILD ? Trust.SECONDARY : Trust.CONFIRMED,
          line.trust(),
          "that it runs for each child is a figure of its own");
    }
    assertEquals(
        0,
        moved().duties(true).list(all, TODAY).stream()
            .filter(line -> line.trust() == Trust.CONFIRMED)
            .count());
  }

  @Test
  void whatADecisionWouldMoveIsCountedForThisViewerOnly() {
    Viewer all = Centre.viewer(Reach.ALL, TODAY);
    Centre centre = moved();
    DutiesService duties = centre.duties(true);
    Reading.Effect effect = duties.ifChildClock(all, ChildClock.RESTARTS, TODAY, TODAY, 5);
    assertEquals(1, effect.moved());
    Reading.Moved child = effect.first().get(0);
    assertEquals("002/2026", child.number());
    assertEquals("Tomáš Malý", child.whom());
    assertEquals(LocalDate.of(2026, 9, 8), child.before());
    assertEquals(LocalDate.of(2026, 10, 20), child.after());
    assertEquals(0, duties.ifChildClock(all, ChildClock.RESTARTS, TODAY, TODAY, 0).first().size());
    assertEquals(
        0, duties.ifChildClock(all, ChildClock.KEEPS, TODAY, TODAY, 5).moved(), "as it is");
    assertEquals(
        0,
        duties
            .ifChildClock(all, ChildClock.RESTARTS, TODAY.plusDays(1), TODAY.plusDays(1), 5)
            .moved(),
        "the child moved before");
    assertEquals(
        0,
        duties
            .ifChildClock(
                Centre.viewer(Reach.OWN, TODAY, OTHER), ChildClock.RESTARTS, TODAY, TODAY, 5)
            .moved(),
        "the child is not in a file of this worker");
    assertThrows(
        NotAllowed.class,
        () ->
            duties.ifChildClock(
                Centre.viewer(Reach.NONE, TODAY), ChildClock.RESTARTS, TODAY, TODAY, 5));
    assertEquals(
        told(moved().duties(true).list(all, TODAY)),
        told(duties.list(all, TODAY)),
        "nothing moved");
  }

  @Test
  void theReadingSaysWhereItStandsInTheLaw() {
    DutiesService duties = moved().duties(true);
    RuleBook book = new RuleBook(List.of(new CzechLaw()));
    ChildClockReading reading = new ChildClockReading(duties, book, new TrustMarks(Set::of));
    assertEquals("§ 47b odst. 4, zákon č. 359/1999 Sb.", reading.source().paragraph());
    assertEquals(Trust.SECONDARY, reading.source().trust());
    assertEquals(ChildClock.KEEPS, reading.options().get(0).code(), "the default stands first");
    assertNull(
        new ChildClockReading(duties, new RuleBook(List.of()), new TrustMarks(Set::of)).source());
    Confirmations.Figure confirmed =
        new Confirmations.Figure("cz.visit.each-child", LocalDate.of(2013, 1, 1));
    assertEquals(
        Trust.CONFIRMED,
        new ChildClockReading(duties, book, new TrustMarks(() -> Set.of(confirmed)))
            .source()
            .trust());
  }

  @Test
  void linesCarrySentenceParagraphTrustAndWorkingDay() {
    List<Duties.Line> lines =
        moved().duties(true).list(Centre.viewer(Reach.ALL, TODAY), LocalDate.of(2026, 9, 9));
    Duties.Line carer = lines.get(0);
    assertEquals(Duties.Status.OVERDUE, carer.status());
    assertEquals("visit.overdue", carer.why().key());
    assertEquals(
        List.of(
            LocalDate.of(2026, 7, 8),
            LocalDate.of(2026, 9, 8),
            1L,
            2L,
            "§ 47b odst. 4, zákon č. 359/1999 Sb."),
        carer.why().arguments());
    assertEquals(Trust.VERIFIED, carer.trust());
    assertEquals(null, carer.doBy());
    Duties.Line child = lines.get(1);
    assertEquals("visit.brought-along", child.why().key());
    assertEquals(Trust.SECONDARY, child.trust());
    assertEquals("cz 2026.8", child.ruleSet());
  }

  @Test
  void theDayBeforeAHolidayWeekendIsShownBeside() {
    // 28 July and two months: Monday 28 September is a holiday, Friday 25 is the last day to work.
    Centre centre = moved().saw("001/2025", marie.person(), LocalDate.of(2026, 7, 28));
    Duties.Line carer =
        centre
            .duties(true)
            .of(Centre.viewer(Reach.ALL, TODAY), Centre.file("001/2025"), TODAY)
            .get(0);
    assertEquals(LocalDate.of(2026, 9, 28), carer.due());
    assertEquals(LocalDate.of(2026, 9, 25), carer.doBy());
  }

  @Test
  void endedAgreementsGiveNoLine() {
    Centre centre =
        new Centre()
            .agreement(
                "001/2020",
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2026, 8, 19),
                null,
                Centre.WORKER,
                List.of(marie),
                List.of(tomas));
    assertEquals(List.of(), centre.duties(true).list(Centre.viewer(Reach.ALL, TODAY), TODAY));
    assertEquals(
        2,
        centre.duties(true).list(Centre.viewer(Reach.ALL, TODAY), LocalDate.of(2026, 8, 19)).size(),
        "in force on its last day");
  }

  @Test
  void theDayOneAgreementEndsAndTheNextBegins() {
    LocalDate both = LocalDate.of(2026, 6, 30);
    Centre centre = new Centre();
    centre
        .agreement(
            "001/2020",
            LocalDate.of(2020, 1, 1),
            both,
            null,
            Centre.WORKER,
            List.of(marie, marie),
            List.of())
        .agreement("001/2020", both, null, null, Centre.WORKER, List.of(marie, marie), List.of());
    assertEquals(
        List.of("001/2020 Marie Horáková 2026-08-30"),
        told(centre.duties(true).list(Centre.viewer(Reach.ALL, TODAY), both)));
  }

  @Test
  void aTemporaryCarerWithoutAChildHasTheClock() {
    assertEquals(
        List.of("001/2025 Marie Horáková 2026-09-08"),
        told(
            moved()
                .duties(true)
                .of(Centre.viewer(Reach.ALL, TODAY), Centre.file("001/2025"), TODAY)));
  }

  @Test
  void severalFilesAreReadTogetherAndNoOtherOnes() {
    List<CaseFileId> both = List.of(Centre.file("001/2025"), Centre.file("002/2026"));
    Centre centre = moved();
    DutiesService duties = centre.duties(true);
    Viewer everything = Centre.viewer(Reach.ALL, TODAY);
    assertEquals(told(duties.list(everything, TODAY)), told(duties.of(everything, both, TODAY)));
    assertEquals(
        List.of("001/2025 Marie Horáková 2026-09-08"),
        told(duties.of(everything, both.subList(0, 1), TODAY)));
    Viewer own = Centre.viewer(Reach.OWN, TODAY);
    assertEquals(told(duties.list(own, TODAY)), told(duties.of(own, both, TODAY)));
    assertEquals(List.of(), duties.of(everything, List.of(), TODAY));
    assertThrows(NotAllowed.class, () -> duties.of(Centre.viewer(Reach.NONE, TODAY), both, TODAY));
  }

  @Test
  void whoMayNotSeesNothing() {
    DutiesService duties = moved().duties(true);
    assertThrows(NotAllowed.class, () -> duties.list(Centre.viewer(Reach.NONE, TODAY), TODAY));
    assertThrows(
        NotFound.class,
        () -> duties.of(Centre.viewer(Reach.OWN, TODAY), Centre.file("001/2025"), TODAY));
  }

  @Test
  void twoQuestionsForEachHundredOfFiveHundredAgreements() {
    Centre centre = new Centre();
    for (int i = 0; i < 500; i++) {
      List<CaseFiles.Child> children = new ArrayList<>();
      for (int c = 0; c < 3; c++) {
        children.add(Centre.child(i + " " + c, "D" + c, "F" + i, null, TODAY.minusDays(i)));
      }
      centre.agreement(
          "%03d/2026".formatted(i),
          TODAY.minusDays(i),
          null,
          null,
          Centre.WORKER,
          List.of(Centre.carer("C", "F" + i, null)),
          children);
    }
    assertEquals(2000, centre.duties(true).list(Centre.viewer(Reach.ALL, TODAY), TODAY).size());
    assertEquals(2 * 5, centre.questions());
  }
}
