package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Decision;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.files.PartRole;
import org.opora.api.files.ReopeningReason;
import org.opora.api.house.Settings;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.inbox.Inbox;
import org.opora.api.kin.Role;
import org.opora.api.people.NewPerson;
import org.opora.api.safety.Safety.Kind;
import org.opora.api.safety.Safety.NewNotice;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.emergency.application.EmergencyClock;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.emergency.application.EmergencyReviews;
import org.opora.registry.emergency.application.EmergencyReviews.Line;
import org.opora.registry.emergency.application.Wanted;
import org.opora.registry.emergency.contributions.DemoEmergency;
import org.opora.registry.emergency.domain.State;
import org.opora.registry.emergency.domain.Verdict;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.inspections.application.NewInspection;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.people.application.Secrecy.NewEntry;
import org.opora.registry.people.domain.Period;
import org.opora.registry.post.application.NewLetter;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.register.Register.Family;
import org.opora.registry.staff.application.NewAbsence;
import org.opora.registry.staff.domain.AbsenceKind;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.domain.About;
import org.opora.testkit.OnEveryDatabase;

/** A file of others in an emergency: for reading, for hours, told at once and reviewed. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmergencyTest {
  private static final LocalDate TODAY = Register.TODAY;

  /** Monday and three working days. */
  private static final LocalDate DUE = TODAY.plusDays(3);

  private static final String WHY = "Dítě volalo, že je doma samo a bojí se.";
  private static final Duration HOURS = Duration.ofHours(EmergencyDesk.USUAL_HOURS);

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private EmergencyRoom room;
  private Doors doors;
  private Viewer director;
  private Viewer worker;
  private Viewer stranger;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    room = register.emergency;
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
    stranger = office.colleague("key-worker");
  }

  private Family family(String name) {
    return register.family(director, worker, name);
  }

  private String number(CaseFileId file) {
    return register.files.header(director, file).number();
  }

  private CaseFileId enter(Viewer who, CaseFileId file) {
    return room.desk.open(who, Wanted.numbered(number(file)), "DANGER", WHY);
  }

  private Line line(CaseFileId file) {
    return room.reviews.of(director, file).get(0);
  }

  private static Refused refused(Executable act) {
    return assertThrows(Refused.class, act);
  }

  private static String key(Executable act) {
    return refused(act).text().key();
  }

  private boolean sees(Viewer who, Family family, String name) {
    boolean header = register.files.headers(who, List.of(family.file())).size() == 1;
    assertEquals(
        header, register.access.access().decide(who, CaseFiles.READ, about(family)).allowed());
    assertEquals(header, register.files.count(who, FileStatus.OPEN) == 1, "the count");
    assertEquals(
        header, register.files.list(who, FileStatus.OPEN, null, 50).items().size() == 1, "list");
    assertEquals(header, !register.search.find(who, name, null, 50).items().isEmpty(), "search");
    assertEquals(header, !register.found(who, name).isEmpty(), "people");
    if (header) {
      assertFalse(register.timeline.of(who, family.file(), null, 50).items().isEmpty());
    } else {
      assertThrows(NotFound.class, () -> register.timeline.of(who, family.file(), null, 50));
    }
    return header;
  }

  private static Subject about(Family family) {
    return Subject.of(family.file());
  }

  private long rows(Viewer who) {
    return register.tx.read(
        em ->
            em.createQuery(
                    "SELECT COUNT(g) FROM Granted g WHERE g.staff = :staff" + " AND g.kind = :kind",
                    Long.class)
                .setParameter("staff", who.staff().value())
                .setParameter("kind", RelationKind.EMERGENCY)
                .getSingleResult());
  }

  @Test
  void aFileOfOthersIsReadForHoursInEveryListAndThenNoMore() {
    Family family = family("Nouzová");
    assertFalse(sees(stranger, family, "Nouzová"));
    assertEquals(family.file(), enter(stranger, family.file()));
    assertTrue(sees(stranger, family, "Nouzová"));
    assertEquals("Nouzová Ema", register.people.view(stranger, family.child()).name().listed());
    assertEquals(1, new LegalRoom(register).desk.readable(stranger, Set.of(family.child())).size());
    EmergencyDesk.Sight sight = room.desk.sight(stranger, family.file());
    assertEquals(4, sight.open().hours());
    assertEquals(0, sight.open().minutes());
    assertNull(room.desk.sight(worker, family.file()).open());
    assertEquals(1, room.desk.sight(worker, family.file()).past());
    register.house.clock().forward(HOURS.minusSeconds(1));
    assertTrue(sees(stranger, family, "Nouzová"));
    register.house.clock().forward(Duration.ofSeconds(1));
    assertFalse(sees(stranger, family, "Nouzová"), "although nobody has closed it yet");
    assertEquals(0, new LegalRoom(register).desk.readable(stranger, Set.of(family.child())).size());
    assertTrue(rows(stranger) > 0, "it is still there");
    assertTrue(room.ends.over(director.now()) > 0);
    assertEquals(0, rows(stranger));
    assertEquals(0, room.ends.over(director.now()));
    Line line = line(family.file());
    assertEquals(State.ENDED, line.state());
    assertNull(line.endedBy());
    assertEquals(Duration.between(line.openedAt(), line.until()), HOURS);
    assertTrue(sees(worker, family, "Nouzová"), "those who work with it go on");
  }

  @Test
  void nothingIsChangedByIt() {
    Family family = family("Neměnná");
    enter(stranger, family.file());
    NewNotice notice = new NewNotice(Kind.OTHER, "něco", null, null, TODAY, null);
    List<Executable> writes =
        List.of(
            () ->
                register.files.amend(stranger, family.file(), 1, new NewFile(null, "Jiná", TODAY)),
            () -> register.files.addCarer(stranger, family.file(), family.child(), TODAY),
            () -> register.files.close(stranger, family.file(), 1, TODAY),
            () -> register.placements.place(stranger, family.file(), family.child(), TODAY, "x"),
            () ->
                register.agreements.conclude(
                    stranger,
                    family.file(),
                    new NewAgreement(CareKind.LONG_TERM, true, TODAY, "Město")),
            () -> register.safety.raise(stranger, family.child(), notice),
            () ->
                register.visits.record(
                    stranger,
                    family.file(),
                    new NewVisit(
                        TODAY,
                        null,
                        60,
                        false,
                        Place.HOME,
                        Set.of(family.carer()),
                        List.of(),
                        "Byla jsem tam.",
                        null,
                        null)),
            () ->
                register.people.amend(
                    stranger,
                    family.child(),
                    1,
                    NewPerson.named("Jana", "Jiná", TODAY.minusYears(3))),
            () ->
                register.households.found(
                    stranger,
                    family.child(),
                    "Doma",
                    family.file(),
                    new Days(null, null),
                    List.of(family.carer())));
    writes.forEach(EmergencyTest::readsOnly);
    assertTrue(
        register
            .access
            .colleagues()
            .able(CaseFiles.WRITE, about(family), List.of(), TODAY)
            .contains(worker.staff()));
    assertFalse(
        register
            .access
            .colleagues()
            .able(CaseFiles.READ, about(family), List.of(), TODAY)
            .contains(stranger.staff()),
        "nothing is handed to them");
    assertEquals(
        "no-relation",
        register
            .access
            .access()
            .decide(
                stranger, CaseFiles.READ, new Subject(Subject.Kind.DRAWER, worker.staff().value()))
            .reason(),
        "a drawer stays closed");
  }

  /** Records of the family have keys of their own, and a use case each that writes them. */
  @Test
  void noRecordOfItIsChangedByIt() {
    Family family = family("Zapsaná");
    CaseFileId file = family.file();
    IntakeRooms intake = new IntakeRooms(register);
    NewLetter letter = letter(file);
    NewInspection look = look();
    UUID sent = register.post.enter(worker, letter);
    UUID seen = register.inspections.record(worker, file, Deed.LOOKED, look);
    UUID lent = register.inspections.record(worker, file, Deed.LENT, loan());
    TaskId task = register.desk.add(worker, task(file));
    UUID contact = intake.contacts.record(director, contact());
    intake.contacts.opensFile(director, contact, () -> file);
    enter(stranger, file);
    register.post.view(stranger, sent);
    register.inspections.view(stranger, seen);
    long version = register.desk.view(stranger, task).version();
    long said = intake.contacts.view(stranger, contact).version();
    List<Executable> writes =
        List.of(
            () -> register.post.enter(stranger, letter),
            () -> register.post.amend(stranger, sent, 1, letter),
            () -> register.post.settle(stranger, sent, 1, null),
            () -> register.post.reopen(stranger, sent, 1),
            () -> register.post.strikeOut(stranger, sent, 1, "Omyl"),
            () -> register.inspections.record(stranger, file, Deed.LOOKED, look),
            () -> register.inspections.amend(stranger, seen, 1, look),
            () -> register.inspections.returned(stranger, lent, 1, TODAY),
            () -> register.inspections.notReturned(stranger, lent, 1),
            () -> register.inspections.strikeOut(stranger, seen, 1, "Omyl"),
            () -> register.desk.add(stranger, task(file)),
            () -> register.desk.amend(stranger, task, version, "Nic", stranger.staff(), null),
            () -> register.desk.finish(stranger, task, version, null),
            () -> register.desk.reopen(stranger, task, version),
            () -> intake.contacts.amend(stranger, contact, said, contact()),
            () ->
                register
                    .record
                    .secrecy()
                    .add(
                        stranger,
                        family.child(),
                        new NewEntry(null, "otec", null, new Period(TODAY, null))));
    writes.forEach(EmergencyTest::readsOnly);
  }

  private NewLetter letter(CaseFileId file) {
    return new NewLetter(
        Direction.INCOMING,
        TODAY,
        Channel.POST,
        "Městský úřad",
        "Výzva",
        null,
        null,
        file,
        null,
        worker.staff(),
        null,
        null);
  }

  private NewInspection look() {
    return new NewInspection(
        TODAY,
        Asker.AUTHORITY,
        "Okresní soud",
        "§ 55",
        "Celý spis",
        null,
        worker.staff(),
        null,
        null,
        null);
  }

  private NewInspection loan() {
    NewInspection look = look();
    return new NewInspection(
        look.heldOn(),
        look.asker(),
        look.who(),
        look.title(),
        look.part(),
        null,
        look.supervisor(),
        TODAY.plusDays(9),
        null,
        null);
  }

  private NewTask task(CaseFileId file) {
    return new NewTask(About.file(file), null, "Zavolat do školy", worker.staff(), null);
  }

  private ContactDesk.Entry contact() {
    return new ContactDesk.Entry(
        TODAY,
        null,
        Way.PHONE,
        Set.of(Topic.CHILD),
        Pressing.SOON,
        new ContactDesk.Said(null, null, "Bojí se o dítě", null, null, null, null),
        null,
        NextStep.NONE,
        null,
        director.staff(),
        null);
  }

  private static void readsOnly(Executable write) {
    assertEquals(Decision.READS_ONLY, assertThrows(NotAllowed.class, write).reason());
  }

  @Test
  void nobodyIsTakenFromItIntoAFileOfOnesOwn() {
    Family family = family("Cizí");
    Family own = register.family(director, stranger, "Vlastní");
    enter(stranger, family.file());
    readsOnly(() -> register.files.addCarer(stranger, own.file(), family.carer(), TODAY));
    readsOnly(
        () -> register.placements.place(stranger, own.file(), family.child(), TODAY, "1 P 1/2026"));
    readsOnly(
        () ->
            register.households.found(
                stranger,
                own.child(),
                "U sousedů",
                own.file(),
                new Days(null, null),
                List.of(family.carer())));
    UUID home =
        register.households.found(
            stranger, own.child(), "Doma", own.file(), new Days(null, null), List.of(own.carer()));
    readsOnly(
        () ->
            register.households.join(
                stranger, own.child(), home, family.carer(), new Days(null, null)));
    NewTie tie =
        new NewTie(
            Role.GRANDPARENT,
            family.carer(),
            null,
            null,
            new Terms(new Days(null, null), null, null, null));
    readsOnly(() -> register.kin.tie(stranger, own.child(), tie));
    register.house.clock().forward(HOURS);
    assertThrows(NotFound.class, () -> register.kin.tie(stranger, own.child(), tie));
  }

  @Test
  void nobodyComesBackByItToAFileThatIsOpenedAgain() {
    CaseFileId own =
        register.files.open(director, new NewFile(FileKind.FAMILY, null, "Navrácená", TODAY));
    register.files.assign(director, own, stranger.staff(), null, TODAY);
    PersonId aunt = register.person(director, "Una", "Navrácená", LocalDate.of(1972, 1, 1));
    register.files.join(director, own, aunt, PartRole.OTHER, TODAY);
    LocalDate closed = TODAY.plusDays(1);
    register.house.clock().set(closed);
    register.files.close(director, own, version(own), closed, ClosingReason.CLIENT_ENDED);
    LocalDate later = closed.plusDays(20);
    register.house.clock().set(later);
    CaseFileId others =
        register.files.open(director, new NewFile(FileKind.FAMILY, null, "Druhá", later));
    register.files.assign(director, others, worker.staff(), null, later);
    register.files.join(director, others, aunt, PartRole.OTHER, later);
    enter(stranger, others);
    assertTrue(register.people.view(stranger, aunt) != null);
    register.files.reopen(stranger, own, version(own), later, ReopeningReason.MISTAKE);
    assertEquals(List.of(), register.files.header(director, own).carers());
    register.house.clock().forward(HOURS);
    assertThrows(NotFound.class, () -> register.people.view(stranger, aunt));
  }

  private long version(CaseFileId file) {
    return register.files.cover(director, file).version();
  }

  @Test
  void itIsClosedByTheClock() throws InterruptedException {
    Family family = family("Včasná");
    enter(stranger, family.file());
    HeldClock time = new HeldClock(register.house.clock());
    EmergencyClock clock = new EmergencyClock(room.ends, time, Duration.ofMillis(1));
    try {
      time.answer(1);
      assertTrue(rows(stranger) > 0, "its time is not over");
      register.house.clock().forward(HOURS);
      time.answer(1);
      assertEquals(0, rows(stranger));
      assertEquals(State.ENDED, line(family.file()).state());
    } finally {
      clock.stop();
    }
  }

  @Test
  void everyPermissionSaysWhetherItReads() {
    Set<String> reading =
        new CaseRegistryModule()
            .permissions().stream()
                .map(Permission::id)
                .filter(Permission::reads)
                .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "registry.complaint.read",
                "registry.data-request.read",
                "registry.directory.read",
                "registry.grant.read",
                "registry.health.read",
                "registry.house.read",
                "registry.incident.read",
                "registry.inspection.read",
                "registry.intake.read",
                "registry.ledger.read",
                "registry.legal.read",
                "registry.override.read",
                "registry.post.read",
                "registry.read",
                "registry.request.read",
                "registry.rules.read",
                "registry.safety.read",
                "registry.standards.read",
                "registry.task.read",
                "registry.visit.read",
                "registry.whereabouts",
                "staff.read")),
        reading);
  }

  @Test
  void whatIsNotThereIsAnsweredLikeWhatMustNotBeKnown() {
    CaseFileId walled = family("Zděná").file();
    Family child = family("Dětská");
    CaseFileId archived = family("Odložená").file();
    register
        .access
        .walls()
        .raise(director, stranger.staff(), Subject.of(walled), Walls.Ground.SEAL);
    register
        .access
        .walls()
        .raise(director, stranger.staff(), Subject.of(child.child()), Walls.Ground.EXCLUSION);
    String put = number(archived);
    register.tx.run(em -> em.find(CaseFile.class, archived.value()).archive(TODAY));
    for (Wanted wanted :
        List.of(
            Wanted.numbered("9999/2026"),
            Wanted.numbered(number(walled)),
            Wanted.numbered(number(child.file())),
            Wanted.numbered(put))) {
      Refused refused = refused(() -> room.desk.open(stranger, wanted, "DANGER", WHY));
      assertEquals("number", refused.field());
      assertEquals("emergency.refused.no-file", refused.text().key());
      assertEquals(0, refused.text().arguments().size());
    }
    assertEquals(0, rows(stranger));
    assertEquals(page("9999/2026"), page(number(walled)).replace(number(walled), "9999/2026"));
    assertEquals(
        "emergency.refused.no-file",
        key(() -> open(stranger, "Ema", "Zděná", LocalDate.of(2018, 3, 4))));
    assertEquals(
        "emergency.refused.no-file",
        key(() -> open(stranger, "Ema", "Nikdo", LocalDate.of(2018, 3, 4))));
  }

  private String page(String number) {
    return doors
        .refused(stranger, 422, "/emergency", "number", number, "reason", "DANGER", "words", WHY)
        .replaceAll("name=\"form-key\" value=\"[^\"]*\"", "");
  }

  private CaseFileId open(Viewer who, String given, String family, LocalDate born) {
    return room.desk.open(who, Wanted.of(given, family, born), "HEALTH", WHY);
  }

  @Test
  void somebodyInTheFamilyIsEnoughToFindIt() {
    Family family = family("Hledaná");
    assertEquals(
        family.file(), open(stranger, "ema", "hledana", LocalDate.of(2018, 3, 4)), "as it sounds");
    Viewer other = office.colleague("key-worker");
    assertEquals(family.file(), open(other, "Marie", "Hledaná", LocalDate.of(1980, 5, 1)));
    CaseFileId second =
        register.files.open(director, new NewFile(null, "Druhá", TODAY.minusDays(9)));
    register.files.addCarer(director, second, family.carer(), TODAY);
    Viewer third = office.colleague("key-worker");
    Refused several = refused(() -> open(third, "Marie", "Hledaná", LocalDate.of(1980, 5, 1)));
    assertEquals("emergency.refused.several", several.text().key());
    assertEquals("number", several.field());
  }

  @Test
  void withoutAReasonNothingIsOpened() {
    CaseFileId file = family("Zdůvodněná").file();
    Wanted wanted = Wanted.numbered(number(file));
    assertEquals("reason", refused(() -> room.desk.open(stranger, wanted, null, WHY)).field());
    assertEquals("reason", refused(() -> room.desk.open(stranger, wanted, "NIC", WHY)).field());
    assertEquals("words", refused(() -> room.desk.open(stranger, wanted, "DANGER", " ")).field());
    assertEquals(
        "emergency.refused.short",
        key(() -> room.desk.open(stranger, wanted, "DANGER", "devatenáct znaků je")));
    assertEquals(
        "born",
        refused(() -> room.desk.open(stranger, Wanted.of("Ema", "Zdůvodněná", null), "DANGER", WHY))
            .field());
    assertThrows(NotAllowed.class, () -> enter(director, file));
    Viewer all =
        register.house.viewer(
            stranger.staff(), Map.of(EmergencyDesk.USE, Reach.OWN, CaseFiles.READ, Reach.ALL));
    assertEquals("emergency.refused.sees-all", key(() -> enter(all, file)));
    assertEquals(0, rows(stranger));
    assertEquals(file, enter(worker, file), "open to whoever works with it");
    assertEquals(List.of(), room.reviews.of(director, file));
  }

  @Test
  void thoseWhoLeadAndThoseWhoReviewAreToldAtOnceAndNobodyBehindAWall() {
    Family family = family("Oznámená");
    Viewer deputy = office.colleague("key-worker");
    Viewer walled = office.colleague("director");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    register
        .access
        .walls()
        .raise(director, walled.staff(), about(family), Walls.Ground.CONFLICT_OF_INTEREST);
    enter(stranger, family.file());
    enter(stranger, family.file());
    UUID id = line(family.file()).id();
    for (Viewer who : List.of(worker, deputy)) {
      assertEquals(
          1, told(who).stream().filter(("/files/" + family.file() + "/emergency")::equals).count());
    }
    assertTrue(told(director).contains("/emergency/list/" + id));
    assertFalse(told(walled).contains("/emergency/list/" + id));
    assertThrows(NotFound.class, () -> room.reviews.one(walled, id));
    assertTrue(
        room.reviews.list(walled, null, 50).items().stream().noneMatch(one -> one.id().equals(id)));
    assertTrue(room.reviews.waiting(walled, 50).stream().noneMatch(one -> one.id().equals(id)));
    assertEquals(1, room.reviews.of(worker, family.file()).size());
    Line line = line(family.file());
    assertEquals(WHY, line.words());
    assertEquals(1, office.acts("emergency=" + id + ";reason=DANGER"));
    assertThrows(NotAllowed.class, () -> room.reviews.of(stranger, family.file()));
  }

  @Test
  void whoeverStandsInIsToldAndNoKeyWorkerBehindAWall() {
    Family family = family("Zastoupená");
    Viewer deputy = office.colleague("key-worker");
    UUID absence =
        register.room.absences.record(
            worker,
            worker.staff(),
            new NewAbsence(AbsenceKind.HOLIDAY, TODAY, TODAY.plusDays(9), deputy.staff()));
    register.room.absences.confirm(
        worker, absence, register.room.absences.view(worker, absence).version());
    register
        .access
        .walls()
        .raise(
            director,
            worker.staff(),
            Subject.of(family.carer()),
            Walls.Ground.CONFLICT_OF_INTEREST);
    enter(stranger, family.file());
    String page = "/files/" + family.file() + "/emergency";
    assertTrue(told(deputy).contains(page));
    assertFalse(told(worker).contains(page));
  }

  private List<String> told(Viewer who) {
    return register.inbox.of(who, null, 100).items().stream().map(Inbox.Message::href).toList();
  }

  @Test
  void aReviewThatIsOverdueIsInTheWayOfTheNextOne() {
    CaseFileId first = family("První").file();
    CaseFileId second = family("Druhá").file();
    enter(stranger, first);
    UUID id = line(first).id();
    assertEquals(DUE, line(first).due());
    assertEquals(
        "emergency.refused.still-open", key(() -> review(director, id, Verdict.JUSTIFIED)));
    register.house.clock().set(DUE);
    assertNull(room.desk.desk(stranger).blocked());
    assertEquals(State.ENDED, line(first).state());
    register.house.clock().set(DUE.plusDays(1));
    assertEquals(State.OVERDUE, line(first).state());
    assertEquals(DUE, room.desk.desk(stranger).blocked());
    Refused blocked = refused(() -> enter(stranger, second));
    assertEquals("emergency.refused.overdue", blocked.text().key());
    assertEquals(List.of(DUE), blocked.text().arguments());
    assertTrue(doors.open(stranger, "/emergency").contains("obraťte se na vedení"));
    assertEquals(
        "emergency.refused.own-review",
        key(
            () ->
                room.reviews.review(
                    register.house.viewer(
                        stranger.staff(), Map.of(EmergencyReviews.REVIEW, Reach.ALL)),
                    id,
                    1,
                    Verdict.JUSTIFIED,
                    "sám sobě")));
    assertThrows(NotAllowed.class, () -> review(worker, id, Verdict.JUSTIFIED));
    assertThrows(
        Stale.class, () -> room.reviews.review(director, id, 99, Verdict.JUSTIFIED, "V pořádku."));
    assertEquals(
        "words",
        refused(
                () ->
                    room.reviews.review(
                        director, id, line(first).version(), Verdict.JUSTIFIED, " "))
            .field());
    review(director, id, Verdict.NOT_JUSTIFIED);
    assertEquals("emergency.refused.reviewed", key(() -> review(director, id, Verdict.JUSTIFIED)));
    assertEquals(Verdict.NOT_JUSTIFIED, line(first).verdict());
    assertTrue(told(stranger).contains("/emergency"));
    assertEquals(1, office.acts("emergency=" + id + ";verdict=NOT_JUSTIFIED"));
    assertEquals(second, enter(stranger, second), "nothing is in the way any more");
  }

  /** A wall must not shut somebody out of emergencies for ever, and nothing it hides is told. */
  @Test
  void whatNobodyCouldReviewIsReportedAndInNobodysWay() {
    Family hidden = family("Skrytá");
    CaseFileId next = family("Další").file();
    Viewer officer = office.colleague("data-protection-officer");
    enter(stranger, hidden.file());
    UUID id = line(hidden.file()).id();
    assertTrue(told(officer).contains("/emergency/list/" + id), "the officer reviews, too");
    assertNull(room.reviews.one(officer, id).file(), "and sees no family");
    assertTrue(doors.open(officer, "/emergency/list/" + id).contains(WHY));
    Set<StaffId> reviewing =
        register.access.colleagues().overseeing(EmergencyReviews.REVIEW, List.of());
    for (StaffId one : reviewing) {
      register
          .access
          .walls()
          .raise(director, one, about(hidden), Walls.Ground.CONFLICT_OF_INTEREST);
    }
    register.house.clock().set(DUE.plusDays(1));
    assertNull(room.desk.desk(stranger).blocked());
    assertFalse(told(officer).contains("/trail"));
    assertEquals(next, enter(stranger, next));
    assertEquals(1, office.acts("emergency=" + id));
    assertTrue(told(officer).contains("/trail"));
    assertTrue(told(director).contains("/trail"));
    long rows = told(officer).stream().filter("/trail"::equals).count();
    enter(stranger, family("Třetí").file());
    assertEquals(rows, told(officer).stream().filter("/trail"::equals).count(), "it is told once");

    for (StaffId one : reviewing) {
      register.access.walls().lift(director, one, about(hidden));
    }
    review(director, id, Verdict.JUSTIFIED);
    assertEquals(Verdict.JUSTIFIED, line(hidden.file()).verdict(), "the wall fell");
  }

  private void review(Viewer who, UUID id, Verdict verdict) {
    long version = room.reviews.one(director, id).version();
    room.reviews.review(who, id, version, verdict, "Bylo to potřeba, dítě bylo samo.");
  }

  @Test
  void itEndsAtOnceByWhoeverOpenedItOrReviewsIt() {
    Family family = family("Ukončená");
    enter(stranger, family.file());
    UUID first = line(family.file()).id();
    assertThrows(NotAllowed.class, () -> room.ends.end(worker, first));
    register.house.clock().forward(Duration.ofMinutes(5));
    room.ends.end(stranger, first);
    assertFalse(sees(stranger, family, "Ukončená"));
    assertEquals("Mgr. Jana Testová", line(family.file()).endedBy());
    room.ends.end(stranger, first);
    assertEquals(1, office.acts("emergency=" + first), "only once");
    enter(stranger, family.file());
    assertTrue(sees(stranger, family, "Ukončená"));
    UUID second =
        room.reviews.of(director, family.file()).stream()
            .filter(Line::open)
            .findFirst()
            .orElseThrow()
            .id();
    room.ends.end(director, second);
    assertFalse(sees(stranger, family, "Ukončená"));
    assertThrows(NotFound.class, () -> room.ends.end(director, UUID.randomUUID()));
  }

  @Test
  void aWallShutsItAtOnceAndWhoeverComesToTheFamilyIsSeen() {
    Family family = family("Živá");
    enter(stranger, family.file());
    PersonId second = register.person(director, "Jan", "Živý", LocalDate.of(2020, 1, 1));
    register.placements.place(director, family.file(), second, TODAY, "5 P 1/2026");
    assertEquals("Živý Jan", register.people.view(stranger, second).name().listed());
    register
        .access
        .walls()
        .raise(director, stranger.staff(), about(family), Walls.Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> register.files.header(stranger, family.file()));
    assertNull(room.desk.sight(stranger, family.file()).open());
    assertNull(room.desk.desk(stranger).own().get(0).file());
  }

  @Test
  void theCentreDecidesForHowLong() {
    CaseFileId file = family("Hodinová").file();
    long version = hours().version();
    assertEquals(EmergencyDesk.USUAL_HOURS, hours().number());
    for (Integer wrong : List.of(0, 13)) {
      assertEquals("hours", refused(() -> decide(director, version, wrong, TODAY)).field());
    }
    assertEquals("from", refused(() -> decide(director, version, 1, TODAY.minusDays(1))).field());
    assertThrows(NotAllowed.class, () -> decide(stranger, version, 1, TODAY));
    LocalDate later = TODAY.plusYears(1);
    decide(director, version, 1, later);
    assertEquals(EmergencyDesk.USUAL_HOURS, hours().number());
    register.house.clock().set(later);
    assertEquals(1, hours().number());
    enter(stranger, file);
    register.house.clock().forward(Duration.ofHours(1));
    assertThrows(NotFound.class, () -> register.files.header(stranger, file));
    assertTrue(room.ends.over(director.now()) > 0);
  }

  private Settings.View hours() {
    return room.settings.view(director, EmergencyDesk.HOURS);
  }

  private void decide(Viewer viewer, long version, int hours, LocalDate from) {
    room.settings.decide(viewer, version, from, "Zkouška.", Map.of(EmergencyDesk.HOURS, hours));
  }

  @Test
  void thePagesShowItToEverybodyItConcerns() {
    nothingElseWaits();
    Family family = family("Stránková");
    String file = "/files/" + family.file();
    assertTrue(doors.open(stranger, "/emergency").contains("jen číst"));
    assertEquals(
        file,
        doors.post(
            stranger,
            "/emergency",
            "number",
            number(family.file()),
            "reason",
            "MISSING",
            "words",
            WHY));
    String banner = doors.open(stranger, file);
    assertTrue(banner.contains("zbývá 4 hodiny 0 minut"), banner);
    assertFalse(banner.contains(file + "/visits/new"), "nothing to write is offered");
    assertTrue(doors.open(worker, file).contains(file + "/visits/new"));
    assertTrue(doors.open(worker, file).contains(file + "/emergency"));
    assertFalse(banner.contains(file + "/emergency\""));
    assertTrue(doors.open(worker, file + "/emergency").contains(WHY));
    String own = doors.open(stranger, "/emergency");
    UUID id = line(family.file()).id();
    assertTrue(own.contains("/emergency/" + id + "/end"), own);
    assertEquals("/emergency", doors.post(stranger, "/emergency/" + id + "/end"));
    String one = "/emergency/list/" + id;
    assertTrue(doors.open(director, "/emergency/list").contains(WHY));
    assertTrue(doors.open(director, "/emergency/card").contains(one));
    assertTrue(doors.open(director, one).contains("Uložit posouzení"));
    assertTrue(doors.refused(director, 422, one, "verdict", "JUSTIFIED").contains("Zdůvodnění"));
    assertEquals(
        "/emergency/list",
        doors.post(
            director,
            one,
            "version",
            Long.toString(room.reviews.one(director, id).version()),
            "verdict",
            "JUSTIFIED",
            "words",
            "Dítě se našlo."));
    assertFalse(doors.open(director, "/emergency/card").contains(one));
    assertTrue(doors.open(stranger, "/emergency").contains("Dítě se našlo."));
    assertTrue(
        doors
            .refused(stranger, 422, "/emergency", "reason", "DANGER", "words", WHY)
            .contains("Vyplňte číslo spisu"));
  }

  /** The card on Today names only some: what others have left would keep the next one off it. */
  private void nothingElseWaits() {
    for (Line one : room.reviews.waiting(director, 50)) {
      if (one.open()) {
        room.ends.end(director, one.id());
      }
      review(director, one.id(), Verdict.JUSTIFIED);
    }
    assertEquals(List.of(), room.reviews.waiting(director, 50));
  }

  @Test
  void theMadeUpCentreHasOneThatWasReviewed() {
    Family family = family("Ukázková");
    new DemoEmergency(register.files, room.desk, room.ends, room.reviews)
        .write(
            new DemoCast(
                director,
                List.of(worker, stranger),
                register.facts.inForce(director, CaseFiles.READ, TODAY, family.file())));
    Line line = line(family.file());
    assertEquals(State.REVIEWED, line.state());
    assertEquals(Verdict.JUSTIFIED, line.verdict());
    assertThrows(NotFound.class, () -> register.files.header(stranger, family.file()));
  }
}
