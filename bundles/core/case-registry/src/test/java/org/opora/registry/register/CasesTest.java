package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.files.LeavingWay;
import org.opora.api.files.PartRole;
import org.opora.api.files.Placements;
import org.opora.api.files.ReopeningReason;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonView;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.aims.application.AimsDesk.NewReview;
import org.opora.registry.aims.contributions.DemoCases;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.files.application.KindDesk;
import org.opora.registry.files.domain.ApplicantStage;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.persistence.FosterRow;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.legal.persistence.LegalQueries;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** Files of everybody the centre works with, who have no agreement. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {
  private static final Set<String> DEMO =
      Set.of("Vrbovi", "Macháček Jiří", "Sýkorovi", "Tichých", "Jandovi", "Paní s kočárkem");
  private static final LocalDate OPENED = LocalDate.of(2026, 9, 1);

  @Parameter TestDatabase.Product product;
  private Register register;
  private CaseRooms rooms;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new CaseRooms(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @AfterEach
  void today() {
    register.house.clock().set(TODAY);
  }

  private CaseFileId file(FileKind kind, String name) {
    CaseFileId file = register.files.open(director, new NewFile(kind, null, name, OPENED));
    register.files.assign(director, file, worker.staff(), null, OPENED);
    return file;
  }

  private CaseFiles.Header header(CaseFileId file) {
    return register.files.header(worker, file);
  }

  private long version(CaseFileId file) {
    return register.files.cover(director, file).version();
  }

  private static String field(org.junit.jupiter.api.function.Executable refused) {
    return assertThrows(Refused.class, refused).field();
  }

  private List<String> timeline(CaseFileId file) {
    return register.timeline.of(director, file, null, 50).items().stream()
        .map(entry -> entry.kind())
        .toList();
  }

  private List<TaskLine> tasks(CaseFileId file, boolean done) {
    return register.desk.ofFile(worker, file, List.of(), done, null, 20).items();
  }

  @Test
  void aBiologicalFamilyIsAccompaniedWithTheSameForms() {
    CaseFileId file = file(FileKind.FAMILY, "Doprovázená");
    PersonId mother = register.person(director, "Jana", "Doprovázená", LocalDate.of(1990, 1, 1));
    PersonId child = register.person(director, "Petr", "Doprovázená", LocalDate.of(2019, 1, 1));
    register.files.join(director, file, mother, PartRole.PARENT, OPENED);
    register.placements.place(director, file, child, OPENED, null);
    CaseFiles.Header header = header(file);
    assertEquals(FileKind.FAMILY, header.kind());
    assertEquals(FileStatus.OPEN, header.status());
    assertEquals(PartRole.PARENT, header.carers().get(0).role());
    assertEquals(child, header.children().get(0).person());
    assertEquals("Jana", register.people.view(worker, mother).name().given());
    assertEquals(
        List.of("PARENT"),
        register.people.view(worker, mother).files().stream()
            .map(PersonView.FileRef::role)
            .toList());
    register.visits.record(
        worker,
        file,
        new NewVisit(
            TODAY,
            null,
            60,
            false,
            Place.HOME,
            Set.of(mother, child),
            List.of(new ChildPart(child, true, null, "Chce psa.", ViewLearntBy.CONVERSATION)),
            "Klid."));
    assertEquals(
        "Chce psa.", register.visits.children(worker, file).get(0).view(), "the child's own view");
    assertTrue(timeline(file).containsAll(List.of("adult-joined", "child-joined", "visit")));
    assertFalse(timeline(file).contains("placement-begun"), "nobody is placed there");
    register.files.endCarer(director, file, mother, Leaving.otherwise(TODAY));
    assertTrue(timeline(file).contains("adult-left"));
  }

  @Test
  void fromAFileWithoutAnAgreementNoDutyFollows() {
    CaseFileId file = file(FileKind.FAMILY, "Bezedohody");
    PersonId mother = register.person(director, "Eva", "Bezedohody", LocalDate.of(1990, 1, 1));
    register.files.join(director, file, mother, PartRole.PARENT, OPENED);
    NewAgreement agreement = new NewAgreement(CareKind.LONG_TERM, true, OPENED, "Město");
    assertEquals("kind", field(() -> register.agreements.conclude(director, file, agreement)));
    assertEquals("role", field(() -> register.files.addCarer(director, file, mother, OPENED)));
    assertTrue(register.facts.inForce(director, CaseFiles.READ, TODAY, file).isEmpty());
    Family foster = register.family(director, worker, "Sdohodou");
    assertEquals(
        "role",
        field(() -> register.files.join(director, foster.file(), mother, PartRole.PARENT, OPENED)));
    assertEquals(1, register.facts.inForce(director, CaseFiles.READ, TODAY, foster.file()).size());
  }

  @Test
  void whoWorksWithTheFileKnowsItsPeopleAndNobodyElseDoes() {
    Viewer stranger = register.viewer("key-worker");
    CaseFileId file = file(FileKind.FAMILY, "Chráněná");
    PersonId mother = register.person(director, "Iva", "Chráněná", LocalDate.of(1991, 1, 1));
    register.files.join(director, file, mother, PartRole.PARENT, OPENED);
    assertThrows(NotFound.class, () -> register.files.header(stranger, file));
    assertThrows(NotFound.class, () -> register.people.view(stranger, mother));
    assertThrows(NotFound.class, () -> rooms.aims.of(stranger, file));
    assertThrows(NotFound.class, () -> rooms.kinds.stages(stranger, file));
    register.files.endCarer(director, file, mother, Leaving.otherwise(TODAY));
    register.house.clock().set(TODAY.plusDays(1));
    assertThrows(NotFound.class, () -> register.people.view(worker, mother));
  }

  @Test
  void anAgreedAimIsReviewedUntilItEnds() {
    CaseFileId file = file(FileKind.FAMILY, "Zakázková");
    assertEquals(
        "reviewOn",
        field(() -> rooms.aims.agree(worker, file, new NewAim(TODAY, "Návrat.", null, TODAY))));
    assertEquals(
        "aim",
        field(
            () -> rooms.aims.agree(worker, file, new NewAim(TODAY, " ", null, TODAY.plusDays(1)))));
    LocalDate first = TODAY.plusMonths(1);
    UUID aim =
        rooms.aims.agree(
            worker, file, new NewAim(TODAY, "Aby se Petr vrátil domů.", "Byt do ledna.", first));
    assertEquals(List.of(first), tasks(file, false).stream().map(TaskLine::due).toList(), "a task");
    AimView agreed = rooms.aims.find(worker, file, aim);
    assertEquals("Aby se Petr vrátil domů.", agreed.aim());
    assertEquals("Byt do ledna.", agreed.plan());
    LocalDate later = first.plusDays(3);
    rooms.aims.amend(
        worker, file, aim, agreed.version(), new NewAim(TODAY, "Aby se vrátil.", null, later));
    assertEquals(List.of(later), tasks(file, false).stream().map(TaskLine::due).toList());
    assertThrows(
        Stale.class,
        () ->
            rooms.aims.amend(
                worker, file, aim, agreed.version(), new NewAim(TODAY, "X", null, later)));
    register.house.clock().set(later);
    long version = rooms.aims.find(worker, file, aim).version();
    assertEquals(
        "nextOn",
        field(
            () ->
                rooms.aims.review(
                    worker, file, aim, version, new NewReview(later, AimResult.MET, "A", later))));
    LocalDate next = later.plusMonths(2);
    rooms.aims.review(
        worker, file, aim, version, new NewReview(later, AimResult.PARTLY, "Má byt.", next));
    assertEquals(List.of(next), tasks(file, false).stream().map(TaskLine::due).toList());
    assertEquals(1, tasks(file, true).size(), "the first review is done");
    assertEquals(
        "closedOn",
        field(
            () ->
                register.files.close(director, file, version(file), later, ClosingReason.AIM_MET)));
    register.house.clock().set(next);
    rooms.aims.review(
        worker,
        file,
        aim,
        rooms.aims.find(worker, file, aim).version(),
        new NewReview(next, AimResult.MET, "Je doma.", null));
    AimView ended = rooms.aims.find(worker, file, aim);
    assertEquals(next, ended.endedOn());
    assertNull(ended.reviewOn());
    assertEquals(
        List.of("Je doma.", "Má byt."),
        ended.reviews().stream().map(AimView.Review::words).toList());
    assertTrue(tasks(file, false).isEmpty());
    assertTrue(timeline(file).containsAll(List.of("aim-agreed", "aim-reviewed", "aim-ended")));
    assertNull(
        field(
            () ->
                rooms.aims.review(
                    worker,
                    file,
                    aim,
                    ended.version(),
                    new NewReview(next, AimResult.MET, "Znovu.", null))),
        "it has ended");
    CaseFileId other = file(FileKind.FAMILY, "Jiná");
    assertThrows(NotFound.class, () -> rooms.aims.find(worker, other, aim));
  }

  @Test
  void closingEndsEverybodysPartAndSaysWhy() {
    CaseFileId file = file(FileKind.FAMILY, "Uzavíraná");
    PersonId mother = register.person(director, "Ida", "Uzavíraná", LocalDate.of(1992, 1, 1));
    PersonId child = register.person(director, "Ota", "Uzavíraná", LocalDate.of(2020, 1, 1));
    register.files.join(director, file, mother, PartRole.PARENT, OPENED);
    register.placements.place(director, file, child, OPENED, null);
    assertEquals("why", field(() -> register.files.close(director, file, version(file), TODAY)));
    register.files.close(director, file, version(file), TODAY, ClosingReason.CLIENT_ENDED);
    CaseFiles.Cover cover = register.files.cover(director, file);
    assertEquals(ClosingReason.CLIENT_ENDED, cover.closedFor().code());
    assertEquals(TODAY, cover.closedOn());
    assertEquals(
        TODAY, register.files.history(director, file).carers().get(0).until(), "her part ends");
    register.house.clock().set(TODAY.plusDays(1));
    assertTrue(register.files.header(director, file).children().isEmpty());
    assertThrows(NotFound.class, () -> register.people.view(worker, child));
  }

  @Test
  void aClosedFileGoesOnWithThoseWhoWereInItOnTheLastDay() {
    Viewer deputy = register.viewer("key-worker");
    Viewer stranger = register.viewer("key-worker");
    CaseFileId file = file(FileKind.FAMILY, "Znovuotevřená");
    register.files.assign(director, file, worker.staff(), deputy.staff(), OPENED);
    PersonId mother = register.person(director, "Ina", "Znovuotevřená", LocalDate.of(1992, 1, 1));
    PersonId aunt = register.person(director, "Una", "Znovuotevřená", LocalDate.of(1972, 1, 1));
    PersonId child = register.person(director, "Ota", "Znovuotevřený", LocalDate.of(2020, 1, 1));
    register.files.join(director, file, mother, PartRole.PARENT, OPENED);
    register.files.join(director, file, aunt, PartRole.OTHER, OPENED);
    register.files.endCarer(director, file, aunt, Leaving.otherwise(TODAY.minusDays(3)));
    register.placements.place(director, file, child, OPENED, null);
    long open = version(file);
    assertNull(field(() -> reopen(worker, file, open, TODAY, ReopeningReason.MISTAKE)), "open");
    register.files.close(director, file, open, TODAY, ClosingReason.CLIENT_ENDED);
    long closed = version(file);
    LocalDate before = TODAY.minusDays(1);
    assertEquals("why", field(() -> reopen(worker, file, closed, TODAY, null)));
    assertEquals(
        "reopenedOn", field(() -> reopen(worker, file, closed, before, ReopeningReason.MISTAKE)));
    assertEquals(
        "reopenedOn",
        field(() -> reopen(worker, file, closed, TODAY.plusDays(1), ReopeningReason.MISTAKE)));
    assertThrows(
        NotAllowed.class, () -> reopen(deputy, file, closed, TODAY, ReopeningReason.MISTAKE));
    assertFalse(register.files.cover(deputy, file).reopenable());
    assertTrue(register.files.cover(worker, file).reopenable());
    assertThrows(
        NotFound.class, () -> reopen(stranger, file, closed, TODAY, ReopeningReason.MISTAKE));
    assertThrows(Stale.class, () -> reopen(worker, file, open, TODAY, ReopeningReason.MISTAKE));
    reopen(worker, file, closed, TODAY, ReopeningReason.MISTAKE);
    CaseFiles.Cover cover = register.files.cover(worker, file);
    assertNull(cover.closedOn());
    assertNull(cover.closedFor());
    assertEquals(
        List.of(
            new CaseFiles.Reopening(
                TODAY, ClosingReason.CLIENT_ENDED, TODAY, ReopeningReason.MISTAKE)),
        cover.reopened());
    LocalDate last = TODAY.plusDays(1);
    register.house.clock().set(last);
    assertEquals(
        List.of(mother),
        header(file).carers().stream().map(CaseFiles.Carer::person).toList(),
        "her part goes on, and whoever had left is not back");
    assertEquals(OPENED, header(file).children().get(0).placedOn(), "as if it had not been closed");
    register.files.close(director, file, version(file), last, ClosingReason.NO_CONTACT);
    LocalDate later = last.plusDays(30);
    register.house.clock().set(later);
    assertThrows(NotFound.class, () -> register.people.view(worker, child));
    reopen(director, file, version(file), later, ReopeningReason.CAME_BACK);
    assertEquals("Ota", register.people.view(worker, child).name().given());
    assertEquals(later, header(file).children().get(0).placedOn(), "the time between was no work");
    assertEquals(
        List.of(later, OPENED),
        register.files.history(worker, file).carers().stream()
            .filter(part -> part.person().equals(mother))
            .map(CaseFiles.Part::from)
            .toList());
    assertEquals(2, register.files.cover(worker, file).reopened().size());
    assertEquals(2, timeline(file).stream().filter("file-closed"::equals).count());
    assertEquals(2, timeline(file).stream().filter("file-reopened"::equals).count());
    rooms.aims.agree(worker, file, new NewAim(later, "Znovu.", null, later.plusDays(9)));
  }

  @Test
  void aFileOpenedAgainGivesNobodyBackWhomItsWorkersMustNotSee() {
    Viewer other = register.viewer("key-worker");
    CaseFileId file = file(FileKind.FAMILY, "Navrácená");
    PersonId mother = register.person(director, "Ina", "Navrácená", LocalDate.of(1992, 1, 1));
    PersonId aunt = register.person(director, "Una", "Navrácená", LocalDate.of(1972, 1, 1));
    PersonId moved = register.person(director, "Ota", "Navrácený", LocalDate.of(2020, 1, 1));
    PersonId left = register.person(director, "Iva", "Navrácená", LocalDate.of(2012, 1, 1));
    PersonId stayed = register.person(director, "Eda", "Navrácený", LocalDate.of(2021, 1, 1));
    register.files.join(director, file, mother, PartRole.PARENT, OPENED);
    register.files.join(director, file, aunt, PartRole.OTHER, OPENED);
    for (PersonId child : List.of(moved, left, stayed)) {
      register.placements.place(director, file, child, OPENED, null);
    }
    register.files.endCarer(director, file, aunt, Leaving.otherwise(TODAY));
    register.placements.end(worker, stay(file, left).id(), TODAY);
    register.files.close(worker, file, version(file), TODAY, ClosingReason.CLIENT_ENDED);
    LocalDate later = TODAY.plusDays(20);
    register.house.clock().set(later);
    Family family = register.family(director, other, "Druhá");
    register.placements.place(director, family.file(), moved, TODAY.plusDays(10), null);
    reopen(worker, file, version(file), TODAY, ReopeningReason.MISTAKE);
    assertEquals(
        List.of(stayed),
        header(file).children().stream().map(CaseFiles.Child::person).toList(),
        "neither who is in a family of others now nor who had left");
    assertEquals(
        List.of(mother), header(file).carers().stream().map(CaseFiles.Carer::person).toList());
    assertThrows(NotFound.class, () -> register.people.view(worker, moved));
    assertThrows(NotFound.class, () -> register.people.view(worker, left));
    Placements.Stay stay = stay(file, moved);
    assertEquals(
        "until",
        field(
            () ->
                register.placements.amend(
                    worker, stay.id(), stay.version(), stay.from(), null, null)),
        "nor is it done by a longer stay");
    assertEquals("until", field(() -> register.placements.end(worker, stay.id(), later)));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(mother), Ground.CONFLICT_OF_INTEREST);
    register.files.close(director, file, version(file), later, ClosingReason.CLIENT_ENDED);
    reopen(director, file, version(file), later, ReopeningReason.MISTAKE);
    register.house.clock().set(later.plusDays(1));
    assertTrue(
        register.files.header(director, file).carers().isEmpty(), "a wall keeps the worker away");
    assertEquals(1, register.files.header(director, file).children().size());
    Placements.Stay again = stay(file, moved);
    register.placements.amend(director, again.id(), again.version(), OPENED, null, null);
  }

  @Test
  void ofAFileClosedLongAgoTheWorkerChoosesWhoComesBack() {
    CaseFileId file = file(FileKind.FAMILY, "Dávná");
    PersonId mother = register.person(director, "Ina", "Dávná", LocalDate.of(1992, 1, 1));
    PersonId aunt = register.person(director, "Una", "Dávná", LocalDate.of(1972, 1, 1));
    PersonId before = register.person(director, "Eva", "Dávná", LocalDate.of(1970, 1, 1));
    PersonId child = register.person(director, "Ota", "Dávný", LocalDate.of(2020, 1, 1));
    PersonId moved = register.person(director, "Ola", "Dávná", LocalDate.of(2019, 1, 1));
    for (PersonId adult : List.of(mother, aunt, before)) {
      register.files.join(director, file, adult, PartRole.PARENT, OPENED);
    }
    register.placements.place(director, file, child, OPENED, null);
    register.placements.place(director, file, moved, OPENED, null);
    register.files.endCarer(director, file, before, Leaving.otherwise(TODAY.minusDays(1)));
    assertEquals(List.of(), register.files.atClosing(director, file), "it is open");
    register.files.close(director, file, version(file), TODAY, ClosingReason.CLIENT_ENDED);
    assertEquals(List.of(), register.files.atClosing(director, file), "the closing is noted");
    closedLongAgo("Dávná");
    Viewer other = register.viewer("key-worker");
    Family family = register.family(director, other, "Nynější");
    register.placements.place(director, family.file(), moved, TODAY.plusDays(1), null);
    LocalDate later = TODAY.plusDays(30);
    register.house.clock().set(later);
    assertEquals(
        Set.of(mother, aunt, child),
        register.files.atClosing(worker, file).stream()
            .map(CaseFiles.Leaver::person)
            .collect(Collectors.toSet()),
        "neither who had left before nor who is in a family of others now");
    assertThrows(NotFound.class, () -> register.files.atClosing(other, file));
    register.files.reopen(
        worker,
        file,
        version(file),
        later,
        ReopeningReason.CAME_BACK,
        List.of(mother, child, before, moved));
    assertEquals(
        List.of(mother), header(file).carers().stream().map(CaseFiles.Carer::person).toList());
    assertEquals(
        List.of(child), header(file).children().stream().map(CaseFiles.Child::person).toList());
    assertEquals(later, header(file).children().get(0).placedOn());
    register.house.clock().set(TODAY);
  }

  @Test
  void whoeverIsBehindAWallOfTheViewerNeitherIsNamedNorComesBackByThem() {
    CaseFileId file = file(FileKind.FAMILY, "Zaslepená");
    PersonId mother = register.person(director, "Ina", "Zaslepená", LocalDate.of(1992, 1, 1));
    PersonId aunt = register.person(director, "Una", "Zaslepená", LocalDate.of(1972, 1, 1));
    PersonId sister = register.person(director, "Iza", "Zaslepená", LocalDate.of(1974, 1, 1));
    PersonId child = register.person(director, "Ota", "Zaslepený", LocalDate.of(2020, 1, 1));
    for (PersonId adult : List.of(mother, aunt, sister)) {
      register.files.join(director, file, adult, PartRole.PARENT, OPENED);
    }
    register.placements.place(director, file, child, OPENED, null);
    register.files.close(director, file, version(file), TODAY, ClosingReason.CLIENT_ENDED);
    closedLongAgo("Zaslepená");
    PersonId entry = register.person(director, "Una", "Jiná", LocalDate.of(1972, 1, 1));
    register.same.declare(director, aunt, entry);
    Viewer kept = register.viewer("director");
    for (Subject walled :
        List.of(
            Subject.of(entry), Subject.of(sister), Subject.of(register.files.childFile(child)))) {
      register.access.walls().raise(director, kept.staff(), walled, Ground.SEAL);
    }
    assertEquals(4, register.files.atClosing(director, file).size());
    assertEquals(
        List.of(mother),
        register.files.atClosing(kept, file).stream().map(CaseFiles.Leaver::person).toList());
    register.files.reopen(
        kept,
        file,
        version(file),
        TODAY,
        ReopeningReason.MISTAKE,
        List.of(mother, aunt, sister, child));
    register.house.clock().set(TODAY.plusDays(1));
    assertEquals(
        List.of(mother), header(file).carers().stream().map(CaseFiles.Carer::person).toList());
    assertEquals(List.of(), header(file).children());
  }

  /** Of such a file nobody has noted whose part only the closing ended. */
  private void closedLongAgo(String familyName) {
    register.tx.run(
        em -> {
          for (String part : List.of("FILE_CARER", "PLACEMENT")) {
            em.createNativeQuery(
                    "UPDATE CASE_REGISTRY."
                        + part
                        + " SET CLOSED_WITH_FILE = FALSE WHERE FILE IN (SELECT f.ID FROM"
                        + " CASE_REGISTRY.CASE_FILE f WHERE f.FAMILY_NAME = ?1)")
                .setParameter(1, familyName)
                .executeUpdate();
          }
        });
  }

  private Placements.Stay stay(CaseFileId file, PersonId child) {
    return register.placements.of(director, file).stream()
        .filter(stay -> stay.child().equals(child))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFileOfAFosterFamilyGoesOnAsItWas() {
    CaseFileId file = file(FileKind.FOSTER_FAMILY, "Pokračující");
    PersonId carer = register.person(director, "Ota", "Pokračující", LocalDate.of(1980, 1, 1));
    register.files.addCarer(director, file, carer, OPENED);
    register.files.close(director, file, version(file), TODAY);
    reopen(director, file, version(file), TODAY, ReopeningReason.ASKED);
    assertEquals(FileStatus.OPEN, header(file).status());
    assertEquals(1, register.files.history(director, file).carers().size());
    assertNull(register.files.cover(director, file).reopened().get(0).closedFor());
  }

  private void reopen(
      Viewer viewer, CaseFileId file, long version, LocalDate on, ReopeningReason why) {
    register.files.reopen(viewer, file, version, on, why);
  }

  @Test
  void applicantsPassStagesAndBecomeAFosterFamily() {
    CaseFileId file = file(FileKind.FOSTER_APPLICANTS, "Žádající");
    PersonId woman = register.person(director, "Lea", "Žádající", LocalDate.of(1985, 1, 1));
    PersonId sister = register.person(director, "Mia", "Žádající", LocalDate.of(1987, 1, 1));
    register.files.join(director, file, woman, PartRole.APPLICANT, OPENED);
    register.files.join(director, file, sister, PartRole.OTHER, OPENED);
    rooms.kinds.reach(worker, file, ApplicantStage.APPLIED, OPENED.plusDays(3));
    rooms.kinds.reach(worker, file, ApplicantStage.INFORMED, OPENED);
    rooms.kinds.reach(worker, file, ApplicantStage.LISTED, OPENED.plusDays(40));
    assertEquals(
        "stage",
        field(() -> rooms.kinds.reach(worker, file, ApplicantStage.INFORMED, OPENED)),
        "it is written down already");
    assertEquals(
        "on",
        field(() -> rooms.kinds.reach(worker, file, ApplicantStage.PREPARED, TODAY.plusDays(1))));
    UUID mistake = rooms.kinds.stages(worker, file).get(0).id();
    rooms.kinds.strikeOut(worker, file, mistake);
    rooms.kinds.strikeOut(worker, file, mistake);
    assertEquals(
        List.of(ApplicantStage.APPLIED, ApplicantStage.INFORMED),
        rooms.kinds.stages(worker, file).stream().map(KindDesk.Stage::stage).toList());
    assertFalse(timeline(file).contains("stage-LISTED"));
    assertTrue(timeline(file).contains("stage-APPLIED"));
    CaseFileId family = file(FileKind.FAMILY, "Nežádající");
    assertEquals(
        "stage", field(() -> rooms.kinds.reach(worker, family, ApplicantStage.APPLIED, OPENED)));
    assertThrows(NotFound.class, () -> rooms.kinds.strikeOut(worker, family, mistake));

    LocalDate from = LocalDate.of(2026, 10, 1);
    PersonId born = register.person(director, "Ivo", "Žádající", LocalDate.of(2015, 1, 1));
    register.placements.place(director, file, born, OPENED, null);
    assertEquals(
        "kind",
        field(() -> rooms.kinds.turn(worker, file, version(file), FileKind.FOSTER_FAMILY, from)),
        "their own child is not placed with them");
    register.placements.end(
        director, register.placements.of(director, file).get(0).id(), LocalDate.of(2026, 9, 30));
    assertEquals(
        "kind",
        field(
            () -> rooms.kinds.turn(worker, file, version(file), FileKind.FOSTER_APPLICANTS, from)));
    rooms.kinds.turn(worker, file, version(file), FileKind.FOSTER_FAMILY, from);
    CaseFiles.Header header = header(file);
    assertEquals(FileKind.FOSTER_FAMILY, header.kind());
    assertEquals(List.of(woman), header.carers().stream().map(CaseFiles.Carer::person).toList());
    assertEquals(PartRole.CARER, header.carers().get(0).role());
    List<CaseFiles.Part> parts = register.files.history(director, file).carers();
    assertEquals(3, parts.size());
    assertEquals(from, parts.get(0).from());
    assertEquals(PartRole.CARER, parts.get(0).role());
    assertTrue(parts.stream().skip(1).allMatch(part -> from.minusDays(1).equals(part.until())));
    assertTrue(register.files.cover(worker, file).stages(), "their way so far stays to be read");
    assertFalse(register.files.cover(worker, family).stages());
    register.agreements.conclude(
        director, file, new NewAgreement(CareKind.LONG_TERM, true, from, "Město"));
    assertEquals(
        "kind",
        field(() -> rooms.kinds.turn(director, file, version(file), FileKind.ADOPTERS, TODAY)),
        "the agreement lasts");
    assertThrows(Stale.class, () -> rooms.kinds.turn(director, file, 0, FileKind.ADOPTERS, TODAY));
  }

  @Test
  void aKindChosenByMistakeIsCorrectedFromTheFirstDay() {
    CaseFileId file = file(FileKind.ADOPTION_APPLICANTS, "Omylem");
    PersonId woman = register.person(director, "Zoe", "Omylem", LocalDate.of(1985, 1, 1));
    register.files.join(director, file, woman, PartRole.APPLICANT, OPENED);
    assertEquals(
        "kind",
        field(() -> rooms.kinds.turn(worker, file, version(file), FileKind.YOUNG_PERSON, OPENED)));
    rooms.kinds.turn(worker, file, version(file), FileKind.FAMILY, OPENED);
    List<CaseFiles.Part> parts = register.files.history(director, file).carers();
    assertEquals(1, parts.size());
    assertEquals(PartRole.PARENT, parts.get(0).role());
  }

  @Test
  void nobodyIsForgottenWhenAFileBecomesSomethingElse() {
    CaseFileId file = file(FileKind.ADOPTION_APPLICANTS, "Dvakrát");
    PersonId woman = register.person(director, "Zoe", "Dvakrát", LocalDate.of(1985, 1, 1));
    PersonId gone = register.person(director, "Ivo", "Dvakrát", LocalDate.of(1983, 1, 1));
    PersonId sister = register.person(director, "Mia", "Dvakrát", LocalDate.of(1987, 1, 1));
    LocalDate adopted = LocalDate.of(2026, 10, 1);
    LocalDate apart = LocalDate.of(2026, 10, 5);
    register.files.join(director, file, woman, PartRole.APPLICANT, OPENED);
    register.files.join(director, file, gone, PartRole.APPLICANT, OPENED);
    register.files.join(director, file, sister, PartRole.OTHER, adopted);
    register.files.endCarer(
        director, file, gone, new Leaving(LeavingWay.DEATH, apart, null, "Matrika 7"));
    rooms.kinds.turn(worker, file, version(file), FileKind.ADOPTERS, adopted);
    CaseFiles.Part later =
        parts(file).stream()
            .filter(part -> part.person().equals(gone) && part.from().equals(adopted))
            .findFirst()
            .orElseThrow();
    assertEquals(LeavingWay.DEATH, later.leaving().way(), "how he left goes along");
    assertEquals("Matrika 7", later.leaving().reference());
    rooms.kinds.turn(worker, file, version(file), FileKind.FAMILY, OPENED);
    assertEquals(
        List.of(OPENED, adopted),
        parts(file).stream()
            .filter(part -> part.person().equals(woman) && part.role() == PartRole.PARENT)
            .map(CaseFiles.Part::from)
            .sorted()
            .toList(),
        "what was corrected once is corrected again");
    assertEquals(
        "from",
        field(() -> rooms.kinds.turn(worker, file, version(file), FileKind.FOSTER_FAMILY, adopted)),
        "she came that day, and would never have been there");
    register.files.endCarer(director, file, sister, Leaving.otherwise(TODAY));
    rooms.kinds.turn(worker, file, version(file), FileKind.FOSTER_FAMILY, adopted);
    assertTrue(
        parts(file).stream()
            .anyMatch(part -> part.person().equals(sister) && TODAY.equals(part.until())));
  }

  private List<CaseFiles.Part> parts(CaseFileId file) {
    return register.files.history(director, file).carers();
  }

  @Test
  void whatAFileWasStaysItsPast() {
    LocalDate turned = LocalDate.of(2026, 10, 1);
    CaseFileId adopting = file(FileKind.FOSTER_FAMILY, "Adoptující");
    PersonId carer = register.person(director, "Ida", "Adoptující", LocalDate.of(1985, 1, 1));
    PersonId child = register.person(director, "Dan", "Adoptovaný", LocalDate.of(2018, 1, 1));
    register.files.addCarer(director, adopting, carer, OPENED);
    register.placements.place(director, adopting, child, OPENED, null);
    rooms.kinds.turn(director, adopting, version(adopting), FileKind.ADOPTERS, turned);
    assertEquals(
        List.of(new Days(OPENED, turned.minusDays(1))),
        stays(child),
        "with foster carers until they adopted");
    assertEquals(1, fosters(child).size(), "she was the child's foster carer");
    assertEquals(turned.minusDays(1), fosters(child).get(0).carerUntil());
    assertTrue(legal(child, TODAY).isEmpty());
    assertEquals(carer.value(), legal(child, OPENED).get(0).carer());

    CaseFileId family = file(FileKind.FAMILY, "Budoucí");
    PersonId mother = register.person(director, "Eva", "Budoucí", LocalDate.of(1985, 1, 1));
    PersonId own = register.person(director, "Leo", "Budoucí", LocalDate.of(2010, 1, 1));
    register.files.join(director, family, mother, PartRole.PARENT, OPENED);
    register.placements.place(director, family, own, OPENED, null);
    register.placements.end(director, stay(family, own).id(), turned.minusDays(1));
    rooms.kinds.turn(director, family, version(family), FileKind.FOSTER_FAMILY, turned);
    assertTrue(stays(own).isEmpty(), "at home, not in foster care");
    assertTrue(
        fosters(own).stream().noneMatch(row -> row.carerDays().meets(row.childDays())),
        "nobody fosters a child of their own");
    assertTrue(legal(own, OPENED).isEmpty());
  }

  private Scope all() {
    return new Scope(Reach.ALL, director.staff(), TODAY);
  }

  private List<Days> stays(PersonId child) {
    return register.tx.read(
        em ->
            new KinQueries(em)
                .stays(all(), List.of(child.value())).stream()
                    .map(row -> new Days(row.since(), row.until()))
                    .toList());
  }

  private List<FosterRow> fosters(PersonId child) {
    return register.tx.read(em -> new KinQueries(em).fosters(all(), List.of(child.value())));
  }

  private List<LegalQueries.Stay> legal(PersonId child, LocalDate day) {
    return register.tx.read(em -> new LegalQueries(em).stays(List.of(child.value()), day));
  }

  @Test
  void somebodyWhoGivesNoNameHasAFileAndVisits() {
    CaseFileId file = file(FileKind.IN_NEED, "Paní s kočárkem");
    NewVisit visit =
        new NewVisit(TODAY, null, 30, true, Place.CENTRE, Set.of(), List.of(), "Bydlení.");
    register.visits.record(worker, file, visit);
    assertTrue(timeline(file).contains("visit"));
    assertTrue(
        register.files.list(director, FileKind.IN_NEED, null, null, 10).items().stream()
            .anyMatch(one -> one.id().equals(file)));
    PersonId named = register.person(director, "Ola", "Jmenovaná", LocalDate.of(1990, 1, 1));
    register.files.join(director, file, named, PartRole.CLIENT, TODAY);
    assertEquals("present", field(() -> register.visits.record(worker, file, visit)));
    CaseFileId family = file(FileKind.FAMILY, "Prázdná");
    assertEquals(
        "present",
        field(() -> register.visits.record(worker, family, visit)),
        "only of somebody in need");
  }

  @Test
  void theYoungPersonTakesTheSubFileAlong() {
    Family family = register.family(director, worker, "Dospívající");
    PersonId young = register.person(director, "Dan", "Dospívající", LocalDate.of(2008, 10, 1));
    register.placements.place(director, family.file(), young, OPENED, "1 P 1/2020");
    assertEquals(
        "from",
        field(() -> rooms.young.goOn(worker, family.file(), young, LocalDate.of(2026, 9, 30))));
    assertThrows(
        NotFound.class,
        () -> rooms.young.goOn(worker, family.file(), family.carer(), TODAY),
        "only a child of the family");
    Viewer helper = new Office(register).colleague("key-worker");
    register.room.coWorkers.add(director, family.file(), helper.staff(), TODAY, null);
    assertEquals(
        "refused.own-file-leads",
        twice(helper, family.file(), young).text().key(),
        "who helps in the family would not see the new file");
    CaseFileId own = rooms.young.goOn(worker, family.file(), young, LocalDate.of(2026, 10, 1));
    CaseFiles.Header header = register.files.header(worker, own);
    assertEquals(FileKind.YOUNG_PERSON, header.kind());
    assertEquals("Dospívající Dan", header.familyName());
    assertEquals(worker.staff(), header.keyWorker());
    assertEquals(
        register.files.childFile(young), header.children().get(0).file(), "the same sub-file");
    assertTrue(
        register.files.cover(worker, family.file()).doubts().isEmpty(),
        "a file of one's own is no second family");
    Refused seen = twice(worker, family.file(), young);
    assertEquals("refused.own-file", seen.text().key());
    register.files.assign(director, own, helper.staff(), null, TODAY);
    register.house.clock().set(TODAY.plusDays(1));
    assertThrows(NotFound.class, () -> register.files.header(worker, own));
    assertEquals(
        "refused.own-file-elsewhere",
        twice(worker, family.file(), young).text().key(),
        "also by whoever does not see it, and without its number");
  }

  private Refused twice(Viewer viewer, CaseFileId family, PersonId young) {
    return assertThrows(
        Refused.class, () -> rooms.young.goOn(viewer, family, young, LocalDate.of(2026, 10, 1)));
  }

  @Test
  void whoCameLaterHasNotLedTheOwnFileBefore() {
    Family family = register.family(director, register.viewer("key-worker"), "Převzatá");
    PersonId young = register.person(director, "Eva", "Převzatá", LocalDate.of(2008, 9, 1));
    register.placements.place(director, family.file(), young, OPENED, null);
    register.files.assign(director, family.file(), worker.staff(), null, TODAY);
    CaseFileId own = rooms.young.goOn(worker, family.file(), young, LocalDate.of(2026, 9, 1));
    assertEquals(
        List.of(TODAY),
        register.files.history(worker, own).assignments().stream()
            .map(CaseFiles.Assignment::from)
            .toList());
  }

  @Test
  void theListKnowsKinds() {
    file(FileKind.ADOPTERS, "Osvojující");
    List<CaseFiles.Header> adopters =
        register.files.list(worker, FileKind.ADOPTERS, FileStatus.OPEN, null, 50).items();
    assertTrue(adopters.stream().map(CaseFiles.Header::familyName).toList().contains("Osvojující"));
    assertTrue(adopters.stream().allMatch(header -> header.kind() == FileKind.ADOPTERS));
    assertTrue(
        register.files.list(worker, null, null, 100).items().stream()
                .map(CaseFiles.Header::kind)
                .distinct()
                .count()
            >= 1);
  }

  @Test
  void aDemonstrationHasOneOfEachKind() {
    new DemoCases(
            register.people,
            register.files,
            register.placements,
            register.visits,
            rooms.aims,
            rooms.kinds)
        .write(new DemoCast(director, List.of(worker), List.of()));
    for (FileKind kind : FileKind.values()) {
      assertEquals(
          kind.agreement(),
          register.files.list(worker, kind, FileStatus.OPEN, null, 50).items().stream()
              .noneMatch(file -> DEMO.contains(file.familyName())),
          kind.name());
    }
    CaseFileId applicants =
        register.files.list(worker, FileKind.FOSTER_APPLICANTS, null, null, 50).items().stream()
            .filter(one -> one.familyName().equals("Sýkorovi"))
            .findFirst()
            .orElseThrow()
            .id();
    assertEquals(4, rooms.kinds.stages(worker, applicants).size());
    assertEquals(1, register.visits.of(worker, applicants, null, 10).items().size());
  }

  @Test
  void aMergeShowsOnePersonInBothFilesAndTheExtractSaysTheRole() {
    CaseFileId file = file(FileKind.IN_NEED, "Slučovaná");
    PersonId one = register.person(director, "Ada", "Slučovaná", LocalDate.of(1990, 1, 1));
    PersonId other = register.person(director, "Ada", "Slučovaná", LocalDate.of(1990, 1, 1));
    register.files.join(director, file, one, PartRole.CLIENT, OPENED);
    register.same.declare(director, other, one);
    assertEquals(
        List.of("CLIENT"),
        register.people.view(director, other).files().stream()
            .map(PersonView.FileRef::role)
            .toList());
    assertTrue(
        register.own.export(Set.of(one, other)).stream()
            .anyMatch(fact -> fact.label().key().equals("role.CLIENT")));
    register.same.undo(director, other);
  }

  @Test
  void whoMayOnlyReadDecidesNothing() {
    CaseFileId file = file(FileKind.FAMILY, "Čtená");
    Viewer it = register.viewer("it-administrator");
    assertThrows(
        NotAllowed.class,
        () -> rooms.aims.agree(it, file, new NewAim(TODAY, "X", null, TODAY.plusDays(9))));
    assertThrows(
        NotAllowed.class,
        () -> rooms.kinds.turn(it, file, version(file), FileKind.ADOPTERS, TODAY));
  }
}
