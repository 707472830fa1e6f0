package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.EducationForm;
import org.opora.api.files.EndingWay;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.documents.store.application.Archive;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.testkit.OnEveryDatabase;

/** Reports while an agreement is on its way to its end, and after that end was no end. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeReportTest {
  private static final LocalDate SIGNED = LocalDate.of(2025, 3, 3);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Parameter Product product;
  private ReportHouse house;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    house = new ReportHouse(product);
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    house.close();
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private Family family() {
    house.on(2025, 3, 3);
    return house.family("Blažek " + NUMBER.incrementAndGet(), SIGNED);
  }

  private AgreementLife life(Family family) {
    return house.register.endings.of(house.director, family.file()).get(0);
  }

  /** Notice of the fifteenth of June runs until the end of the year. */
  private void notice(Family family) {
    notice(family, day(6, 15));
    assertEquals(day(12, 31), life(family).agreement().endedOn());
  }

  private void notice(Family family, LocalDate delivered) {
    house.on(delivered.getYear(), delivered.getMonthValue(), delivered.getDayOfMonth());
    AgreementLife life = life(family);
    house.register.endings.end(
        house.director,
        life.agreement().id(),
        life.agreement().version(),
        new NewEnding(EndingWay.CARER_NOTICE, delivered, null, null, null));
  }

  private void trained(Family family, LocalDate on, String topic) {
    house.ledgers.education.add(
        house.worker,
        family.file(),
        new NewEducation(family.carer(), on, 60, EducationForm.ONLINE, topic, null, null));
  }

  @Test
  void theHalfYearIsToldWhileNoticeRunsAndTheEndWhenItHasCome() {
    Family family = family();
    notice(family);
    house.on(2026, 9, 3);
    assertEquals(Kind.PERIODIC, house.desk.propose(house.worker, family.file()).kind());
    UUID halfYear = house.begin(family, Kind.PERIODIC);
    house.makeOut(halfYear, "Dlouhá nemoc");

    house.on(2026, 12, 20);
    ReportDesk.Proposal last = house.desk.propose(house.worker, family.file());
    assertEquals(Kind.FINAL, last.kind(), "no other one is due before the end");
    assertEquals(day(9, 4), last.period().from());
    UUID report = house.begin(family, Kind.FINAL);
    assertEquals(LocalDate.of(2027, 1, 15), house.view(report).head().due(), "that of the end");
    house.close(report);
    house.acquaint(report);
    house.passage.approve(house.director, report, house.version(report));
    assertEquals(
        "null: report.refused.lasts",
        Archive.refusal(
            () -> house.passage.makeOut(house.worker, report, house.version(report), null)));

    house.on(2026, 12, 31);
    trained(family, day(12, 28), "POZDE");
    house.passage.back(house.worker, report, house.version(report), null);
    assertEquals(
        "until: refused.future",
        Archive.refusal(
            () -> house.drafting.again(house.worker, report, LocalDate.of(2027, 1, 1))));
    house.drafting.again(house.worker, report, day(12, 31));
    assertEquals(day(12, 31), house.view(report).head().period().until());
    String education = house.section(report, "education", false).words();
    assertTrue(education.contains("POZDE"), education);
    house.makeOut(report, null);
    assertTrue(
        house.due(family.file(), "cz.report").stream()
            .noneMatch(line -> line.ref() == null && line.status() == Duties.Status.OVERDUE),
        "nothing is left to be drafted");
  }

  @Test
  void aReportOnAnEndThatWasTakenBackIsOneLikeTheOthers() {
    Family family = family();
    notice(family, day(5, 29));
    house.on(2026, 7, 8);
    house.makeOut(house.begin(family, Kind.FINAL), null);
    AgreementLife ended = life(family);
    house.register.endings.takeBack(
        house.director, ended.agreement().id(), ended.agreement().version());
    assertEquals(Kind.PERIODIC, house.desk.propose(house.worker, family.file()).kind());

    notice(family, day(7, 15));
    house.on(2027, 1, 5);
    Duties.Line due =
        house.due(family.file(), "cz.report").stream()
            .filter(line -> line.ref() == null)
            .findFirst()
            .orElseThrow();
    assertEquals(LocalDate.of(2027, 1, 15), due.due(), "the end asks for a report of its own");
    house.makeOut(house.begin(family, Kind.FINAL), null);
    assertEquals(
        "kind: report.refused.final", Archive.refusal(() -> house.begin(family, Kind.FINAL)));
  }

  @Test
  void whoSeesNoDutiesIsAskedWhyItIsLateAllTheSame() {
    Family family = family();
    house.on(2025, 9, 1);
    Map<String, Reach> grants = new HashMap<>(house.worker.grants());
    grants.remove(Duties.READ);
    Viewer blind =
        new Viewer(
            house.worker.staff(),
            house.worker.name(),
            grants,
            house.worker.locale(),
            house.worker.zone(),
            house.worker.clock(),
            house.worker.requestId());
    UUID report =
        house.desk.begin(
            blind,
            family.file(),
            new NewReport(
                Kind.PERIODIC, SIGNED, LocalDate.of(2025, 9, 1), ReportHouse.CZECH, null));
    assertEquals(LocalDate.of(2025, 9, 3), house.view(report).head().due());
    house.close(report);
    house.acquaint(report);
    house.passage.approve(house.director, report, house.version(report));
    house.on(2025, 9, 8);
    assertEquals(
        "late-why: report.refused.late",
        Archive.refusal(() -> house.passage.makeOut(blind, report, house.version(report), null)));
    house.passage.makeOut(blind, report, house.version(report), "Nemoc");
    assertEquals(5, house.view(report).head().late());
  }
}
