package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Decision;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.FileStatus;
import org.opora.api.house.Settings;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.inbox.Inbox;
import org.opora.api.safety.Safety.Kind;
import org.opora.api.safety.Safety.NewNotice;
import org.opora.api.tasks.Tasks;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.disability.application.DisabilityDesk;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.incidents.persistence.Wanted;
import org.opora.registry.incidents.persistence.Wanted.Show;
import org.opora.registry.openings.application.NewOpening;
import org.opora.registry.openings.application.OpeningBook.Line;
import org.opora.registry.openings.application.OpeningDays;
import org.opora.registry.openings.application.OpeningDesk;
import org.opora.registry.openings.contributions.DemoOpening;
import org.opora.registry.openings.domain.State;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Files opened for an inspection: read on their days, changed by nobody, closed at once. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningTest {
  /** A Monday. */
  private static final LocalDate TODAY = Register.TODAY;

  private static final LocalDate FRIDAY = TODAY.plusDays(4);
  private static final String WHICH = "Inspekce kvality služeb, krajský úřad";

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private OpeningRoom room;
  private Doors doors;
  private Viewer director;
  private Viewer worker;
  private Viewer inspector;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    room = register.openings;
    doors = new Doors(register);
    director = office.director();
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @BeforeEach
  void morning() {
    register.house.clock().set(TODAY);
    worker = office.colleague("key-worker");
    inspector = office.colleague("inspector");
  }

  private Family family(String name) {
    return register.family(director, worker, name);
  }

  private String number(CaseFileId file) {
    return register.files.header(director, file).number();
  }

  private UUID open(Viewer who, LocalDate from, LocalDate until, String... numbers) {
    return room.desk.open(
        who, new NewOpening(inspector.staff(), from, until, WHICH, "KÚ 12/2026", List.of(numbers)));
  }

  private UUID open(Family... families) {
    return open(
        director,
        TODAY,
        FRIDAY,
        List.of(families).stream().map(one -> number(one.file())).toArray(String[]::new));
  }

  private static Refused refused(Executable act) {
    return assertThrows(Refused.class, act);
  }

  private static String key(Executable act) {
    return refused(act).text().key();
  }

  private static Subject about(Family family) {
    return Subject.of(family.file());
  }

  private void wall(Viewer away, Subject subject) {
    register.access.walls().raise(director, away.staff(), subject, Walls.Ground.SEAL);
  }

  private List<String> told(Viewer who) {
    return register.inbox.of(who, null, 100).items().stream().map(Inbox.Message::href).toList();
  }

  private boolean sees(Family family, String name) {
    boolean header = register.files.headers(inspector, List.of(family.file())).size() == 1;
    assertEquals(
        header,
        register.access.access().decide(inspector, CaseFiles.READ, about(family)).allowed());
    assertEquals(
        header,
        register.files.list(inspector, FileStatus.OPEN, null, 50).items().stream()
            .anyMatch(one -> one.id().equals(family.file())),
        "list");
    assertEquals(header, !register.search.find(inspector, name, null, 50).items().isEmpty());
    assertEquals(header, !register.found(inspector, name).isEmpty(), "people");
    assertTrue(!header || room.book.readsUntil(inspector, family.file()) != null, "the banner");
    return header;
  }

  @Test
  void whatIsOpenedIsReadFromTheFirstDayToTheEndOfTheLast() {
    Family family = family("Otevřená");
    Family other = family("Neotevřená");
    LocalDate first = TODAY.plusDays(1);
    LocalDate last = TODAY.plusDays(3);
    UUID opening = open(director, first, last, number(family.file()));
    assertFalse(sees(family, "Otevřená"));
    assertEquals(State.COMING, room.book.one(director, opening).state());
    register.house.clock().set(first);
    assertTrue(sees(family, "Otevřená"));
    assertFalse(sees(other, "Neotevřená"));
    assertEquals(1, register.files.count(inspector, FileStatus.OPEN));
    assertEquals(last, room.book.readsUntil(inspector, family.file()));
    assertNull(room.book.readsUntil(worker, family.file()));
    register.house.clock().set(last);
    register.house.clock().forward(untilMidnight().minusSeconds(1));
    assertEquals(last, inspector.today());
    assertTrue(sees(family, "Otevřená"), "to its last second");
    register.house.clock().forward(Duration.ofSeconds(1));
    assertEquals(last.plusDays(1), inspector.today());
    assertFalse(sees(family, "Otevřená"), "by itself");
    assertEquals(State.OVER, room.book.one(director, opening).state());
    assertEquals(List.of(opening), keys(false));
    assertFalse(keys(true).contains(opening));
  }

  /** From the moment of the clock on. */
  private Duration untilMidnight() {
    return Duration.between(
        inspector.now(), inspector.today().plusDays(1).atStartOfDay(inspector.zone()).toInstant());
  }

  private List<UUID> keys(boolean standing) {
    return room.book.list(director, standing, null, 100).items().stream()
        .filter(one -> one.who().equals(name(inspector)))
        .map(Line::id)
        .filter(id -> room.book.one(director, id).inspection().equals(WHICH))
        .filter(this::ours)
        .toList();
  }

  /** Other tests of this class open files, too. */
  private boolean ours(UUID opening) {
    return register.tx.read(
        em ->
            em.createQuery(
                        "SELECT COUNT(o) FROM Opening o WHERE o.id = :id AND o.staff = :staff",
                        Long.class)
                    .setParameter("id", opening)
                    .setParameter("staff", inspector.staff().value())
                    .getSingleResult()
                > 0);
  }

  private String name(Viewer who) {
    return register.staff.names(List.of(who.staff())).get(who.staff());
  }

  @Test
  void theRowsOfTheTableReadAndNothingIsChanged() {
    Family family = family("Čtená");
    CaseFileId file = family.file();
    IncidentRoom incidents = new IncidentRoom(register);
    UUID incident =
        incidents.desk.open(
            worker,
            file,
            IncidentsTest.happened(
                org.opora.registry.incidents.domain.Kind.INJURY,
                TODAY,
                Map.of(family.child(), Part.HURT)));
    assertThrows(NotFound.class, () -> incidents.desk.view(inspector, incident));
    open(family);
    assertNotNull(register.people.view(inspector, family.child()));
    assertNotNull(register.timeline.of(inspector, file, null, 50));
    assertTrue(incidents.desk.view(inspector, incident).whole());
    assertTrue(
        new Doors(register, incidents.routes)
            .open(inspector, "/incidents/" + incident)
            .contains("Čtená"),
        "also for whoever may not know who works here");
    assertEquals(
        1,
        incidents
            .desk
            .list(inspector, new Wanted(Show.ALL, null, null, null), null, 50)
            .items()
            .size());
    assertEquals(
        Set.of(family.child()),
        new LegalRoom(register).desk.readable(inspector, Set.of(family.child())));
    DisabilityDesk health =
        new DisabilityDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.staff,
            register.house.keys());
    assertNotNull(health.of(inspector, family.child()));
    assertThrows(NotAllowed.class, () -> access(Tasks.READ, family), "no row of the table");
    // Whatever else somebody holds who is an inspector here.
    Viewer both = register.house.viewer(inspector.staff(), register.viewer("key-worker").grants());
    NewNotice notice = new NewNotice(Kind.OTHER, "něco", null, null, TODAY, null);
    for (Executable write :
        List.<Executable>of(
            () -> register.files.amend(both, file, 1, new NewFile(null, "Jiná", TODAY)),
            () -> register.files.close(both, file, 1, TODAY),
            () -> register.files.addCarer(both, file, family.child(), TODAY),
            () -> register.safety.raise(both, family.child(), notice))) {
      assertEquals(Decision.READS_ONLY, assertThrows(NotAllowed.class, write).reason());
    }
    assertThrows(
        NotFound.class,
        () -> incidents.desk.close(both, incident, 1),
        "incidents are closed to it");
    assertFalse(
        register
            .access
            .colleagues()
            .able(CaseFiles.READ, about(family), List.of(), TODAY)
            .contains(inspector.staff()),
        "nothing is handed to them");
    assertFalse(
        register
            .access
            .access()
            .decide(
                inspector, CaseFiles.READ, new Subject(Subject.Kind.DRAWER, worker.staff().value()))
            .allowed(),
        "a drawer stays closed");
    PersonId second = register.person(director, "Jan", "Čtený", LocalDate.of(2020, 1, 1));
    register.placements.place(director, file, second, TODAY, "5 P 1/2026");
    assertNotNull(register.people.view(inspector, second), "whoever comes belongs to it");
  }

  private void access(String permission, Family family) {
    register.access.access().require(inspector, permission, about(family));
  }

  @Test
  void itIsClosedAtOnceAndStaysAsHistory() {
    Family one = family("Zavřená");
    Family two = family("Nezavřená");
    UUID opening = open(one, two);
    assertTrue(sees(one, "Zavřená") && sees(two, "Nezavřená"));
    long before = register.access.access().taken(inspector.staff());
    assertThrows(NotAllowed.class, () -> room.desk.close(worker, opening));
    room.desk.close(director, opening, one.file());
    assertTrue(register.access.access().taken(inspector.staff()) > before, "pages are stopped");
    assertFalse(sees(one, "Zavřená"));
    assertTrue(sees(two, "Nezavřená"));
    Line line = room.book.one(director, opening);
    assertEquals(1, line.standing());
    assertEquals(State.OPEN, line.state());
    room.desk.close(director, opening);
    assertFalse(sees(two, "Nezavřená"));
    assertEquals(State.CLOSED, room.book.one(director, opening).state());
    room.desk.close(director, opening);
    assertEquals(2, office.acts("opening=" + opening + ";staff=" + inspector.staff()), "each once");
    assertEquals(List.of(opening), keys(false));
    assertEquals(State.CLOSED, room.book.of(worker, one.file()).get(0).state());
    open(one);
    assertTrue(sees(one, "Zavřená"), "and can be opened again");
    assertThrows(NotFound.class, () -> room.desk.close(director, UUID.randomUUID()));
    assertThrows(NotFound.class, () -> room.desk.close(director, opening, family("Jiná").file()));
  }

  @Test
  void noWallIsOpenedAndOnlyWhoMayKnowIsTold() {
    Family walled = family("Zděná");
    Family child = family("Dětská");
    wall(inspector, about(walled));
    wall(inspector, Subject.of(child.child()));
    Refused told = refused(() -> open(walled, child));
    assertEquals("numbers", told.field());
    assertEquals("opening.refused.walled", told.text().key());
    assertTrue(told.text().arguments().toString().contains(number(child.file())));
    assertEquals(List.of(), room.book.of(director, walled.file()));
    // Whoever may not know of walls opens it like any other, and the wall keeps it shut.
    Viewer unaware =
        register.house.viewer(
            office.colleague("director").staff(),
            Map.of(OpeningDesk.MANAGE, Reach.ALL, CaseFiles.READ, Reach.ALL));
    open(unaware, TODAY, FRIDAY, number(walled.file()));
    assertThrows(NotFound.class, () -> register.files.header(inspector, walled.file()));
    // And whoever is kept away from the family finds nothing of it.
    Viewer away = office.colleague("director");
    wall(away, about(walled));
    assertEquals(
        "opening.refused.unknown", key(() -> open(away, TODAY, FRIDAY, number(walled.file()))));
    UUID hidden = room.book.of(director, walled.file()).get(0).opening();
    assertThrows(NotFound.class, () -> room.book.one(away, hidden));
    assertThrows(NotFound.class, () -> room.desk.close(away, hidden));
    assertTrue(
        room.book.list(away, true, null, 100).items().stream()
            .noneMatch(one -> one.id().equals(hidden)));
    // A wall that is raised later shuts what was open.
    Family later = family("Pozdější");
    open(later);
    assertTrue(sees(later, "Pozdější"));
    wall(inspector, about(later));
    assertThrows(NotFound.class, () -> register.files.header(inspector, later.file()));
  }

  @Test
  void whatDoesNotFitIsSaidBesideTheField() {
    Family family = family("Nevhodná");
    String number = number(family.file());
    assertEquals("from", refused(() -> open(director, TODAY.minusDays(1), TODAY, number)).field());
    assertEquals("until", refused(() -> open(director, FRIDAY, TODAY, number)).field());
    Refused longer = refused(() -> open(director, TODAY, FRIDAY.plusDays(1), number));
    assertEquals("until", longer.field());
    assertEquals(List.of(5, FRIDAY), longer.text().arguments());
    assertEquals(FRIDAY, room.desk.desk(director).last());
    assertEquals("numbers", refused(() -> open(director, TODAY, TODAY, " ")).field());
    assertEquals(
        "opening.refused.unknown", key(() -> open(director, TODAY, TODAY, number, "9999/2026")));
    Viewer stranger = office.colleague("key-worker");
    assertEquals(
        "staff",
        refused(
                () ->
                    room.desk.open(
                        director,
                        new NewOpening(
                            stranger.staff(), TODAY, TODAY, WHICH, null, List.of(number))))
            .field());
    assertEquals(
        "inspection",
        refused(
                () ->
                    room.desk.open(
                        director,
                        new NewOpening(
                            inspector.staff(), TODAY, TODAY, " ", null, List.of(number))))
            .field());
    assertThrows(NotAllowed.class, () -> open(worker, TODAY, TODAY, number));
    assertThrows(NotAllowed.class, () -> open(inspector, TODAY, TODAY, number));
    assertFalse(sees(family, "Nevhodná"));
    UUID opening = open(director, TODAY, FRIDAY, " " + number.replaceFirst("^0+", "") + " ");
    assertEquals(1, room.book.one(director, opening).files().size(), "1/2026 is 001/2026");
    assertEquals("opening.refused.already", key(() -> open(director, FRIDAY, FRIDAY, number)));
    Family archived = family("Odložená");
    register.tx.run(em -> em.find(CaseFile.class, archived.file().value()).archive(TODAY));
    assertEquals(
        "opening.refused.archived",
        key(() -> open(director, TODAY, TODAY, number(archived.file()))));
  }

  private Settings.View most() {
    return room.settings.view(director, OpeningDays.DAYS);
  }

  private void decide(Viewer viewer, long version, int days, LocalDate from) {
    room.settings.decide(viewer, version, from, "Zkouška.", Map.of(OpeningDays.DAYS, days));
  }

  @Test
  void theCentreDecidesForHowLongAtMost() {
    Family family = family("Dlouhá");
    long version = most().version();
    assertEquals(5, most().number());
    for (Integer wrong : List.of(0, 31)) {
      assertEquals("days", refused(() -> decide(director, version, wrong, TODAY)).field());
    }
    assertThrows(NotAllowed.class, () -> decide(worker, version, 2, TODAY));
    LocalDate monday = TODAY.plusWeeks(52);
    decide(director, version, 8, monday);
    assertEquals(5, most().number());
    register.house.clock().set(monday);
    assertEquals(
        "until",
        refused(() -> open(director, monday, monday.plusDays(10), number(family.file()))).field());
    open(director, monday, monday.plusDays(9), number(family.file()));
    assertTrue(sees(family, "Dlouhá"));
    assertEquals(monday.plusDays(4), room.desk.desk(director).last(), "what is proposed");
  }

  @Test
  void thoseWhoLeadAreToldOnceAndTheFileSaysSo() {
    Family one = family("Oznámená");
    Family two = family("Oznámenější");
    Viewer deputy = office.colleague("key-worker");
    register.files.assign(director, one.file(), worker.staff(), deputy.staff(), TODAY);
    UUID opening = open(one, two);
    assertEquals(1, told(worker).stream().filter("/files"::equals).count(), "both at once");
    String people = "/files/" + one.file() + "/people";
    assertEquals(List.of(people), told(deputy).stream().filter(people::equals).toList());
    assertTrue(told(inspector).contains("/files"));
    String page = doors.open(worker, people);
    assertTrue(page.contains("Otevřeno k inspekci"), page);
    assertTrue(page.contains(WHICH) && page.contains("KÚ 12/2026"), page);
    assertFalse(page.contains("/openings/"), "they only see it");
    assertTrue(doors.open(director, people).contains("/openings/" + opening));
    assertEquals(
        1,
        office.acts(
            "opening="
                + opening
                + ";staff="
                + inspector.staff()
                + ";from="
                + TODAY
                + ";until="
                + FRIDAY));
    assertThrows(NotFound.class, () -> room.book.of(office.colleague("key-worker"), one.file()));
  }

  @Test
  void thePagesOpenShowAndClose() {
    Family family = family("Stránková");
    String file = "/files/" + family.file();
    String form = doors.open(director, file + "/openings/new");
    assertTrue(form.contains(number(family.file())), form);
    assertTrue(doors.refused(director, 422, "/openings/new").contains("id=\"faults\""));
    String walled = doors.refused(director, 422, "/openings/new", fields("9999/2026, 9998/2026"));
    assertTrue(walled.contains("Takový spis tu není: 9998/2026, 9999/2026."), walled);
    assertTrue(walled.contains(WHICH), "what was typed stays");
    String one = doors.post(director, "/openings/new", fields(number(family.file())));
    assertTrue(doors.open(director, one).contains("Stránková"));
    assertTrue(doors.open(director, "/openings").contains(one));
    assertFalse(past().contains(one));
    String banner = doors.open(inspector, file);
    assertTrue(banner.contains("Spis máte otevřený k inspekci"), banner);
    assertFalse(doors.open(worker, file).contains("Spis máte otevřený k inspekci"));
    assertFalse(banner.contains(file + "/visits/new"), "nothing to write is offered");
    assertEquals(one, doors.post(director, one + file + "/close"));
    assertEquals(one, doors.post(director, one + "/close"));
    assertTrue(doors.open(director, one).contains("Zavřeno předčasně"));
    assertTrue(past().contains(one));
  }

  private String past() {
    return doors.show(
        director,
        doors.ask(
            Route.Method.GET, doors.knock(director, "/openings", Map.of()).asking("show", "past")),
        200);
  }

  private String[] fields(String numbers) {
    return new String[] {
      "staff",
      inspector.staff().toString(),
      "inspection",
      WHICH,
      "from",
      TODAY.toString(),
      "until",
      FRIDAY.toString(),
      "numbers",
      numbers
    };
  }

  @Test
  void theMadeUpCentreHasOneThatIsOpen() {
    Family family = family("Ukázková");
    new DemoOpening(register.files, register.access.colleagues(), room.desk)
        .write(
            new DemoCast(
                director,
                List.of(worker),
                register.facts.inForce(director, CaseFiles.READ, TODAY, family.file())));
    assertEquals(State.OPEN, room.book.of(worker, family.file()).get(0).state());
  }
}
