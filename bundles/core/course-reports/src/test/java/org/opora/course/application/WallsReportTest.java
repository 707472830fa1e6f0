package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.documents.Deliveries;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.course.domain.Answer;
import org.opora.documents.store.application.Archive;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** Nobody is left out of a report because of a wall before whoever writes it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallsReportTest {
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

  /** With a second carer, and a second child that has an office of its own. */
  private record Large(Family family, PersonId petr, PersonId tom) {}

  private Large family() {
    String name = "Oddělená " + NUMBER.incrementAndGet();
    Family family = house.family(name, SIGNED);
    PersonId petr = house.register.person(house.director, "Petr", name, LocalDate.of(1979, 4, 2));
    house.register.files.addCarer(house.director, family.file(), petr, SIGNED);
    house.office(family.file(), petr, "OSPOD " + name + " – pěstoun", SIGNED);
    PersonId tom = house.child(family.file(), "Tomáš", "Druhý", SIGNED);
    house.office(family.file(), tom, "OSPOD " + name + " – druhého", SIGNED);
    return new Large(family, petr, tom);
  }

  /** Somebody who may do everything and is kept from one person. */
  private Viewer keptFrom(PersonId person) {
    Viewer kept = house.viewer("director");
    house
        .register
        .house
        .walls()
        .raise(house.director, kept.staff(), Subject.of(person), Walls.Ground.CONFLICT_OF_INTEREST);
    return kept;
  }

  private UUID begin(Viewer viewer, Family family) {
    return house.desk.begin(
        viewer,
        family.file(),
        new NewReport(Kind.PERIODIC, SIGNED, LocalDate.of(2026, 7, 1), ReportHouse.CZECH, null));
  }

  @Test
  void whoIsKeptFromSomebodyBeginsNoReportForEverybody() {
    Large large = family();
    for (PersonId one : List.of(large.tom(), large.petr())) {
      Viewer kept = keptFrom(one);
      assertEquals(
          "null: report.refused.hidden", Archive.refusal(() -> begin(kept, large.family())));
    }
    assertEquals(6, house.view(begin(house.worker, large.family())).recipients().size());
  }

  @Test
  void whoIsKeptFromACarerNeitherApprovesNorMakesOut() {
    Large large = family();
    UUID report = begin(house.worker, large.family());
    house.close(report);
    house.acquaint(report);
    Viewer kept = keptFrom(large.petr());
    assertEquals(
        "null: report.refused.hidden",
        Archive.refusal(() -> house.passage.approve(kept, report, house.version(report))));
    house.passage.approve(house.director, report, house.version(report));
    assertEquals(
        "null: report.refused.hidden",
        Archive.refusal(() -> house.passage.makeOut(kept, report, house.version(report), null)));
    house.passage.makeOut(house.worker, report, house.version(report), null);
    assertEquals(6, house.view(report).recipients().size());
  }

  @Test
  void whoIsKeptFromACarerReadsNothingOfThem() {
    Large large = family();
    UUID report = begin(house.worker, large.family());
    house.close(report);
    ReportView.Part shared = house.view(report).parts().get(0);
    house.statements.write(
        house.worker,
        report,
        new Statements.Said(
            large.petr(), shared.id(), Answer.STATED, house.worker.today(), "PETRUV VYROK"));
    house.acquaint(report);
    house.passage.approve(house.director, report, house.version(report));
    house.passage.makeOut(house.worker, report, house.version(report), null);
    house.copies.make(house.worker, report);
    Viewer kept = keptFrom(large.petr());
    ReportView view = house.reader.view(kept, report);
    assertTrue(view.recipients().stream().noneMatch(to -> large.petr().equals(to.person())));
    assertTrue(
        view.parts().stream()
            .flatMap(part -> part.statements().stream())
            .noneMatch(one -> one.carer().equals(large.petr())));
    ReportView.To his = house.to(report, "Petr");
    assertThrows(NotFound.class, () -> house.copies.paper(kept, report, his.id()));
    assertThrows(NotFound.class, () -> house.bureau.archive.shelf.view(kept, his.document()));
    ReportView.To office = house.to(report, "– dítě");
    assertThrows(
        NotFound.class,
        () -> house.bureau.archive.shelf.view(kept, office.document()),
        "what he said stands in every copy");
  }

  @Test
  void whichOfficeItIsIsNotToldToWhomWhereaboutsAreNot() {
    Large large = family();
    UUID report = begin(house.worker, large.family());
    PersonView child = house.register.people.view(house.director, large.tom());
    house.register.people.amend(
        house.director,
        large.tom(),
        child.version(),
        new NewPerson(
            child.name(),
            child.birthDate(),
            child.nationalId(),
            child.phone(),
            child.email(),
            child.address(),
            true));
    Viewer inspector = without(house.viewer("director"), People.WHEREABOUTS);
    UUID office = house.to(report, "druhého").id();
    assertEquals(
        Arrays.asList((String) null),
        house.reader.view(inspector, report).recipients().stream()
            .filter(to -> to.id().equals(office))
            .map(ReportView.To::name)
            .collect(Collectors.toList()));
    assertThrows(NotFound.class, () -> house.copies.paper(inspector, report, office));
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
  void whatIsDeliveredStaysSoWhoeverNotesSomethingElse() {
    Large large = family();
    UUID report = begin(house.worker, large.family());
    house.makeOut(report, null);
    DocumentId copy = house.to(report, "Petr").document();
    house.delivered(report, "Petr", house.send(report, "Petr"), null);
    // A copy that names nobody but its addressee, as one that was made before names it none at all.
    house.bureau.archive.tx.run(
        em ->
            em.createQuery("DELETE FROM DocumentNamed n WHERE n.document = :copy")
                .setParameter("copy", copy.value())
                .executeUpdate());
    Viewer kept = keptFrom(large.petr());
    house.bureau.deliveries.put(
        kept,
        copy,
        new Deliveries.NewDelivery(
            new Deliveries.Addressee(null, null, "Někdo jiný"),
            Deliveries.Channel.EMAIL,
            house.worker.today(),
            null));
    assertEquals(house.worker.today(), house.to(report, "Petr").deliveredOn());
  }
}
