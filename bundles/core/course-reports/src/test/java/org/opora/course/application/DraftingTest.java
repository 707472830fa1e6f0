package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.opora.api.faults.Refused;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Text;
import org.opora.course.CourseModule;
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
            family.carer(), LocalDate.of(2026, 6, 2), 60, EducationForm.ONLINE, topic, null, null));
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
    assertEquals("null: report.refused.gap", Archive.refusal(() -> house.close(report)));
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

  /** Waits until both who begin have been asked for it. */
  private record Meeting(CyclicBarrier barrier) implements ReportSection {
    @Override
    public String id() {
      return "meeting";
    }

    @Override
    public int order() {
      return 1;
    }

    @Override
    public Text title() {
      return Text.of(CourseModule.ORIGIN, "section.conclusion");
    }

    @Override
    public String module() {
      return "meeting";
    }

    @Override
    public Scope scope() {
      return Scope.FAMILY;
    }

    @Override
    public String draft(Viewer viewer, Wanted wanted) {
      try {
        barrier.await();
      } catch (InterruptedException | BrokenBarrierException stopped) {
        throw new IllegalStateException(stopped);
      }
      return null;
    }
  }

  @Test
  void ofTwoWhoBeginTheSameAtOnceOneDoes() throws Exception {
    Family family = family();
    Meeting meeting = new Meeting(new CyclicBarrier(2));
    house.sections.addSection(meeting);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<UUID>> begun =
          both.invokeAll(
              List.of(
                  () -> house.begin(family, Kind.PERIODIC),
                  () -> house.begin(family, Kind.PERIODIC)));
      int refused = 0;
      for (Future<UUID> one : begun) {
        try {
          one.get();
        } catch (ExecutionException failed) {
          assertEquals("report.refused.begun", ((Refused) failed.getCause()).text().key());
          refused++;
        }
      }
      assertEquals(1, refused);
      assertEquals(1, house.reader.of(house.worker, family.file()).size());
    } finally {
      both.shutdown();
      house.sections.removeSection(meeting);
    }
  }

  @Test
  void whatABrowserSendsBackUntouchedDiffersInNothing() {
    Family family = family();
    trained(family, "VZDOR");
    trained(family, "HRANICE");
    UUID report = house.begin(family, Kind.PERIODIC);
    String drafted = house.section(report, "education", false).words();
    assertTrue(drafted.contains("\n"), drafted);
    house.write(report, "education", false, drafted.replace("\n", "\r\n"));
    assertEquals(drafted, house.section(report, "education", false).words());
    assertFalse(house.section(report, "education", false).differs());
  }
}
