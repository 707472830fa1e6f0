package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.access.Walls.Closure;
import org.opora.api.access.Walls.Ground;
import org.opora.api.access.Walls.Keeps;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase;

/** Walls that are raised by hand, at several subjects before several colleagues. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandWallsTest {
  private static final String READ = "family.read";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);

  @Parameter TestDatabase.Product product;
  private TestHouse house;
  private Viewer boss;
  private int names;

  @BeforeParameterizedClassInvocation
  void open() {
    house =
        new TestHouse(
            product, TestHouse.module("family", new Permission(READ, DataClass.CARE_FACTS)));
    StaffId director = house.setUp();
    boss = house.viewer(director, house.director().grants());
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private StaffId colleague(String role) {
    StaffId staff = StaffId.next();
    house.access.accounts().invite(boss, staff, "Jana Malá " + ++names, Set.of(role));
    return staff;
  }

  private boolean sees(StaffId staff, Subject subject) {
    return house
        .access
        .access()
        .decide(house.viewer(staff, Map.of(READ, Reach.ALL)), READ, subject)
        .allowed();
  }

  private UUID raise(Keeps keeps, Set<StaffId> named, LocalDate until, Subject... subjects) {
    UUID wall = Ids.next();
    house
        .access
        .walls()
        .close(boss, new Closure(wall, Ground.SEAL, keeps, named, until), List.of(subjects));
    return wall;
  }

  private static Subject file() {
    return Subject.of(CaseFileId.next());
  }

  @Test
  void itKeepsAwayWhoeverIsNamedFromAllOfIt() {
    StaffId kept = colleague("key-worker");
    StaffId other = colleague("key-worker");
    Subject file = file();
    Subject person = Subject.of(PersonId.next());
    UUID wall = raise(Keeps.NAMED, Set.of(kept), null, file, person);
    assertFalse(sees(kept, file));
    assertFalse(sees(kept, person));
    assertTrue(sees(other, file));
    assertEquals(Set.of(kept), house.access.walls().closed(boss, List.of(wall)).get(wall).away());
    house.access.walls().open(boss, wall);
    assertTrue(sees(kept, file) && sees(kept, person));
    assertEquals(Set.of(), house.access.walls().closed(boss, List.of(wall)).get(wall).away());
    assertThrows(NotFound.class, () -> house.access.walls().open(boss, wall));
  }

  @Test
  void aSealLetsThroughWhoeverIsNamedAndWhoeverManagesWalls() {
    StaffId kept = colleague("key-worker");
    StaffId named = colleague("key-worker");
    StaffId second = colleague("director");
    Subject file = file();
    Set<StaffId> away = house.access.walls().keptAway(boss, Keeps.ALL_BUT, Set.of(named));
    assertTrue(away.contains(kept));
    assertFalse(away.contains(named) || away.contains(second) || away.contains(boss.staff()));
    UUID wall = raise(Keeps.ALL_BUT, Set.of(named), null, file);
    assertEquals(away, house.access.walls().closed(boss, List.of(wall)).get(wall).away());
    assertFalse(sees(kept, file));
    assertTrue(sees(named, file) && sees(second, file) && sees(boss.staff(), file));
    house.access.walls().open(boss, wall);
  }

  @Test
  void aSealKeepsAwayWhoeverComesAndLetsThroughWhoeverManagesWallsFromThenOn() {
    StaffId kept = colleague("key-worker");
    Subject file = file();
    UUID wall = raise(Keeps.ALL_BUT, Set.of(), null, file);
    StaffId newcomer = colleague("key-worker");
    assertFalse(sees(newcomer, file), "who comes later");
    house.access.roles().assign(boss, kept, Set.of("director"));
    assertTrue(sees(kept, file), "a director has to be able to lift it");
    house.access.roles().assign(boss, kept, Set.of("key-worker"));
    assertFalse(sees(kept, file), "and is none any more");
    house.access.roles().allow(boss, "key-worker", "access.walls", Reach.ALL);
    assertTrue(sees(kept, file) && sees(newcomer, file), "the role manages walls now");
    house.access.roles().allow(boss, "key-worker", "access.walls", Reach.NONE);
    assertFalse(sees(kept, file) || sees(newcomer, file));
    house.access.walls().open(boss, wall);
    StaffId late = colleague("key-worker");
    assertTrue(sees(late, file) && sees(newcomer, file), "a lifted one keeps nobody away");
  }

  /** Whoever comes first, the other one counts them. */
  @RepeatedTest(5)
  void anAccountThatIsOpenedAtTheSameMomentDoesNotEscape() throws Exception {
    Subject file = file();
    AtomicInteger turn = new AtomicInteger();
    Map<Integer, StaffId> come = new ConcurrentHashMap<>();
    TestHouse.together(
        4,
        () -> {
          int mine = turn.getAndIncrement();
          if (mine == 0) {
            raise(Keeps.ALL_BUT, Set.of(), null, file);
          } else {
            StaffId staff = StaffId.next();
            come.put(mine, staff);
            house.access.accounts().invite(boss, staff, "Jana Nová", Set.of("key-worker"));
          }
          return null;
        });
    assertEquals(3, come.size());
    come.values().forEach(staff -> assertFalse(sees(staff, file), "nobody escapes"));
  }

  @Test
  void itStandsUntilItsLastDayAndIsNotWidenedAfterIt() {
    StaffId kept = colleague("key-worker");
    Subject file = file();
    Subject child = Subject.of(PersonId.next());
    UUID wall = raise(Keeps.NAMED, Set.of(kept), TODAY, file);
    Walls.Widened widened = house.access.walls().widen(boss, wall, List.of(file, child));
    assertEquals(Set.of(kept), widened.away());
    assertTrue(widened.told().contains(boss.staff()) && !widened.told().contains(kept));
    assertEquals(
        Walls.Widened.NOT, house.access.walls().widen(boss, wall, List.of(child)), "known");
    assertFalse(sees(kept, child));
    house.clock.pass(Duration.ofDays(1));
    try {
      Subject late = Subject.of(PersonId.next());
      assertTrue(sees(kept, file) && sees(kept, child), "it fell by itself");
      assertEquals(Walls.Widened.NOT, house.access.walls().widen(boss, wall, List.of(late)));
      assertTrue(sees(kept, late));
    } finally {
      house.clock.pass(Duration.ofDays(-1));
    }
  }

  @Test
  void itStandsBesideWallsOfOthersAndNeitherLiftsTheOther() {
    StaffId kept = colleague("key-worker");
    Subject file = file();
    house.access.walls().raise(boss, kept, file, Ground.CONFLICT_OF_INTEREST);
    UUID wall = raise(Keeps.NAMED, Set.of(kept), null, file);
    house.access.walls().lift(boss, kept, file);
    assertFalse(sees(kept, file), "the one raised by hand stands");
    house.access.walls().raise(boss, kept, file, Ground.CONFLICT_OF_INTEREST);
    house.access.walls().open(boss, wall);
    assertFalse(sees(kept, file), "the one of the conflict stands");
    house.access.walls().lift(boss, kept, file);
    assertTrue(sees(kept, file));
  }

  @Test
  void nobodyKeepsThemselvesAwayAndOnlyWhoMayRaisesThem() {
    Subject file = file();
    for (Set<StaffId> named : List.of(Set.of(boss.staff()), Set.<StaffId>of())) {
      assertThrows(Refused.class, () -> raise(Keeps.NAMED, named, null, file));
    }
    Viewer worker = house.viewer(StaffId.next(), Map.of(READ, Reach.ALL));
    Closure closure =
        new Closure(Ids.next(), Ground.SEAL, Keeps.NAMED, Set.of(StaffId.next()), null);
    var walls = house.access.walls();
    assertThrows(NotAllowed.class, () -> walls.close(worker, closure, List.of(file)));
    assertThrows(NotAllowed.class, () -> walls.open(worker, closure.id()));
    assertThrows(NotAllowed.class, () -> walls.closed(worker, List.of(closure.id())));
    assertThrows(NotAllowed.class, () -> walls.keptAway(worker, Keeps.ALL_BUT, new HashSet<>()));
  }
}
