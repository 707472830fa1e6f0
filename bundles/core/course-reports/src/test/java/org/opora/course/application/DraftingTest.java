package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.EducationForm;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.documents.store.application.Archive;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.testkit.OnEveryDatabase;

/** What happens to the words of a report when its records are asked once more. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftingTest {
  private static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
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

  @BeforeEach
  void today() {
    house.on(2026, 7, 1);
  }


  private Family family() {
    return house.family("Načtená " + NUMBER.incrementAndGet(), SIGNED);
  }

  private void trained(Family family, String topic) {
    house.ledgers.education.add(
        house.worker,
        family.file(),
        new NewEducation(
            family.carer(),
            LocalDate.of(2026, 6, 2),
            60,
            EducationForm.ONLINE,
            topic,
            null,
            null));
  }

  private static Viewer without(Viewer viewer, String permission) {
    Map<String, Reach> grants = new HashMap<>(viewer.grants());
    grants.remove(permission);
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        grants,
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  @Test
  void whoMayReadLessEmptiesNothing() {
    Family family = family();
    trained(family, "VZDOR");
    UUID report = house.begin(family, Kind.PERIODIC);
    house.drafting.again(without(house.director, Ledger.READ), report);
    ReportView.Section education = house.section(report, "education", false);
    assertTrue(education.words().contains("VZDOR"), education.words());
    assertNull(education.gap());
  }

  @Test
  void whoMayReadLessBeginsWithAGap() {
    Family family = family();
    trained(family, "VZDOR");
    UUID report =
        house.desk.begin(
            without(house.director, Ledger.READ),
            family.file(),
            new NewReport(
                Kind.PERIODIC, SIGNED, LocalDate.of(2026, 7, 1), ReportHouse.CZECH, null));
    assertNull(house.section(report, "education", false).words());
    assertEquals(
        "null: report.refused.gap", Archive.refusal(() -> house.close(report)));
    house.drafting.again(house.worker, report);
    assertTrue(house.section(report, "education", false).words().contains("VZDOR"));
    house.close(report);
  }

  @Test
  void whoDraftsTheWordsAnewDoesNotApproveThem() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    house.drafting.again(house.director, report);
    house.close(report);
    house.acquaint(report);
    assertEquals(
        "null: report.refused.own",
        Archive.refusal(
            () -> house.passage.approve(house.director, report, house.version(report))));
  }
}
