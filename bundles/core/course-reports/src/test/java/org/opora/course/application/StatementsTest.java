package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Stale;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.course.application.ReportHouse.Family;
import org.opora.course.domain.Answer;
import org.opora.documents.store.application.Archive;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** What carers say of a report, and what becomes of it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {
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
    return house.family("Mluvící " + NUMBER.incrementAndGet(), SIGNED);
  }

  /** A report of a new family that is with its carers. */
  private UUID withCarers(Family family) {
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    return report;
  }

  private UUID part(UUID report, boolean ofChild) {
    return house.view(report).parts().stream()
        .filter(one -> (one.child() != null) == ofChild)
        .map(ReportView.Part::id)
        .findFirst()
        .orElseThrow();
  }

  private Statements.Said says(Family family, UUID part, Answer answer, String words) {
    return new Statements.Said(family.carer(), part, answer, house.worker.today(), words);
  }

  @Test
  void whatCannotBePrintedOfAStatementIsSaidWhenItIsWritten() {
    Family family = family();
    UUID report = withCarers(family);
    assertEquals(
        "words: pdf.character",
        Archive.refusal(
            () ->
                house.statements.write(
                    house.worker,
                    report,
                    says(family, part(report, false), Answer.STATED, "Děkujeme \uD83D\uDE00"))));
    assertEquals(1, house.view(report).unheard().size(), "nothing of it is kept");
  }

  @Test
  void aNameThatCannotBePrintedLocksNoReport() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    house.acquaint(report);
    house.passage.approve(house.director, report, house.version(report));
    house.office(family.file(), family.child(), "OSPOD \u6C34", LocalDate.of(2026, 6, 1));
    assertEquals(
        "null: report.refused.unprintable",
        Archive.refusal(
            () -> house.passage.makeOut(house.worker, report, house.version(report), null)));
    assertEquals(State.APPROVED, house.view(report).head().state());
  }

  private ReportView.Statement stated(UUID report, boolean ofChild) {
    return house.view(report).parts().stream()
        .filter(one -> (one.child() != null) == ofChild)
        .flatMap(one -> one.statements().stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatACarerSaidIsNotWrittenOverByWhoeverHasNotSeenIt() {
    Family family = family();
    UUID report = withCarers(family);
    UUID part = part(report, true);
    house.statements.write(
        house.worker, report, says(family, part, Answer.STATED, "Dvě strany námitek"));
    assertEquals(
        "part: report.refused.said",
        Archive.refusal(
            () ->
                house.statements.write(
                    house.director, report, says(family, part, Answer.NOTHING, null))));
    ReportView.Statement seen = stated(report, true);
    house.statements.correct(
        house.worker,
        report,
        seen.id(),
        seen.version(),
        new Statements.Words(Answer.STATED, house.worker.today(), "Tři strany námitek"),
        null);
    assertThrows(
        Stale.class,
        () ->
            house.statements.correct(
                house.director,
                report,
                seen.id(),
                seen.version(),
                new Statements.Words(Answer.NOTHING, house.worker.today(), null),
                null));
    assertEquals("Tři strany námitek", stated(report, true).words());
    house.statements.write(house.worker, report, says(family, null, Answer.NOTHING, null));
    assertEquals(Answer.STATED, stated(report, true).answer(), "only the part that was left");
    assertEquals(Answer.NOTHING, stated(report, false).answer());
  }

  @Test
  void whoWritesDownWhatACarerSaidDoesNotApprove() {
    Family family = family();
    UUID report = withCarers(family);
    house.statements.write(house.director, report, says(family, null, Answer.NOTHING, null));
    assertEquals(
        "null: report.refused.own",
        Archive.refusal(
            () -> house.passage.approve(house.director, report, house.version(report))));
    Viewer other = house.viewer("director");
    house.passage.approve(other, report, house.version(report));
    assertEquals(State.APPROVED, house.view(report).head().state());
  }

  @Test
  void nobodyApprovesWhatWasSaidAfterThePageWasOpened() {
    Family family = family();
    UUID report = withCarers(family);
    house.statements.write(
        house.worker, report, says(family, part(report, false), Answer.NOTHING, null));
    long seen = house.version(report);
    house.statements.write(
        house.worker, report, says(family, part(report, true), Answer.STATED, "Nesouhlasím"));
    assertThrows(Stale.class, () -> house.passage.approve(house.director, report, seen));
    house.passage.approve(house.director, report, house.version(report));
  }

  @Test
  void nobodyClosesOverAParagraphOfAColleague() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    long seen = house.version(report);
    house.write(report, "conclusion", false, "Doplněno");
    assertThrows(Stale.class, () -> house.passage.close(house.worker, report, seen, null));
    house.close(report);
  }
}
