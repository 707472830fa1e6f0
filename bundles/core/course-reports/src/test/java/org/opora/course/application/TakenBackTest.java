package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.documents.store.application.Archive;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.views.application.ChildViews.NewView;
import org.opora.registry.views.application.Said;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;
import org.opora.testkit.OnEveryDatabase;

/** What a child takes back of what it said while a report is under way. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakenBackTest {
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

  private static final LocalDate SAID = LocalDate.of(2026, 5, 4);

  private Family family() {
    return house.family("Rozmyšlená " + NUMBER.incrementAndGet(), SIGNED);
  }

  private UUID says(Family family, String words) {
    return house.rooms.views.write(
        house.worker,
        family.file(),
        family.child(),
        new NewView(
            SAID, words, ViewLearntBy.CONVERSATION, EnumSet.allOf(Circle.class), Chooser.CHILD));
  }

  private void takesBack(Family family, UUID view, Circle from) {
    Said said = house.rooms.views.find(house.worker, family.file(), view);
    EnumSet<Circle> left = EnumSet.copyOf(said.readers());
    left.remove(from);
    house.rooms.views.letRead(
        house.worker, family.file(), view, said.version(), left, Chooser.CHILD);
  }

  private void approve(UUID report) {
    house.passage.approve(house.director, report, house.version(report));
  }

  @Test
  void whatIsTakenBackWhileItIsWrittenIsReadAgain() {
    Family family = family();
    UUID view = says(family, "VSEM");
    UUID report = house.begin(family, Kind.PERIODIC);
    assertTrue(house.section(report, "child-view", true).words().contains("VSEM"));
    takesBack(family, view, Circle.CARERS);
    assertNull(house.section(report, "child-view", true).words(), "nobody reads it meanwhile");
    assertTrue(house.section(report, "child-view", true).narrowed());
    assertEquals("null: report.refused.narrowed", Archive.refusal(() -> house.close(report)));
    house.drafting.again(house.worker, report);
    assertFalse(house.section(report, "child-view", true).narrowed());
    assertNull(house.section(report, "child-view", true).words());
    assertTrue(house.section(report, "child-view-authority", true).words().contains("VSEM"));
    house.close(report);
  }

  @Test
  void whatSomebodyTypedOfItIsLookedAtAndSaved() {
    Family family = family();
    UUID view = says(family, "tajné");
    UUID report = house.begin(family, Kind.PERIODIC);
    house.write(report, "child-view", true, "Ema říká: tajné");
    takesBack(family, view, Circle.CARERS);
    house.drafting.again(house.worker, report);
    assertEquals("Ema říká: tajné", house.section(report, "child-view", true).words());
    assertEquals("null: report.refused.narrowed", Archive.refusal(() -> house.close(report)));
    house.write(report, "child-view", true, "Ema má vlastní názor.");
    house.close(report);
  }

  @Test
  void approvedItIsNotMadeOutWithWhatWasTakenBack() throws Exception {
    Family family = family();
    UUID view = says(family, "VSEM");
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    house.acquaint(report);
    approve(report);
    takesBack(family, view, Circle.CARERS);
    assertEquals(
        "null: report.refused.narrowed",
        Archive.refusal(
            () -> house.passage.makeOut(house.worker, report, house.version(report), null)));
    house.passage.back(house.worker, report, house.version(report), null);
    house.drafting.again(house.worker, report);
    house.makeOut(report, null);
    assertFalse(house.pdf(report, "Marie").contains("VSEM"));
    assertTrue(house.pdf(report, "dítě").contains("VSEM"));
  }

  @Test
  void whatIsSaidOfAnotherTimeOrGivenToMoreStopsNothing() {
    Family family = family();
    UUID view = says(family, "VSEM");
    UUID report =
        house.desk.begin(
            house.worker,
            family.file(),
            new NewReport(
                Kind.PERIODIC,
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 7, 1),
                ReportHouse.CZECH,
                null));
    takesBack(family, view, Circle.CARERS);
    house.close(report);
  }
}
