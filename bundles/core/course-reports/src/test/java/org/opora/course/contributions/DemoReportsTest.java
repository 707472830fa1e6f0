package org.opora.course.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Status;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.reports.CourseReports;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.course.application.ReportHouse;
import org.opora.course.application.ReportHouse.Family;
import org.opora.course.application.ReportView;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** What the made-up centre shows of reports, and how their duties stand there. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoReportsTest {
  private static final LocalDate SIGNED = LocalDate.of(2025, 11, 3);
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final String CYCLE = "cz.report";
  private static final int FAMILIES = 60;
  private static final int WORKERS = 4;

  @Parameter Product product;
  private ReportHouse house;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    house = new ReportHouse(product);
    house.on(2026, 7, 1);
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    house.close();
  }

  private DemoCast cast(List<Family> families) {
    List<InForce> inForce =
        families.stream()
            .flatMap(
                one ->
                    house
                        .register
                        .facts
                        .inForce(house.director, CaseFiles.READ, TODAY, one.file())
                        .stream())
            .toList();
    return new DemoCast(house.director, List.of(house.worker), inForce);
  }

  /** As the made-up centre does: everything in one transaction. */
  private void write(DemoChapter chapter, DemoCast cast) {
    house.register.tx.run(em -> chapter.write(cast));
  }

  private DemoReports reports() {
    return new DemoReports(
        house.desk,
        house.drafting,
        house.statements,
        house.passage,
        house.reader,
        house.copies,
        house.bureau.deliveries,
        house.bureau.authorities.addressees);
  }

  private CourseReports.Line only(Family family) {
    List<CourseReports.Line> all = house.reader.of(house.worker, family.file());
    assertEquals(1, all.size());
    return all.get(0);
  }

  private Duties.Line next(CaseFileId file) {
    return house.due(file, CYCLE).stream()
        .filter(line -> line.ref() == null)
        .findFirst()
        .orElseThrow();
  }

  private long onTheirClock(Family family) {
    return house.due(family.file(), CYCLE).stream().filter(line -> line.ref() != null).count();
  }

  @Test
  void thereIsAReportInEachStateAndOneOfItsCopiesIsStillOnItsClock() throws Exception {
    List<Family> families =
        Stream.of("Prvá", "Druhá", "Třetí", "Čtvrtá", "Pátá")
            .map(name -> house.family(name, SIGNED))
            .toList();
    DemoCast cast = cast(families);
    assertEquals(Status.OVERDUE, next(families.get(0).file()).status(), "as if there were none");
    write(new DemoFormerReports(house.register.evidence, house.register.facts), cast);
    assertEquals(
        List.of(Status.DUE_SOON),
        families.stream().map(one -> next(one.file()).status()).distinct().toList());

    write(reports(), cast);
    assertEquals(
        List.of(State.LOCKED, State.STATEMENT, State.APPROVED, State.DRAFT, State.DRAFT),
        families.stream().map(one -> only(one).state()).toList());
    assertEquals(Kind.ON_REQUEST, only(families.get(4)).kind());
    assertEquals(
        1,
        house.due(families.get(4).file(), "cz.report-on-request").size(),
        "what a court has asked for is due, too");

    CourseReports.Line delivered = only(families.get(0));
    assertEquals(1, delivered.left());
    assertEquals(1, onTheirClock(families.get(0)));
    assertEquals(Status.OK, next(families.get(0).file()).status());
    ReportView view = house.view(delivered.id());
    assertNull(view.head().lateWhy(), "it was in time");
    assertEquals(3, view.recipients().size());
    view.recipients().forEach(to -> assertEquals(TODAY, to.sentOn(), to.name()));
    ReportView.To last = view.recipients().get(2);
    assertNull(last.deliveredOn());
    assertEquals(TODAY.plusDays(15), last.due());
    assertTrue(house.pdf(delivered.id(), "dítě").contains("psát knížku života"));
    assertTrue(house.pdf(delivered.id(), "Marie").contains("u rybníka"));

    ReportView withCarers = house.view(only(families.get(1)).id());
    assertEquals(1, withCarers.unheard().size(), "of the child she has not said anything yet");
    assertNotNull(house.view(only(families.get(2)).id()).head().approvedOn());
    assertEquals(
        List.of(),
        Stream.of(0, 1, 2, 3)
            .flatMap(one -> house.view(only(families.get(one)).id()).parts().stream())
            .flatMap(part -> part.sections().stream())
            .filter(section -> section.code().equals("conclusion") && section.words() == null)
            .toList(),
        "each has its conclusions");
  }

  @Test
  void whileNobodyKnowsWhoGetsAReportTheChapterWaits() {
    Family family = house.family("Bezúřadní", SIGNED);
    house.child(family.file(), "Bez", "Úřadu", SIGNED);
    assertThrows(Refused.class, () -> write(reports(), cast(List.of(family))));
    assertEquals(List.of(), house.reader.of(house.worker, family.file()));
  }

  @Test
  void mostHaveTimeSomeAreDueSoonAndFewAreLate() {
    List<Long> left =
        IntStream.range(0, FAMILIES)
            .mapToObj(number -> DemoFormerReports.last(TODAY, number).plusMonths(6))
            .map(due -> ChronoUnit.DAYS.between(TODAY, due))
            .toList();
    long late = left.stream().filter(days -> days < 0).count();
    long soon = left.stream().filter(days -> days >= 0 && days <= 14).count();
    assertTrue(late >= 2 && late <= 4, "late: " + late);
    assertTrue(soon >= 9 && soon <= 18, "soon: " + soon);
    assertTrue(
        IntStream.range(0, FAMILIES)
                .filter(number -> left.get(number) < 0)
                .map(number -> number % WORKERS)
                .distinct()
                .count()
            > 1,
        "not all of them of one colleague");
  }
}
