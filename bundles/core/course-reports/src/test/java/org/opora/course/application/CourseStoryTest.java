package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.files.EndingWay;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.reports.Reader;
import org.opora.course.application.ReportHouse.Family;
import org.opora.documents.store.application.Archive;
import org.opora.duties.application.DutiesService;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.NewEnding;
import org.opora.registry.tasks.domain.Task;
import org.opora.testkit.OnEveryDatabase;

/** Stories S9 and S3: a report that is late, and the one at the end of an agreement. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseStoryTest {
  private static final String CYCLE = "cz.report";
  private static final String ASKED = "cz.report-on-request";

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

  /** The line about the next report; those about deliveries have a key of their own. */
  private Duties.Line next(Family family) {
    return house.due(family.file(), CYCLE).stream()
        .filter(line -> line.ref() == null)
        .findFirst()
        .orElseThrow();
  }

  private List<Duties.Line> open(Family family) {
    return house.due(family.file(), CYCLE).stream().filter(line -> line.ref() != null).toList();
  }

  @Test
  void aReportTwelveDaysLateAndOneAddresseeSixDays() throws Exception {
    house.on(2026, 1, 10);
    Family family = house.family("Devátá", day(1, 10));
    house.on(2026, 7, 22);
    assertEquals(day(7, 10), next(family).due());
    assertEquals(Duties.Status.OVERDUE, next(family).status());
    assertTrue(
        house.duties.list(house.director, day(7, 22)).stream()
            .anyMatch(
                line ->
                    family.file().equals(line.file())
                        && line.rule().equals(CYCLE)
                        && line.status() == Duties.Status.OVERDUE),
        "the manager sees it");

    UUID report = house.begin(family, Kind.PERIODIC);
    ReportView begun = house.view(report);
    assertEquals(day(1, 10), begun.head().period().from());
    assertEquals(day(7, 22), begun.head().period().until());
    assertEquals(day(7, 10), begun.head().due());
    assertEquals(12, begun.head().late());
    house.close(report);
    assertEquals(
        "null: report.refused.acquainted",
        Archive.refusal(
            () -> house.passage.approve(house.director, report, house.version(report))));
    house.acquaint(report);
    house.passage.approve(house.director, report, house.version(report));
    assertEquals(
        "late-why: report.refused.late",
        Archive.refusal(
            () -> house.passage.makeOut(house.worker, report, house.version(report), " ")));
    assertEquals(Duties.Status.OVERDUE, next(family).status(), "approved is not made out");
    house.passage.makeOut(house.worker, report, house.version(report), "Dlouhá nemoc");
    assertEquals(3, house.copies.make(house.worker, report));
    assertEquals(0, house.copies.make(house.worker, report), "nobody gets two");

    ReportView made = house.view(report);
    assertEquals(State.LOCKED, made.head().state());
    assertEquals(12, made.head().late());
    assertEquals("Dlouhá nemoc", made.head().lateWhy());
    assertEquals(3, made.recipients().size());
    made.recipients().forEach(to -> assertEquals(day(8, 6), to.due(), to.name()));
    assertEquals(3, open(family).size());
    open(family).forEach(line -> assertEquals(day(8, 6), line.due()));

    house.on(2026, 7, 23);
    UUID toCarer = house.send(report, "Marie");
    UUID toFirst = house.send(report, "pěstounka");
    UUID toSecond = house.send(report, "dítě");
    house.on(2026, 7, 24);
    house.delivered(report, "Marie", toCarer, null);
    house.on(2026, 7, 27);
    house.delivered(report, "pěstounka", toFirst, null);
    assertEquals(1, open(family).size(), "only that one is open");
    house.on(2026, 8, 12);
    assertEquals(Duties.Status.OVERDUE, open(family).get(0).status());
    assertEquals(6, house.to(report, "dítě").late());
    assertEquals(
        "late-why: delivery.refused.late",
        Archive.refusal(() -> house.delivered(report, "dítě", toSecond, null)));
    house.delivered(report, "dítě", toSecond, "Datová schránka byla plná");
    assertEquals(List.of(), open(family));
    ReportView delivered = house.view(report);
    assertEquals(
        List.of("2026-07-24 0", "2026-07-27 0", "2026-08-12 6"),
        delivered.recipients().stream()
            .map(to -> to.deliveredOn() + " " + to.late())
            .sorted()
            .toList());
    Duties.Reports detail = (Duties.Reports) next(family).detail();
    assertEquals(12, detail.drafted().get(0).late());
    assertEquals(
        List.of(0L, 0L, 6L),
        detail.drafted().get(0).deliveries().stream().map(Duties.Delivery::late).sorted().toList());

    assertEquals(LocalDate.of(2027, 1, 10), next(family).due(), "the original cycle goes on");
    assertEquals(LocalDate.of(2027, 1, 8), next(family).doBy(), "the day falls on a Sunday");
    onRequestLeavesBothDates(family);
    long version = house.readings.one(house.director, CycleRule.NEXT).version();
    house.readings.choose(
        house.director,
        CycleRule.NEXT,
        version,
        DutiesService.FROM_LAST,
        day(7, 22),
        "Rozhodnutí porady");
    assertEquals(LocalDate.of(2027, 1, 22), next(family).due(), "from the last one");
  }

  /** A court asks on 3 September and wants it by the 17th. */
  private void onRequestLeavesBothDates(Family family) throws Exception {
    house.on(2026, 9, 3);
    UUID report =
        house.desk.begin(
            house.worker,
            family.file(),
            new NewReport(
                Kind.ON_REQUEST,
                day(7, 23),
                day(9, 3),
                ReportHouse.CZECH,
                new NewReport.Asked(
                    null,
                    "Okresní soud",
                    Reader.COURT,
                    day(9, 3),
                    day(9, 17),
                    Set.of(family.child()))));
    List<Duties.Line> asked = house.due(family.file(), ASKED);
    assertEquals(1, asked.size());
    assertEquals(day(9, 17), asked.get(0).due());
    house.on(2026, 9, 15);
    house.close(report);
    house.passage.approve(house.director, report, house.version(report));
    house.passage.makeOut(house.worker, report, house.version(report), null);
    assertEquals(1, house.copies.make(house.worker, report), "the court and nobody else");
    assertEquals(1, house.due(family.file(), ASKED).size(), "made out is not given");
    UUID delivery = house.send(report, "Okresní soud");
    house.on(2026, 9, 16);
    house.delivered(report, "Okresní soud", delivery, null);
    assertEquals(List.of(), house.due(family.file(), ASKED));
    assertEquals(LocalDate.of(2027, 1, 10), next(family).due(), "the cycle goes on as it was");
    assertEquals(List.of(), open(family), "a court is no addressee of the cycle");
    assertTrue(house.pdf(report, "Okresní soud").contains("Okresní soud"));
  }

  @Test
  void theReportAtTheEndSettlesItsTaskAndGoesToThree() throws Exception {
    LocalDate signed = LocalDate.of(2025, 3, 3);
    house.on(2025, 3, 3);
    Family family = house.family("Blažek", signed);
    house.on(2026, 5, 29);
    AgreementLife life = house.register.endings.of(house.director, family.file()).get(0);
    house.register.endings.end(
        house.director,
        life.agreement().id(),
        life.agreement().version(),
        new NewEnding(EndingWay.CARER_NOTICE, day(5, 29), null, null, null));
    Task task = task(family);
    assertEquals(day(7, 15), task.due());

    house.on(2026, 7, 8);
    Duties.Line due = next(family);
    assertEquals(day(7, 15), due.due(), "the last report is due fifteen days after the end");
    UUID report = house.begin(family, Kind.FINAL);
    assertEquals(day(6, 30), house.view(report).head().period().until());
    house.makeOut(report, null);
    assertTrue(task(family).done(), "the task is settled by the report");
    assertEquals(house.worker.staff(), task(family).doneBy());
    assertEquals(3, house.view(report).recipients().size());
    house
        .view(report)
        .recipients()
        .forEach(to -> assertEquals(day(7, 23), to.due(), "fifteen days from 8 July"));
    assertTrue(house.pdf(report, "dítě").contains("Závěrečná zpráva"));
    for (String name : List.of("Marie", "pěstounka", "dítě")) {
      UUID delivery = house.send(report, name);
      house.delivered(report, name, delivery, null);
    }
    assertTrue(
        house.due(family.file(), CYCLE).stream()
            .noneMatch(line -> line.status() == Duties.Status.OVERDUE || line.ref() != null),
        "nothing of it is left to be done");
    assertEquals(
        "kind: report.refused.final",
        Archive.refusal(() -> house.begin(family, Kind.FINAL)),
        "there is one last report");
    assertNull(house.view(report).head().lateWhy());
  }

  private Task task(Family family) {
    return house.register.tx.read(
        em ->
            em.createQuery("SELECT t FROM Task t WHERE t.file = :file", Task.class)
                .setParameter("file", family.file().value())
                .getResultStream()
                .filter(one -> one.title().cs().contains("závěrečnou zprávu"))
                .findFirst()
                .orElseThrow());
  }
}
