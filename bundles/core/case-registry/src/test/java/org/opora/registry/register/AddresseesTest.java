package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.addressees.Addressees.Addressee;
import org.opora.api.addressees.Addressees.Lack;
import org.opora.api.addressees.Addressees.Named;
import org.opora.api.addressees.Addressees.Report;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.people.application.Secrecy.NewEntry;
import org.opora.registry.people.domain.Period;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Who gets the report on a family, and what each of them learns. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddresseesTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);

  @Parameter TestDatabase.Product product;
  private Register register;
  private AuthorityRoom room;
  private Viewer director;
  private Viewer worker;
  private BodyId north;
  private BodyId south;
  private int number;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    room = new AuthorityRoom(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    north = room.authority("Městský úřad Sever");
    south = room.authority("Městský úřad Jih");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private Family family() {
    return register.family(director, worker, "Adresátová " + ++number);
  }

  private PersonId sibling(Family family) {
    PersonId child = register.person(director, "Jan", "Adresát", LocalDate.of(2019, 2, 2));
    register.placements.place(director, family.file(), child, LocalDate.of(2026, 1, 20), null);
    return child;
  }

  private UUID state(Family family, PersonId person, BodyId body, LocalDate since) {
    return room.desk.state(
        worker,
        family.file(),
        person,
        body,
        body == null ? "Úřad mimo adresář" : room.bodies.lines(List.of(body)).get(body).name(),
        since);
  }

  private Report report(Viewer viewer, Family family) {
    return room.addressees.report(viewer, family.file());
  }

  private static List<String> offices(Report report) {
    return report.to().stream().filter(Addressee::office).map(Addressee::name).toList();
  }

  private static List<PersonId> children(Report report, String office) {
    return report.to().stream()
        .filter(one -> one.name().equals(office))
        .flatMap(one -> one.children().stream())
        .map(Named::person)
        .toList();
  }

  private static String field(Executable act) {
    return assertThrows(Refused.class, act).field();
  }

  @Test
  void anOfficeOfOneChildLearnsOfNoOther() {
    Family family = family();
    PersonId jan = sibling(family);
    state(family, family.child(), north, SPRING);
    state(family, jan, south, SPRING);
    Report report = report(worker, family);
    assertEquals(List.of("Město", "Městský úřad Sever", "Městský úřad Jih"), offices(report));
    assertEquals(List.of(family.child()), children(report, "Městský úřad Sever"));
    assertEquals(List.of(jan), children(report, "Městský úřad Jih"));
    assertEquals(List.of(), children(report, "Město"), "of the carer only");
    assertEquals(2, report.to().get(0).children().size(), "the carer gets the parts of both");
    assertEquals(List.of(), report.missing());
  }

  @Test
  void theSameOfficeIsThereOnceAlsoUnderItsSuccessor() {
    Family family = family();
    PersonId jan = sibling(family);
    BodyId old = room.authority("Městský úřad Starý " + number);
    BodyId successor = room.authority("Městský úřad Nový " + number);
    state(family, family.carer(), successor, SPRING);
    state(family, family.child(), old, SPRING);
    state(family, jan, successor, SPRING);
    long version = room.bodies.view(director, old).version();
    room.bodies.replace(director, old, version, successor, TODAY.minusDays(2));
    Report report = report(worker, family);
    assertEquals(List.of("Městský úřad Nový " + number), offices(report));
    assertEquals(2, children(report, "Městský úřad Nový " + number).size());
    assertTrue(report.to().get(1).ofCarers());
  }

  @Test
  void theOfficeOfAnotherTownWithTheSameNameLearnsNothing() {
    Family family = family();
    PersonId jan = sibling(family);
    String name = "Městský úřad";
    BodyId hill = room.bodies.add(director, DirectoryTest.body(Kind.AUTHORITY, name, "Kopec"));
    state(family, family.carer(), hill, SPRING);
    state(family, family.child(), hill, SPRING);
    room.desk.state(worker, family.file(), jan, null, name, SPRING);
    List<Addressee> offices =
        report(worker, family).to().stream().filter(Addressee::office).toList();
    assertEquals(2, offices.size(), "nobody knows of which town the other one is");
    assertEquals("Kopec", offices.get(0).town());
    assertEquals(
        List.of(family.child()), offices.get(0).children().stream().map(Named::person).toList());
    assertNull(offices.get(1).body());
    assertEquals(List.of(jan), offices.get(1).children().stream().map(Named::person).toList());
    assertFalse(offices.get(1).ofCarers());
    Doors doors = new Doors(register, room.routes());
    assertTrue(doors.open(worker, "/files/" + family.file() + "/addressees").contains("Kopec"));
    assertTrue(
        doors
            .open(worker, "/files/" + family.file() + "/authorities/" + family.child())
            .contains("(Kopec)"));
  }

  @Test
  void anOfficeThatIsOnlyTypedStandsByItselfForEachChildAndOnceForTheCarers() {
    Family family = family();
    PersonId jan = sibling(family);
    PersonId other = register.person(director, "Petr", "Adresát", LocalDate.of(1979, 3, 3));
    register.files.addCarer(director, family.file(), other, LocalDate.of(2026, 1, 20));
    for (PersonId person : List.of(family.carer(), other, family.child(), jan)) {
      state(family, person, null, SPRING);
    }
    List<Addressee> offices =
        report(worker, family).to().stream().filter(Addressee::office).toList();
    assertEquals(3, offices.size());
    assertTrue(offices.get(0).ofCarers());
    assertEquals(List.of(), offices.get(0).children());
    assertEquals(1, offices.get(1).children().size());
    assertEquals(1, offices.get(2).children().size());
  }

  @Test
  void anotherOfficeFromADayOnAndAMistakeTakenBack() {
    Family family = family();
    UUID first = state(family, family.child(), north, SPRING);
    assertEquals("since", field(() -> state(family, family.child(), south, SPRING)));
    assertEquals("since", field(() -> state(family, family.child(), south, TODAY.plusDays(1))));
    UUID second = state(family, family.child(), south, TODAY.minusDays(3));
    assertTrue(offices(report(worker, family)).contains("Městský úřad Jih"));
    var lines = room.desk.of(worker, family.file(), family.child()).lines();
    assertEquals(TODAY.minusDays(4), lines.get(1).until());
    assertThrows(
        NotFound.class, () -> room.desk.withdraw(worker, family.file(), family.child(), first, 2));
    assertThrows(
        Stale.class, () -> room.desk.withdraw(worker, family.file(), family.child(), second, 7));
    room.desk.withdraw(worker, family.file(), family.child(), second, 1);
    assertTrue(offices(report(worker, family)).contains("Městský úřad Sever"), "goes on");
  }

  @Test
  void onlyAnOfficeOfTheDirectoryThatIsOneOrAName() {
    Family family = family();
    BodyId court =
        room.bodies.add(director, DirectoryTest.body(Kind.COURT, "Okresní soud " + number, null));
    assertEquals("office", field(() -> state(family, family.child(), court, SPRING)));
    assertEquals(
        "office",
        field(() -> room.desk.state(worker, family.file(), family.child(), null, " ", SPRING)));
    state(family, family.child(), null, SPRING);
    assertTrue(offices(report(worker, family)).contains("Úřad mimo adresář"));
    Viewer stranger = register.viewer("key-worker");
    assertThrows(
        NotFound.class,
        () -> room.desk.state(stranger, family.file(), family.child(), north, "Sever", TODAY));
    PersonId nobody = register.person(director, "Cizí", "Člověk", LocalDate.of(2000, 1, 1));
    assertThrows(NotFound.class, () -> state(family, nobody, north, SPRING));
  }

  @Test
  void whoStandsBehindAWallIsNoAddresseeNorIsTheirOffice() {
    Family family = family();
    PersonId jan = sibling(family);
    state(family, family.child(), north, SPRING);
    state(family, jan, south, SPRING);
    PersonId twin = register.person(director, "Ema", "Dvojitá", LocalDate.of(2018, 3, 4));
    register.tx.run(em -> register.access.aliases().join(twin, family.child()));
    wall(worker, twin);
    Report report = report(worker, family);
    assertFalse(offices(report).contains("Městský úřad Sever"), "a wall under another key");
    assertEquals(List.of(jan), report.to().get(0).children().stream().map(Named::person).toList());
    assertThrows(NotFound.class, () -> room.desk.of(worker, family.file(), family.child()));
    assertThrows(NotFound.class, () -> state(family, family.child(), south, TODAY));
    assertTrue(offices(report(director, family)).contains("Městský úřad Sever"));
  }

  private void wall(Viewer against, PersonId person) {
    register
        .house
        .walls()
        .raise(director, against.staff(), Subject.of(person), Walls.Ground.CONFLICT_OF_INTEREST);
  }

  @Test
  void anOfficeDoesNotTellWhereSomebodyIsHidden() {
    Family family = family();
    state(family, family.child(), north, SPRING);
    register
        .record
        .secrecy()
        .add(
            director,
            family.child(),
            new NewEntry(null, "otec", "12 P 1/2026", new Period(TODAY, null)));
    Viewer reader =
        new Viewer(
            register.viewer("key-worker").staff(),
            "Čtenářka",
            Map.of(CaseFiles.READ, Reach.ALL, CaseFiles.WRITE, Reach.ALL),
            worker.locale(),
            worker.zone(),
            register.house.clock(),
            "reader");
    Report report = report(reader, family);
    assertFalse(offices(report).contains("Městský úřad Sever"));
    assertTrue(
        report.missing().stream()
            .anyMatch(
                one -> one.lack() == Lack.NOT_SHOWN && one.whom().person().equals(family.child())));
    assertEquals(List.of(), room.desk.of(reader, family.file(), family.child()).lines());
    assertThrows(
        NotAllowed.class,
        () -> room.desk.state(reader, family.file(), family.child(), south, "Jih", TODAY));
    assertTrue(offices(report(worker, family)).contains("Městský úřad Sever"));
  }

  @Test
  void whatIsMissingIsSaidOnThePage() {
    Family family = family();
    Doors doors = new Doors(register, room.routes());
    String tab = "/files/" + family.file() + "/addressees";
    String form = "/files/" + family.file() + "/authorities/" + family.child();
    for (String language : List.of("cs", "pl", "en")) {
      Viewer reader = DirectoryDoorsTest.in(language, worker);
      doors.open(reader, tab);
      doors.open(reader, form);
    }
    assertTrue(doors.open(worker, tab).contains("Není známo"), "no authority of the child");
    String wrong = doors.refused(worker, 422, form, "office", "");
    assertTrue(wrong.contains("e-office") && wrong.contains("e-since"), wrong);
    doors.post(
        worker,
        form,
        "office",
        "Městský úřad Sever",
        "office-body",
        north.toString(),
        "office-for",
        "Městský úřad Sever",
        "since",
        "1. 3. 2026");
    String page = doors.open(worker, tab);
    assertTrue(page.contains("Městský úřad Sever") && !page.contains("Není známo"), page);
    var line = room.desk.of(worker, family.file(), family.child()).lines().get(0);
    doors.post(worker, form + "/withdraw", "entry", line.id().toString(), "version", "1");
    assertTrue(doors.open(worker, tab).contains("Není známo"));
  }
}
