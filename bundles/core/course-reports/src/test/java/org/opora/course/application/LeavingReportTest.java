package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.documents.Deliveries;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.NewEnding;
import org.opora.testkit.OnEveryDatabase;

/** Somebody comes or leaves while a report is under way. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavingReportTest {
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
    return house.family("Odcházející " + NUMBER.incrementAndGet(), SIGNED);
  }

  private PersonId second(Family family) {
    PersonId tom = house.child(family.file(), "Tomáš", "Druhý", SIGNED);
    house.office(family.file(), tom, "OSPOD druhého " + family.file(), SIGNED);
    return tom;
  }

  @Test
  void theKeyWorkerGoesOnWithThePartOfAChildThatLeaves() throws Exception {
    Family family = family();
    PersonId tom = second(family);
    UUID report = house.begin(family, Kind.PERIODIC);
    ReportView.Section section =
        house.view(report).parts().stream()
            .filter(part -> tom.equals(part.child()))
            .flatMap(part -> part.sections().stream())
            .filter(one -> one.code().equals("conclusion"))
            .findFirst()
            .orElseThrow();
    house.drafting.write(house.worker, report, section.id(), section.version(), "TOMUV ZAVER");
    house.leaves(family.file(), tom, LocalDate.of(2026, 7, 1));
    house.on(2026, 7, 2);
    assertEquals(3, house.view(report).parts().size(), "it is under way");
    house.drafting.again(house.worker, report);
    house.makeOut(report, null);
    assertTrue(house.pdf(report, "druhého").contains("TOMUV ZAVER"));
    assertTrue(house.pdf(report, "Marie").contains("TOMUV ZAVER"));
    ReportView made = house.view(report);
    assertEquals(2, made.parts().size(), "from now on it is of the child's new family");
    assertEquals(1, made.hidden());
  }

  @Test
  void aChildThatCameYesterdayStopsNothing() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    house.child(family.file(), "Nový", "Příchozí", LocalDate.of(2026, 6, 30));
    house.makeOut(report, null);
    assertEquals(3, house.view(report).recipients().size());
  }

  @Test
  void twoOfficesOfOneNameGetWhatIsTheirs() throws Exception {
    Family family = house.family("Stejnojmenná " + NUMBER.incrementAndGet(), SIGNED);
    PersonId tom = house.child(family.file(), "Tomáš", "Druhý", SIGNED);
    for (PersonId child : List.of(family.child(), tom)) {
      house.bureau.authorities.desk.state(
          house.director, family.file(), child, null, "OSPOD Nové Město", LocalDate.of(2026, 2, 1));
    }
    UUID report = house.begin(family, Kind.PERIODIC);
    house.makeOut(report, null);
    List<ReportView.To> offices =
        house.view(report).recipients().stream()
            .filter(to -> to.name().equals("OSPOD Nové Město"))
            .toList();
    assertEquals(2, offices.size());
    assertEquals(
        Set.of(1), offices.stream().map(to -> to.names().size()).collect(Collectors.toSet()));
    assertEquals(2, offices.stream().map(ReportView.To::document).distinct().count());
  }

  @Test
  void aCopyHandedToAnybodyElseByNameIsNotDelivered() {
    Family family = family();
    PersonId tom = house.child(family.file(), "Tomáš", "Druhý", SIGNED);
    house.bureau.authorities.desk.state(
        house.director, family.file(), tom, null, "OSPOD jen jménem", LocalDate.of(2026, 2, 1));
    UUID report = house.begin(family, Kind.PERIODIC);
    house.makeOut(report, null);
    ReportView.To office = house.to(report, "jen jménem");
    house.bureau.deliveries.put(
        house.worker,
        office.document(),
        new Deliveries.NewDelivery(
            new Deliveries.Addressee(null, null, "Sousedka"),
            Deliveries.Channel.IN_PERSON,
            house.worker.today(),
            null));
    assertNull(house.to(report, "jen jménem").sentOn());
    house.send(report, "jen jménem");
    assertEquals(house.worker.today(), house.to(report, "jen jménem").sentOn());
  }

  @Test
  void aCarerWhoLeftIsHeardAndGetsTheReport() {
    String name = "Rozdělená " + NUMBER.incrementAndGet();
    house.on(2025, 3, 3);
    LocalDate signed = LocalDate.of(2025, 3, 3);
    Family family = house.family(name, signed);
    PersonId petr = house.register.person(house.director, "Petr", name, LocalDate.of(1979, 4, 2));
    house.register.files.addCarer(house.director, family.file(), petr, signed);
    house.office(family.file(), petr, "OSPOD " + name + " – pěstoun", signed);
    house.on(2026, 5, 29);
    AgreementLife life = house.register.endings.of(house.director, family.file()).get(0);
    house.register.endings.end(
        house.director,
        life.agreement().id(),
        life.agreement().version(),
        new NewEnding(EndingWay.CARER_NOTICE, LocalDate.of(2026, 5, 29), null, null, null));
    house.on(2026, 6, 25);
    UUID report = house.begin(family, Kind.FINAL);
    house.on(2026, 7, 2);
    house.register.files.endCarer(
        house.director, family.file(), petr, CaseFiles.Leaving.otherwise(LocalDate.of(2026, 7, 1)));
    house.on(2026, 7, 6);
    house.makeOut(report, null);
    UUID delivery = house.send(report, "Petr");
    house.delivered(report, "Petr", delivery, null);
    assertEquals(house.worker.today(), house.to(report, "Petr").deliveredOn());
  }
}
