package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.evidence.EducationForm;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Text;
import org.opora.course.CourseModule;
import org.opora.course.application.ReportHouse.Family;
import org.opora.course.contributions.CoursePersonData;
import org.opora.course.domain.Answer;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.contributions.DocumentsPersonData;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
import org.opora.registry.views.application.ChildViews.NewView;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;
import org.opora.testkit.OnEveryDatabase;

/** What stands in a report, who sees it, and who gets it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
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
    return house.family("Zkušební " + NUMBER.incrementAndGet(), SIGNED);
  }

  /** A second child with an office of its own. */
  private PersonId second(Family family) {
    PersonId tom = house.child(family.file(), "Tomáš", "Druhý", SIGNED);
    house.office(family.file(), tom, "OSPOD druhého " + family.file(), SIGNED);
    return tom;
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private UUID says(Family family, PersonId child, String words, Circle... readers) {
    return house.rooms.views.write(
        house.worker,
        family.file(),
        child,
        new NewView(
            day(5, 4),
            words,
            ViewLearntBy.CONVERSATION,
            readers.length == 0 ? EnumSet.noneOf(Circle.class) : EnumSet.copyOf(Set.of(readers)),
            Chooser.CHILD));
  }

  @Test
  void sectionsAreDraftedFromTheRecordsOfThePeriodAndOfNoOtherDay() {
    Family family = family();
    for (LocalDate on : List.of(day(2, 3), day(6, 2))) {
      house.ledgers.education.add(
          house.worker,
          family.file(),
          new NewEducation(
              family.carer(), on, 210, EducationForm.IN_PERSON, "Vzdor " + on, null, null));
    }
    house.ledgers.respite.add(
        house.worker,
        family.file(),
        List.of(family.child()),
        new NewRespite(family.child(), Set.of(family.carer()), day(4, 1), day(4, 3), null, null));
    UUID report =
        house.desk.begin(
            house.worker,
            family.file(),
            new NewReport(Kind.PERIODIC, day(3, 1), day(7, 1), ReportHouse.CZECH, null));
    String education = house.section(report, "education", false).words();
    assertTrue(education.contains("3,5 h") || education.contains("3.5 h"), education);
    assertTrue(education.contains("Vzdor 2026-06-02"), education);
    assertFalse(education.contains("2026-02-03"), "before the period: " + education);
    assertTrue(house.section(report, "respite", true).words().contains("3 dny v období"));
    assertNull(house.section(report, "visits", false).words(), "nothing recorded, nothing said");
    assertNull(house.section(report, "conclusion", true).words());
  }

  @Test
  void anOfficeLearnsOfNoChildThatIsNotItsOwn() throws Exception {
    Family family = family();
    PersonId tom = second(family);
    says(family, family.child(), "EMINTAJ chce psa", Circle.values());
    says(family, tom, "TOMUVTAJ chce kolo", Circle.values());
    UUID report = house.begin(family, Kind.PERIODIC);
    house.write(report, "conclusion", false, "RODINNY závěr");
    house.close(report);
    ReportView view = house.view(report);
    for (ReportView.Part part : view.parts()) {
      house.statements.write(
          house.worker,
          report,
          new Statements.Said(
              family.carer(),
              part.id(),
              Answer.STATED,
              house.worker.today(),
              part.child() == null
                  ? "RODINNE vyjádření"
                  : part.child().equals(tom) ? "TOMUVVYROK" : "EMINVYROK"));
    }
    house.passage.approve(house.director, report, house.version(report));
    house.passage.makeOut(house.worker, report, house.version(report), null);
    assertEquals(4, house.copies.make(house.worker, report));

    String ofEma = house.pdf(report, "dítě");
    assertTrue(ofEma.contains("EMINTAJ") && ofEma.contains("EMINVYROK"), ofEma);
    assertTrue(ofEma.contains("RODINNY") && ofEma.contains("RODINNE"), ofEma);
    for (String alien : List.of("TOMUV", "Tomáš", "Druhý")) {
      assertFalse(ofEma.contains(alien), alien + " in " + ofEma);
    }
    String ofTom = house.pdf(report, "druhého");
    assertTrue(ofTom.contains("TOMUVTAJ") && ofTom.contains("TOMUVVYROK"), ofTom);
    for (String alien : List.of("EMIN", "Ema")) {
      assertFalse(ofTom.contains(alien), alien + " in " + ofTom);
    }
    String ofCarers = house.pdf(report, "pěstounka");
    assertTrue(ofCarers.contains("RODINNY"), ofCarers);
    for (String alien : List.of("EMIN", "Ema", "TOMUV", "Tomáš")) {
      assertFalse(ofCarers.contains(alien), alien + " in " + ofCarers);
    }
    String carer = house.pdf(report, "Marie");
    assertTrue(carer.contains("EMINTAJ") && carer.contains("TOMUVTAJ"), carer);
  }

  @Test
  void whatAChildSaysGoesOnlyToWhomItLets() throws Exception {
    Family family = family();
    says(family, family.child(), "VSEM", Circle.values());
    says(family, family.child(), "URADU", Circle.HOUSE, Circle.AUTHORITY);
    says(family, family.child(), "PESTOUNUM", Circle.HOUSE, Circle.CARERS);
    says(family, family.child(), "BEZDOMU", Circle.AUTHORITY, Circle.CARERS);
    says(family, family.child(), "NIKOMU");
    UUID report = house.begin(family, Kind.PERIODIC);
    house.makeOut(report, null);
    String office = house.pdf(report, "dítě");
    String carer = house.pdf(report, "Marie");
    assertTrue(office.contains("VSEM") && office.contains("URADU"), office);
    assertFalse(office.contains("PESTOUNUM"), office);
    assertTrue(carer.contains("VSEM") && carer.contains("PESTOUNUM"), carer);
    assertFalse(carer.contains("URADU"), carer);
    for (String kept : List.of("BEZDOMU", "NIKOMU")) {
      assertFalse((office + carer).contains(kept), kept);
    }
  }

  @Test
  void whatWasTypedIsNeverLost() {
    Family family = family();
    says(family, family.child(), "první", Circle.values());
    UUID report = house.begin(family, Kind.PERIODIC);
    house.write(report, "child-view", true, "Napsáno rukou");
    says(family, family.child(), "druhé", Circle.values());
    house.ledgers.education.add(
        house.worker,
        family.file(),
        new NewEducation(family.carer(), day(6, 2), 60, EducationForm.ONLINE, "Pozdě", null, null));
    house.drafting.again(house.worker, report);
    ReportView.Section typed = house.section(report, "child-view", true);
    assertEquals("Napsáno rukou", typed.words());
    assertTrue(typed.records().contains("druhé"), "beside it stands what the records say now");
    assertTrue(typed.differs());
    assertTrue(house.section(report, "education", false).words().contains("Pozdě"));

    ReportView.Section seen = house.section(report, "conclusion", false);
    house.drafting.write(house.worker, report, seen.id(), seen.version(), "jeden");
    assertThrows(
        Stale.class,
        () -> house.drafting.write(house.director, report, seen.id(), seen.version(), "druhý"));
    assertEquals("jeden", house.section(report, "conclusion", false).words());
  }

  @Test
  void whoWroteSomeOfItDoesNotApproveIt() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    ReportView.Section section = house.section(report, "conclusion", false);
    house.drafting.write(house.director, report, section.id(), section.version(), "ředitelka");
    // Somebody writes it once more: who wrote before is an author still.
    house.write(report, "conclusion", false, "klíčová");
    house.close(report);
    house.acquaint(report);
    assertEquals(
        "null: report.refused.own",
        Archive.refusal(
            () -> house.passage.approve(house.director, report, house.version(report))));
    Viewer other = house.viewer("director");
    house.passage.approve(other, report, house.version(report));
    assertEquals(State.APPROVED, house.view(report).head().state());
  }

  @Test
  void givenBackItIsSaidOfAgain() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    house.acquaint(report);
    assertEquals(
        "why: refused.required",
        Archive.refusal(
            () -> house.passage.back(house.director, report, house.version(report), " ")));
    house.passage.back(house.director, report, house.version(report), "Doplňte školu");
    ReportView view = house.view(report);
    assertEquals(State.DRAFT, view.head().state());
    assertEquals("Doplňte školu", view.head().backWhy());
    view.parts().forEach(part -> assertEquals(1, part.former().size(), "what was said stays"));
    house.close(report);
    assertEquals(List.of("Marie " + name(family)), house.view(report).unheard());
    assertEquals(
        "null: report.refused.acquainted",
        Archive.refusal(
            () -> house.passage.approve(house.director, report, house.version(report))));
  }

  private String name(Family family) {
    return house.register.files.header(house.director, family.file()).familyName();
  }

  @Test
  void aNameOfAnotherChildIsPointedOutBeforeItGoesToAnOffice() {
    Family family = family();
    second(family);
    UUID report = house.begin(family, Kind.PERIODIC);
    house.write(report, "conclusion", false, "S Emou i Tomášem je to dobré.");
    assertEquals(
        "named: report.refused.named-family",
        Archive.refusal(
            () -> house.passage.close(house.worker, report, house.version(report), null)));
    assertEquals(State.DRAFT, house.view(report).head().state());
    house.close(report);
    assertEquals(State.STATEMENT, house.view(report).head().state());
  }

  @Test
  void whatCannotBePrintedIsSaidBeforeItGoesToTheCarers() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    house.write(report, "conclusion", false, "smajlík \uD83D\uDE00");
    assertEquals("words: pdf.character", Archive.refusal(() -> house.close(report)));
    assertEquals(State.DRAFT, house.view(report).head().state());
  }

  @Test
  void aGapIsFilledOrNothingGoesOut() {
    Family family = family();
    ReportSection broken =
        new ReportSection() {
          @Override
          public String id() {
            return "broken";
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
            return "tabory";
          }

          @Override
          public Scope scope() {
            return Scope.FAMILY;
          }

          @Override
          public String draft(Viewer viewer, Wanted wanted) {
            throw new IllegalStateException("broken");
          }
        };
    house.sections.addSection(broken);
    UUID report;
    try {
      report = house.begin(family, Kind.PERIODIC);
    } finally {
      house.sections.removeSection(broken);
    }
    assertEquals("tabory", house.section(report, "broken", false).gap());
    assertEquals("null: report.refused.gap", Archive.refusal(() -> house.close(report)));
    house.write(report, "broken", false, null);
    house.close(report);
  }

  @Test
  void whoIsKeptFromAChildSeesNeitherItsPartNorACopyThatTellsOfIt() {
    Family family = family();
    PersonId tom = second(family);
    UUID report = house.begin(family, Kind.PERIODIC);
    house.makeOut(report, null);
    Viewer kept = house.viewer("director");
    house
        .register
        .house
        .walls()
        .raise(
            house.director,
            kept.staff(),
            Subject.of(tom),
            org.opora.api.access.Walls.Ground.CONFLICT_OF_INTEREST);
    ReportView view = house.reader.view(kept, report);
    assertEquals(0, view.hidden(), "that there is a child is not told either");
    assertTrue(view.recipients().stream().noneMatch(to -> to.name().contains("druhého")));
    assertEquals(3, view.recipients().size());
    assertTrue(view.parts().stream().noneMatch(part -> tom.equals(part.child())));
    var ofTom = house.to(report, "druhého");
    assertThrows(NotFound.class, () -> house.copies.paper(kept, report, ofTom.id()));
    assertThrows(NotFound.class, () -> house.bureau.archive.shelf.view(kept, ofTom.document()));
    assertNotNull(house.bureau.archive.shelf.view(kept, house.to(report, "dítě").document()));
    List<?> listed = house.bureau.archive.shelf.of(kept, family.file(), null, 100).items();
    assertEquals(2, listed.size(), "that of Ema's office and that of the carers' office");
    Viewer stranger = house.viewer("key-worker");
    assertThrows(NotFound.class, () -> house.reader.view(stranger, report));
    assertThrows(NotFound.class, () -> house.reader.of(stranger, family.file()));
  }

  @Test
  void withoutAnAuthorityNothingIsMadeOut() {
    Family family = family();
    house.child(family.file(), "Bez", "Úřadu", SIGNED);
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    house.acquaint(report);
    house.passage.approve(house.director, report, house.version(report));
    assertEquals(
        "null: report.refused.missing",
        Archive.refusal(
            () -> house.passage.makeOut(house.worker, report, house.version(report), null)));
  }

  @Test
  void aSecondOneIsNotBegunBesideAndOneThatIsWithdrawnProvesNothing() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    assertEquals(
        "kind: report.refused.begun", Archive.refusal(() -> house.begin(family, Kind.PERIODIC)));
    assertEquals(
        "why: refused.required",
        Archive.refusal(
            () -> house.desk.withdraw(house.worker, report, house.version(report), null)));
    house.desk.withdraw(house.worker, report, house.version(report), "omyl");
    assertEquals(List.of(), house.reader.of(house.worker, family.file()));
    assertEquals("omyl", house.view(report).head().withdrawnWhy());
    house.begin(family, Kind.PERIODIC);
  }

  @Test
  void aCopyThatWasNotMadeInTimeIsMadeLater() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    house.close(report);
    house.acquaint(report);
    house.passage.approve(house.director, report, house.version(report));
    house.passage.makeOut(house.worker, report, house.version(report), null);
    // The machine stops here: it is made out, its time runs, and the words stand fast.
    assertEquals(3, house.view(report).missing());
    assertThrows(
        org.opora.api.faults.Refused.class, () -> house.write(report, "conclusion", false, "x"));
    assertEquals(3, house.copies.make(house.worker, report));
    assertEquals(0, house.view(report).missing());
    assertEquals(
        3, house.bureau.archive.shelf.of(house.worker, family.file(), null, 100).items().size());
  }

  @Test
  void aDeliveryNotedByMistakeTakesItsProofBack() {
    Family family = family();
    UUID report = house.begin(family, Kind.PERIODIC);
    house.makeOut(report, null);
    UUID delivery = house.send(report, "Marie");
    house.delivered(report, "Marie", delivery, null);
    assertNotNull(house.to(report, "Marie").deliveredOn());
    var document = house.to(report, "Marie").document();
    house.bureau.deliveries.strike(
        house.worker,
        delivery,
        house.bureau.deliveries.one(house.worker, document, delivery).version(),
        "omyl");
    assertNull(house.to(report, "Marie").deliveredOn());
    assertNull(house.to(report, "Marie").sentOn());
    assertEquals(
        3,
        house.due(family.file(), "cz.report").stream().filter(line -> line.ref() != null).count());
  }

  @Test
  void whatIsErasedOfAChildTakesItsPartAndItsCopiesAlong() {
    Family family = family();
    PersonId tom = second(family);
    UUID report = house.begin(family, Kind.PERIODIC);
    house.makeOut(report, null);
    PersonDataOwner own =
        new CoursePersonData(
            house.register.house.transactions(CourseModule.ID), house.register.evidence);
    PersonDataOwner documents =
        new DocumentsPersonData(
            house.bureau.archive.tx,
            house.register.timeline,
            house.register.evidence,
            house.register.tasks);
    assertEquals(1, own.count(Set.of(tom)));
    assertEquals(1, own.export(Set.of(tom)).size());
    assertEquals("/course/" + report, own.review(Set.of(tom)).get(0).href());
    assertEquals(2, documents.count(Set.of(tom)), "his office's copy and the carer's");
    own.erase(Set.of(tom));
    documents.erase(Set.of(tom));
    assertEquals(0, own.count(Set.of(tom)));
    assertEquals(0, documents.count(Set.of(tom)));
    assertEquals(2, house.view(report).parts().size());
    assertEquals(
        2, house.bureau.archive.shelf.of(house.worker, family.file(), null, 100).items().size());
    Set<PersonId> carer = Set.of(family.carer());
    assertTrue(own.count(carer) >= 3, "what she said of two parts, and that she got it");
    own.erase(carer);
    assertEquals(0, own.count(carer));
  }
}
