package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.access.Walls.Ground;
import org.opora.api.access.Walls.Keeps;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.inbox.Inbox;
import org.opora.api.people.People;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.walls.application.NewWall;
import org.opora.registry.walls.application.WallBook;
import org.opora.registry.walls.application.WallBook.Line;
import org.opora.registry.walls.application.WallBook.Outcome;
import org.opora.registry.walls.application.WallDesk;
import org.opora.registry.walls.contributions.DemoWalls;
import org.opora.registry.walls.domain.State;
import org.opora.testkit.OnEveryDatabase;

/** Walls that are raised by hand: nothing is there for whoever is kept away. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallsByHandTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final String WHY = "Otec kolegyni vyhrožuje před domem.";

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private WallDesk desk;
  private WallBook book;
  private Doors doors;
  private Viewer director;
  private Viewer second;
  private Viewer worker;
  private Viewer kept;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    desk = register.walls.desk;
    book = register.walls.book;
    doors = new Doors(register);
    director = office.director();
    second = office.colleague("director");
    worker = office.colleague("key-worker");
    kept = office.colleague("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @BeforeEach
  void morning() {
    register.house.clock().set(TODAY);
  }

  private Family family(String name) {
    Family family = register.family(director, worker, name);
    register.files.assign(
        director, family.file(), worker.staff(), kept.staff(), TODAY.minusDays(9));
    return family;
  }

  private static NewWall named(Ground ground, Viewer... named) {
    return new NewWall(ground, "THREAT", WHY, Keeps.NAMED, staff(named), null);
  }

  private static NewWall allBut(Viewer... named) {
    return new NewWall(Ground.SEAL, "KNOWN", WHY, Keeps.ALL_BUT, staff(named), null);
  }

  private static Set<StaffId> staff(Viewer... viewers) {
    return Set.copyOf(List.of(viewers).stream().map(Viewer::staff).toList());
  }

  private UUID raise(Subject about, NewWall wanted) {
    return desk.raise(director, about, wanted).wall();
  }

  private void lift(UUID wall) {
    book.lift(director, wall, version(wall), "Spor skončil.");
  }

  private long version(UUID wall) {
    return book.one(director, wall).version();
  }

  private static Subject of(Family family) {
    return Subject.of(family.file());
  }

  private boolean sees(Viewer who, Subject subject) {
    return register.access.access().decide(who, CaseFiles.READ, subject).allowed();
  }

  private static String key(Executable act) {
    return assertThrows(Refused.class, act).text().key();
  }

  private List<String> told(Viewer who) {
    return register.inbox.of(who, null, 100).items().stream().map(Inbox.Message::href).toList();
  }

  @Test
  void whoIsKeptAwayFindsNothingOfTheFamily() {
    Family family = family("Oddělená");
    TaskId task =
        register.desk.add(
            worker,
            new NewTask(
                About.person(family.child(), family.file()),
                null,
                "Zavolat škole",
                kept.staff(),
                TODAY.plusDays(2)));
    assertTrue(sees(kept, of(family)) && sees(kept, Subject.of(family.child())));
    WallDesk.Raised raised = desk.raise(director, of(family), named(Ground.EXCLUSION, kept));
    assertEquals(0, raised.left());
    for (Subject one :
        List.of(of(family), Subject.of(family.child()), Subject.of(family.carer()))) {
      assertFalse(sees(kept, one));
      assertTrue(sees(worker, one) && sees(second, one));
    }
    assertEquals(0, register.files.headers(kept, List.of(family.file())).size());
    assertFalse(
        register.files.list(kept, FileStatus.OPEN, null, 100).items().stream()
            .anyMatch(one -> one.id().equals(family.file())));
    assertTrue(register.search.find(kept, "Oddělená", null, 50).items().isEmpty());
    assertTrue(register.found(kept, "Oddělená").isEmpty());
    assertThrows(NotFound.class, () -> register.timeline.of(kept, family.file(), null, 50));
    assertNull(register.files.header(director, family.file()).deputy(), "their work has ended");
    assertTrue(
        register.desk.list(worker, worker.staff(), false, null, 100).items().stream()
            .anyMatch(one -> one.id().equals(task)),
        "the key worker has their task");
    lift(raised.wall());
    assertTrue(register.access.access().decide(second, CaseFiles.READ, of(family)).allowed());
    assertEquals(
        "no-relation",
        register.access.access().decide(kept, CaseFiles.READ, of(family)).reason(),
        "open to them, and not theirs any more");
  }

  @Test
  void whatIsWalledIsAnsweredLikeWhatIsNotThere() {
    Family family = family("Nikde");
    UUID wall = raise(of(family), named(Ground.CONFLICT_OF_INTEREST, second));
    CaseFileId nowhere = CaseFileId.next();
    for (Object file : List.of(family.file(), nowhere)) {
      for (String path : List.of("", "/walls", "/walls/new", "/people", "/timeline")) {
        same(() -> doors.open(second, "/files/" + file + path));
      }
      same(() -> doors.post(second, "/files/" + file + "/walls/new", fields(kept)));
    }
    for (Object person : List.of(family.child(), family.carer(), PersonId.next())) {
      for (String path : List.of("", "/walls", "/walls/new")) {
        same(() -> doors.open(second, "/people/" + person + path));
      }
      same(() -> doors.post(second, "/people/" + person + "/walls/new", fields(kept)));
    }
    for (Object one : List.of(wall, Ids.next())) {
      same(() -> doors.open(second, "/walls/" + one));
      same(() -> doors.post(second, "/walls/" + one + "/lift", "version", "1", "why", "Omyl."));
      same(() -> doors.post(second, "/walls/" + one + "/confirm", "version", "1"));
      same(() -> doors.post(second, "/walls/" + one + "/turn-down", "version", "1"));
    }
    assertFalse(doors.open(second, "/walls").contains("Nikde"));
    assertTrue(doors.open(director, "/walls").contains("Nikde"));
    assertFalse(
        book.list(second, null, 100).items().stream().anyMatch(one -> one.id().equals(wall)));
    assertFalse(told(second).contains("/walls/" + wall), "no message either");
  }

  /** The same fault with the same words. */
  private static void same(Executable act) {
    NotFound fault = assertThrows(NotFound.class, act);
    assertEquals(new NotFound().getMessage(), fault.getMessage());
  }

  private static String[] fields(Viewer named) {
    return new String[] {
      "ground",
      "EXCLUSION",
      "reason",
      "THREAT",
      "words",
      WHY,
      "keeps",
      "NAMED",
      "named",
      named.staff().toString()
    };
  }

  @Test
  void theKeyWorkerHandsOverFirst() {
    Family family = family("Vedená");
    for (Subject about : List.of(of(family), Subject.of(family.child()))) {
      for (NewWall wanted : List.of(named(Ground.EXCLUSION, worker), allBut(kept))) {
        WallDesk.Preview preview = desk.preview(director, about, wanted);
        assertTrue(preview.blocked());
        WallDesk.Away first = preview.away().get(0);
        assertEquals(worker.staff(), first.staff());
        assertEquals(List.of(RelationKind.KEY_WORKER), first.does());
        assertEquals(family.file(), first.first().get(0).file());
        assertEquals("wall.refused.key-worker", key(() -> raise(about, wanted)));
      }
    }
    assertTrue(book.at(director, of(family)).isEmpty(), "nothing came of it");
    Viewer taker = office.colleague("key-worker");
    register.files.assign(director, family.file(), taker.staff(), null, TODAY.minusDays(1));
    assertFalse(desk.preview(director, of(family), named(Ground.EXCLUSION, worker)).blocked());
    UUID wall = raise(of(family), named(Ground.EXCLUSION, worker));
    assertFalse(sees(worker, of(family)));
    lift(wall);
  }

  @Test
  void nobodyKeepsThemselvesAwayAndAFieldThatIsWrongIsNamed() {
    Family family = family("Chybná");
    NewWall good = named(Ground.EXCLUSION, kept);
    assertEquals("refused.own-wall", key(() -> raise(of(family), named(Ground.SEAL, director))));
    assertEquals("wall.refused.nobody", key(() -> raise(of(family), named(Ground.SEAL))));
    assertEquals(
        "refused.nobody",
        key(
            () ->
                raise(
                    of(family),
                    new NewWall(
                        Ground.SEAL, "KNOWN", WHY, Keeps.NAMED, Set.of(StaffId.next()), null))));
    assertEquals(
        "wall.refused.past",
        key(
            () ->
                raise(
                    of(family),
                    new NewWall(
                        good.ground(),
                        good.reason(),
                        WHY,
                        good.keeps(),
                        good.named(),
                        TODAY.minusDays(1)))));
    for (NewWall wanted :
        List.of(
            new NewWall(null, "KNOWN", WHY, Keeps.NAMED, good.named(), null),
            new NewWall(Ground.SEAL, "NOT-ONE", WHY, Keeps.NAMED, good.named(), null),
            new NewWall(Ground.SEAL, null, WHY, Keeps.NAMED, good.named(), null),
            new NewWall(Ground.SEAL, "KNOWN", " ", Keeps.NAMED, good.named(), null),
            new NewWall(Ground.SEAL, "KNOWN", WHY, null, good.named(), null))) {
      assertEquals("refused.required", key(() -> raise(of(family), wanted)));
      assertEquals("refused.required", key(() -> desk.preview(director, of(family), wanted)));
    }
    assertThrows(NotAllowed.class, () -> desk.raise(worker, of(family), good));
    assertThrows(NotAllowed.class, () -> desk.desk(worker, of(family)));
    assertThrows(NotAllowed.class, () -> book.list(worker, null, 10));
    assertThrows(NotAllowed.class, () -> book.at(worker, of(family)));
    UUID wall = raise(of(family), good);
    assertThrows(NotAllowed.class, () -> book.one(worker, wall));
    assertThrows(NotAllowed.class, () -> book.lift(worker, wall, 1, "Omyl."));
    assertEquals("refused.required", key(() -> book.lift(director, wall, version(wall), "")));
    assertThrows(Stale.class, () -> book.lift(director, wall, version(wall) + 1, "Omyl."));
    lift(wall);
    assertEquals("wall.refused.lifted", key(() -> lift(wall)));
  }

  @Test
  void aSealKeepsAwayEverybodyAndWhoeverComesToTheTeamOrTheFamilyLater() {
    Family family = family("Zapečetěná");
    Viewer other = office.colleague("key-worker");
    UUID wall = raise(of(family), allBut(worker));
    assertFalse(sees(kept, of(family)));
    assertTrue(sees(worker, of(family)) && sees(second, of(family)));
    Line line = book.one(director, wall);
    assertEquals(1, line.named().size());
    assertTrue(line.away() >= 2);
    Viewer newcomer = office.colleague("key-worker");
    PersonId late = register.person(director, "Petr", "Pozdní", LocalDate.of(2019, 1, 1));
    assertTrue(register.access.access().decide(second, People.READ, Subject.of(late)).allowed());
    register.placements.place(director, family.file(), late, TODAY, "1 P 1/2026");
    for (Viewer one : List.of(kept, other, newcomer)) {
      assertEquals(
          "wall", register.access.access().decide(one, CaseFiles.READ, Subject.of(late)).reason());
      assertEquals(
          "wall", register.access.access().decide(one, CaseFiles.READ, of(family)).reason());
    }
    assertTrue(sees(worker, Subject.of(late)));
    assertEquals(Outcome.ASKED, book.lift(director, wall, version(wall), "Konec."));
    book.confirm(second, wall, version(wall));
    assertEquals(
        "no-relation",
        register.access.access().decide(newcomer, CaseFiles.READ, Subject.of(late)).reason());
  }

  @Test
  void aSealIsLiftedByTwo() {
    Family family = family("Dvojí");
    UUID wall = raise(of(family), named(Ground.SEAL, kept));
    assertTrue(told(second).contains("/walls/" + wall), "who manages walls knows of it");
    assertFalse(told(director).contains("/walls/" + wall), "not whoever raised it");
    assertEquals("wall.refused.not-asked", key(() -> book.confirm(second, wall, 1)));
    assertEquals(Outcome.ASKED, book.lift(director, wall, version(wall), "Případ utichl."));
    assertEquals(State.ASKED, book.one(second, wall).state());
    assertFalse(sees(kept, of(family)), "until then it stands");
    assertEquals(
        "wall.refused.second-person", key(() -> book.confirm(director, wall, version(wall))));
    assertEquals("wall.refused.asked", key(() -> lift(wall)));
    book.turnDown(second, wall, version(wall));
    assertEquals(State.STANDS, book.one(second, wall).state());
    assertNull(book.one(second, wall).why());
    assertEquals(Outcome.ASKED, book.lift(director, wall, version(wall), "Případ utichl."));
    register.house.clock().forward(Duration.ofHours(24));
    assertEquals(State.STANDS, book.one(second, wall).state(), "a day has passed");
    assertEquals("wall.refused.not-asked", key(() -> book.confirm(second, wall, version(wall))));
    assertEquals(Outcome.ASKED, book.lift(second, wall, version(wall), "Opravdu utichl."));
    assertThrows(Stale.class, () -> book.confirm(director, wall, version(wall) - 1));
    book.confirm(director, wall, version(wall));
    Line line = book.one(second, wall);
    assertEquals(State.LIFTED, line.state());
    assertEquals("Opravdu utichl.", line.why());
    assertEquals(0, line.away());
    assertEquals(
        "no-relation", register.access.access().decide(kept, CaseFiles.READ, of(family)).reason());
    assertEquals(1, office.acts("wall=" + wall + ";asked=" + second.staff()));
  }

  @Test
  void itStandsBesideAConflictOfInterestAndNeitherLiftsTheOther() {
    Family family = family("Dvouzdí");
    UUID conflict = register.room.conflicts.declare(kept, kept.staff(), "Dvouzdí", "sestra");
    register.room.conflicts.wall(
        director, conflict, 1, register.files.header(director, family.file()).number());
    UUID wall = raise(of(family), named(Ground.EXCLUSION, kept));
    register.room.conflicts.end(director, conflict, 2, "Omyl.");
    assertFalse(sees(kept, of(family)), "the one raised by hand stands");
    UUID again = register.room.conflicts.declare(kept, kept.staff(), "Dvouzdí", "sestra");
    register.room.conflicts.wall(
        director, again, 1, register.files.header(director, family.file()).number());
    lift(wall);
    for (Subject one : List.of(of(family), Subject.of(family.child()))) {
      assertEquals("wall", register.access.access().decide(kept, CaseFiles.READ, one).reason());
    }
    register.room.conflicts.end(director, again, 2, "Omyl.");
    assertEquals(
        "no-relation", register.access.access().decide(kept, CaseFiles.READ, of(family)).reason());
  }

  @Test
  void aWallAtOneChildClosesTheChildUnderEveryKeyAndNotTheFamily() {
    Family family = family("Jediná");
    UUID wall = raise(Subject.of(family.child()), named(Ground.EXCLUSION, kept));
    assertFalse(sees(kept, Subject.of(family.child())));
    assertTrue(sees(kept, of(family)) && sees(kept, Subject.of(family.carer())));
    assertEquals(1, register.files.headers(kept, List.of(family.file())).size(), "theirs in part");
    assertFalse(
        register.files.header(kept, family.file()).children().stream()
            .anyMatch(one -> one.person().equals(family.child())));
    Family elsewhere = register.family(director, null, "Jinde");
    register.same.declare(director, elsewhere.child(), family.child());
    assertEquals(
        "wall",
        register
            .access
            .access()
            .decide(kept, CaseFiles.READ, Subject.of(elsewhere.child()))
            .reason(),
        "under the other key");
    assertEquals(1, book.at(director, of(family)).size(), "seen from the family");
    assertEquals(1, book.at(director, Subject.of(family.child())).size());
    lift(wall);
    assertTrue(sees(kept, Subject.of(family.child())));
  }

  @Test
  void whoLosesPartOfTheirOwnFamilyByANewcomerIsHandedItByWhoeverManagesWalls() {
    Family sealed = family("Tajná");
    Family own = register.family(director, kept, "Keptova");
    UUID wall = raise(of(sealed), named(Ground.SEAL, kept));
    int before = told(second).size();
    register.placements.place(director, sealed.file(), own.child(), TODAY, "1 P 2/2026");
    assertFalse(sees(kept, Subject.of(own.child())));
    assertEquals(before + 1, told(second).size());
    assertEquals("/walls/" + wall, told(second).get(0));
    assertFalse(told(kept).contains("/walls/" + wall));
    book.lift(director, wall, version(wall), "Konec.");
    book.confirm(second, wall, version(wall));
  }

  @Test
  void itFallsAfterItsLastDay() {
    Family family = family("Dočasná");
    NewWall wanted =
        new NewWall(
            Ground.EXCLUSION, "COMPLAINT", WHY, Keeps.NAMED, staff(kept), TODAY.plusDays(2));
    UUID wall = raise(Subject.of(family.carer()), wanted);
    register.house.clock().set(TODAY.plusDays(2));
    assertFalse(sees(kept, Subject.of(family.carer())));
    register.house.clock().set(TODAY.plusDays(3));
    assertTrue(sees(kept, Subject.of(family.carer())));
    Line line = book.one(director, wall);
    assertEquals(State.OVER, line.state());
    assertEquals(0, line.away());
    assertEquals("wall.refused.over", key(() -> lift(wall)));
  }

  @Test
  void thePagesRaiseShowAndLift() {
    Family family = family("Stránková");
    String file = "/files/" + family.file();
    assertTrue(doors.open(director, file + "/people").contains(file + "/walls"));
    assertFalse(doors.open(worker, file + "/people").contains(file + "/walls"));
    assertTrue(
        doors
            .open(director, "/people/" + family.child())
            .contains("/people/" + family.child() + "/walls"));
    assertTrue(doors.open(director, file + "/walls").contains("žádná zeď není"));
    assertTrue(doors.open(director, file + "/walls/new").contains("Jen Ema Stránková"));
    doors.open(director, "/people/" + family.child() + "/walls/new");
    assertTrue(
        doors
            .refused(director, 422, file + "/walls/new", "ground", "SEAL", "until", "kdysi")
            .contains("Jaká je to zeď"));
    String typed =
        doors.refused(
            director,
            422,
            file + "/walls/new",
            "ground",
            "SEAL",
            "reason",
            "KNOWN",
            "words",
            WHY,
            "keeps",
            "NAMED");
    assertTrue(typed.contains(WHY) && typed.contains("Vyberte koho"), "nothing typed is lost");
    String blocked = doors.refused(director, 200, file + "/walls/new", fields(worker));
    assertTrue(blocked.contains("Nejdřív rodinu předejte"));
    assertTrue(blocked.contains(file + "/handovers/new"));
    assertFalse(blocked.contains("confirmed"));
    String preview = doors.refused(director, 200, file + "/walls/new", fields(kept));
    assertTrue(preview.contains("confirmed") && preview.contains(WHY));
    assertTrue(
        preview.contains("name=\"draft-key\" value=\"wall-" + family.file() + "\""),
        "the wall that is raised drops its draft");
    assertTrue(book.at(director, of(family)).isEmpty(), "nothing stands yet");
    String[] back = with(fields(kept), "back", "yes", "confirmed", "yes");
    assertTrue(
        doors.refused(director, 200, file + "/walls/new", back).contains("Ukázat, koho oddělí"));
    String[] sure = with(fields(kept), "confirmed", "yes", "about", family.child().toString());
    String wall = doors.post(director, file + "/walls/new", sure);
    assertTrue(doors.open(director, wall).contains(WHY));
    assertTrue(doors.open(director, "/walls").contains("Ema Stránková"));
    assertTrue(doors.open(director, file + "/walls").contains(wall));
    assertTrue(doors.refused(director, 422, wall + "/lift", "version", "1").contains("Proč už"));
    assertEquals(
        wall, doors.post(director, wall + "/lift", "version", "1", "why", "Spor skončil."));
    assertTrue(doors.open(director, wall).contains("Spor skončil."));
    String seal =
        doors.post(
            director,
            file + "/walls/new",
            "ground",
            "SEAL",
            "reason",
            "KNOWN",
            "words",
            WHY,
            "keeps",
            "ALL_BUT",
            "named",
            worker.staff().toString(),
            "confirmed",
            "yes");
    doors.post(director, seal + "/lift", "version", "1", "why", "Utichlo to.");
    assertTrue(doors.open(director, seal).contains("Vzít návrh zpět"));
    assertTrue(doors.refused(director, 422, seal + "/confirm", "version", "2").contains("jiný"));
    assertTrue(doors.open(second, seal).contains("Utichlo to."));
    assertEquals(seal, doors.post(second, seal + "/turn-down", "version", "2"));
    doors.post(director, seal + "/lift", "version", "3", "why", "Utichlo to.");
    assertTrue(
        doors.refused(second, 422, seal + "/confirm", "version", "3").contains("Mezitím"), "stale");
    assertEquals(seal, doors.post(second, seal + "/confirm", "version", "4"));
    for (Viewer one : List.of(worker, kept)) {
      assertThrows(NotAllowed.class, () -> doors.open(one, seal));
    }
  }

  private static String[] with(String[] fields, String... more) {
    return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void theMadeUpCentreHasOne() {
    Family family = register.family(director, worker, "Ukázková");
    new DemoWalls(register.files, desk)
        .write(
            new DemoCast(
                director,
                List.of(worker, kept),
                register.facts.inForce(director, CaseFiles.READ, TODAY, family.file())));
    Line line = book.at(director, of(family)).get(0);
    assertEquals(Ground.EXCLUSION, line.ground());
    assertEquals(1, line.away());
    assertTrue(sees(worker, of(family)));
    lift(line.id());
  }

  @Test
  void everyDoorAsksForTheRightOverWalls() {
    List<Route> own =
        doors.routes().stream().filter(one -> one.pattern().contains("/walls")).toList();
    assertEquals(11, own.size());
    own.forEach(one -> assertEquals(Walls.MANAGE, one.permission(), one.pattern()));
  }
}
