package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.access.Walls.Keeps;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.registry.walls.application.NewWall;
import org.opora.registry.walls.application.SealBook;
import org.opora.registry.walls.application.WallBook;
import org.opora.registry.walls.application.WallBook.Lifting;
import org.opora.registry.walls.application.WallBook.Outcome;
import org.opora.testkit.OnEveryDatabase;

/** A seal is lifted by two, also where the second one must not know of the family. */
@OnEveryDatabase
class SealsTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final String NAME = "Zapečetěná";

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private WallBook book;
  private SealBook seals;
  private Doors doors;
  private Viewer director;
  private Viewer kept;
  private Viewer leads;

  @BeforeEach
  void open() {
    register = new Register(product);
    office = new Office(register);
    book = register.walls.book;
    seals = register.walls.seals;
    doors = new Doors(register);
    director = office.director();
    kept = office.colleague("key-worker");
  }

  @AfterEach
  void close() {
    register.close();
  }

  private Subject family() {
    Family family = register.family(director, kept, NAME);
    leads = office.colleague("key-worker");
    register.files.assign(director, family.file(), leads.staff(), null, TODAY);
    return Subject.of(family.file());
  }

  private UUID raise(Subject about, Ground ground, Keeps keeps, Viewer... named) {
    Set<StaffId> staff = Stream.of(named).map(Viewer::staff).collect(Collectors.toSet());
    return register
        .walls
        .desk
        .raise(
            director, about, new NewWall(ground, "KNOWN", "Je to v novinách.", keeps, staff, null))
        .wall();
  }

  private UUID seal(Viewer... named) {
    return raise(family(), Ground.SEAL, Keeps.NAMED, named);
  }

  private long version(UUID wall) {
    return book.one(director, wall).version();
  }

  private Outcome lift(UUID wall) {
    return book.lift(director, wall, version(wall), "Utichlo to.");
  }

  private static String key(Executable act) {
    return assertThrows(Refused.class, act).text().key();
  }

  private List<String> told(Viewer who) {
    return register.inbox.of(who, null, 100).items().stream().map(Inbox.Message::href).toList();
  }

  private String reason(Viewer who, UUID wall) {
    return register
        .access
        .access()
        .decide(who, CaseFiles.READ, book.one(director, wall).about())
        .reason();
  }

  @Test
  void whoIsReallyAloneIsToldSoAndLiftsItAlone() {
    UUID wall = seal(kept);
    assertEquals(Lifting.LAST, book.lifting(director, wall));
    assertTrue(doors.open(director, "/walls/" + wall).contains("že jste na to byli sami"));
    assertEquals(Outcome.LIFTED, lift(wall));
    assertEquals(1, office.acts("wall=" + wall + ";alone=true"));
  }

  @Test
  void whoKeepsTheSecondOneAwayIsNotAloneByThat() {
    Viewer second = office.colleague("director");
    Subject about = family();
    UUID wall = raise(about, Ground.SEAL, Keeps.NAMED, kept);
    assertEquals(Lifting.TWO, book.lifting(director, wall));
    UUID before = raise(about, Ground.EXCLUSION, Keeps.NAMED, second);
    assertEquals(Lifting.NOBODY, book.lifting(director, wall));
    assertEquals("wall.refused.no-second", key(() -> lift(wall)));
    String page = doors.open(director, "/walls/" + wall);
    assertTrue(page.contains("nemůže zrušit nikdo"), page);
    assertFalse(page.contains("/lift\""), page);
    assertEquals("wall", reason(kept, wall), "it stands");
    book.lift(director, before, version(before), "Omyl.");
    assertEquals(Lifting.TWO, book.lifting(director, wall));

    register.access.accounts().disable(director, second.staff());
    assertEquals(Lifting.NOBODY, book.lifting(director, wall), "shut out a moment ago");
    assertEquals("wall.refused.no-second", key(() -> lift(wall)));
    register.house.clock().forward(Duration.ofDays(8));
    assertEquals(Outcome.LIFTED, lift(wall), "by whoever is left");
  }

  @Test
  void theOfficerConfirmsItAndLearnsNothingOfTheFamily() {
    Viewer officer = office.colleague("data-protection-officer");
    Viewer second = office.colleague("director");
    UUID wall = seal(kept, second);
    Subject about = book.one(director, wall).about();
    assertEquals(Lifting.TWO, book.lifting(director, wall));
    assertNull(seals.one(officer, wall).asker(), "nobody asks yet");
    assertEquals("wall.refused.not-asked", key(() -> book.confirm(officer, wall, version(wall))));
    assertEquals(Outcome.ASKED, lift(wall));
    assertTrue(told(officer).contains("/seals/" + wall));
    assertFalse(told(second).contains("/walls/" + wall));
    assertThrows(NotFound.class, () -> book.confirm(second, wall, version(wall)));
    for (String language : List.of("cs", "pl", "en")) {
      Viewer reads = DirectoryDoorsTest.in(language, officer);
      assertTrue(doors.open(reads, "/seals").contains("/seals/" + wall));
      String page = doors.open(reads, "/seals/" + wall);
      assertTrue(page.contains("Utichlo to.") && page.contains("/confirm"), page);
      for (String hidden : List.of(NAME, about.id().toString(), "v novinách")) {
        assertFalse(page.contains(hidden), hidden);
        assertFalse(doors.open(reads, "/seals").contains(hidden), hidden);
      }
    }
    for (String path : List.of("/walls", "/walls/" + wall)) {
      assertThrows(NotAllowed.class, () -> doors.open(officer, path));
    }
    assertThrows(NotAllowed.class, () -> book.lift(officer, wall, version(wall), "Sám."));
    assertThrows(NotAllowed.class, () -> doors.open(kept, "/seals/" + wall));
    assertThrows(Stale.class, () -> book.confirm(officer, wall, version(wall) - 1));

    String path = "/seals/" + wall;
    assertEquals(
        path, doors.post(officer, path + "/turn-down", "version", Long.toString(version(wall))));
    assertEquals("wall", reason(kept, wall));
    assertEquals(Outcome.ASKED, lift(wall));
    assertEquals(
        path, doors.post(officer, path + "/confirm", "version", Long.toString(version(wall))));
    assertEquals("no-relation", reason(kept, wall));
    assertEquals(
        2, office.acts("wall=" + wall + ";asked=" + director.staff()), "left in place, and lifted");
    assertFalse(doors.open(officer, path).contains("/confirm"));
    assertEquals(List.of(), seals.waiting(officer));
  }

  @Test
  void anOfficerBehindASealBeforeEverybodyConfirmsItAndOneWhomItNamesDoesNot() {
    Viewer officer = office.colleague("data-protection-officer");
    Subject about = family();
    UUID all = raise(about, Ground.SEAL, Keeps.ALL_BUT, leads);
    assertTrue(
        register
            .access
            .walls()
            .closed(director, List.of(all))
            .get(all)
            .away()
            .contains(officer.staff()));
    assertEquals(Outcome.ASKED, lift(all));
    book.confirm(officer, all, version(all));

    UUID own = seal(kept, officer);
    assertEquals(Lifting.NOBODY, book.lifting(director, own));
    assertEquals("wall.refused.no-second", key(() -> lift(own)));
    Viewer other = register.viewer("data-protection-officer");
    for (Executable act :
        List.<Executable>of(
            () -> seals.one(officer, own),
            () -> book.confirm(officer, own, version(own)),
            () -> book.turnDown(officer, own, version(own)))) {
      assertThrows(NotFound.class, act);
    }
    assertNull(seals.one(other, own).asker());
    UUID conflict = raise(family(), Ground.CONFLICT_OF_INTEREST, Keeps.NAMED, kept);
    assertThrows(NotFound.class, () -> seals.one(officer, conflict), "no seal");
    assertEquals(Lifting.ALONE, book.lifting(director, conflict));
  }
}
