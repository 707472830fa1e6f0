package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Colleagues;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.persistence.test.TestDatabase.Product;

/** Who could be handed something is the same as who is let in. */
@OnEveryDatabase
class ColleaguesTest {
  private static final String READ = "files.read";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
  private static final Module FILES =
      TestHouse.module(
          "files",
          new Permission(
              READ,
              DataClass.CARE_FACTS,
              // Who gives roles would be given theirs by two.
              Map.of("director", Reach.ALL, "inspector", Reach.ALL, "key-worker", Reach.OWN)));

  @Parameter Product product;
  private final Map<StaffId, String> roles = new HashMap<>();
  private TestHouse house;
  private Viewer boss;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product, FILES);
    StaffId director = house.setUp();
    roles.clear();
    roles.put(director, "director");
    Map<String, Reach> grants = new HashMap<>(house.director().grants());
    grants.put(READ, Reach.ALL);
    boss = house.viewer(director, grants);
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void theAnswerIsTheOneThatEachOfThemWouldGet() {
    Subject file = Subject.of(CaseFileId.next());
    StaffId related = colleague("related", "key-worker");
    StaffId former = colleague("former", "key-worker");
    StaffId coming = colleague("coming", "key-worker");
    StaffId walled = colleague("walled", "key-worker");
    StaffId second = colleague("second", "inspector");
    colleague("stranger", "key-worker");
    StaffId administrator = colleague("administrator", "it-administrator");
    relate(related, file, TODAY, null);
    relate(former, file, TODAY.minusDays(9), TODAY.minusDays(1));
    relate(coming, file, TODAY.plusDays(1), null);
    relate(walled, file, TODAY, null);
    relate(administrator, file, TODAY, null);
    wall(walled, file);
    assertEquals(Set.of(boss.staff(), second, related), holding(file));
    for (StaffId staff : roles.keySet()) {
      Viewer viewer = house.viewer(staff, house.access.grants().of(Set.of(roles.get(staff))));
      assertEquals(
          house.access.access().decide(viewer, READ, file).allowed(),
          holding(file).contains(staff),
          roles.get(staff));
    }

    assertEquals(holding(file), able(file, List.of(), TODAY), "whoever asks");
    assertTrue(able(file, List.of(), TODAY.plusDays(1)).contains(coming), "on the day asked for");

    Subject around = Subject.of(PersonId.next());
    wall(second, around);
    assertEquals(Set.of(boss.staff(), related), able(file, List.of(around), TODAY));
    assertEquals(Set.of(boss.staff(), second, related), holding(file));
    assertEquals(
        Set.of(boss.staff(), related),
        house.access.colleagues().holding(boss, READ, file, List.of(around)));
    house.access.walls().lift(boss, second, around);
    assertEquals(
        Set.of(boss.staff(), second, related),
        house.access.colleagues().holding(boss, READ, file, List.of(around)));

    Set<StaffId> anybody = new HashSet<>(roles.keySet());
    anybody.remove(administrator);
    assertEquals(anybody, house.access.colleagues().holding(boss, READ, null, List.of()));
  }

  @Test
  void whoOverseesEverythingIsFoundByAnybodyUnlessAWallStands() {
    Subject file = Subject.of(CaseFileId.next());
    StaffId related = colleague("relative", "key-worker");
    relate(related, file, TODAY, null);
    StaffId second = colleague("overseer", "inspector");
    Colleagues colleagues = house.access.colleagues();
    Set<StaffId> overseeing = colleagues.overseeing(READ, List.of(file));
    assertTrue(overseeing.containsAll(Set.of(boss.staff(), second)));
    assertFalse(overseeing.contains(related), "a relation is not everything");
    wall(second, file);
    assertFalse(colleagues.overseeing(READ, List.of(file)).contains(second));
    assertTrue(colleagues.overseeing(READ, List.of()).contains(second));
    house.access.accounts().disable(boss, second);
    roles.remove(second);
    assertFalse(colleagues.overseeing(READ, List.of()).contains(second));
  }

  @Test
  void aWallKeepsNobodyAwayBeyondItsLastDay() {
    Subject file = Subject.of(CaseFileId.next());
    StaffId second = colleague("until", "inspector");
    wall(second, file);
    house.access.walls().until(boss, second, file, TODAY);
    for (boolean over : List.of(false, true)) {
      assertEquals(over, holding(file).contains(second));
      assertEquals(
          over, house.access.colleagues().overseeing(READ, List.of(file)).contains(second));
      house.clock.pass(Duration.ofDays(over ? -1 : 1));
    }
    house.access.accounts().disable(boss, second);
    roles.remove(second);
  }

  @Test
  void whoCannotSignInIsHandedNothing() {
    Subject file = Subject.of(CaseFileId.next());
    StaffId invited = StaffId.next();
    house.access.accounts().invite(boss, invited, "Jana Malá", Set.of("director"));
    StaffId gone = colleague("gone", "key-worker");
    relate(gone, file, TODAY, null);
    assertEquals(true, holding(file).contains(gone));
    assertEquals(true, house.access.colleagues().having("key-worker").contains(gone));
    assertEquals(false, house.access.colleagues().having("inspector").contains(gone));
    house.access.accounts().disable(boss, gone);
    assertEquals(false, house.access.colleagues().having("key-worker").contains(gone));
    assertEquals(false, house.access.colleagues().having("director").contains(invited));
    roles.remove(gone);
    assertEquals(false, holding(file).contains(gone));
    assertEquals(false, holding(file).contains(invited));
  }

  @Test
  void whoMayNotKnowOfItIsNotToldWhoDoes() {
    Subject file = Subject.of(CaseFileId.next());
    Viewer stranger = house.viewer(StaffId.next(), Map.of(READ, Reach.OWN));
    Viewer nobody = house.viewer(StaffId.next(), Map.of());
    assertThrows(
        NotFound.class, () -> house.access.colleagues().holding(stranger, READ, file, List.of()));
    assertThrows(
        NotAllowed.class, () -> house.access.colleagues().holding(nobody, READ, null, List.of()));
  }

  private Set<StaffId> able(Subject subject, List<Subject> around, LocalDate day) {
    return house.access.colleagues().able(READ, subject, around, day);
  }

  private Set<StaffId> holding(Subject subject) {
    return house.access.colleagues().holding(boss, READ, subject, List.of());
  }

  private StaffId colleague(String name, String role) {
    String code = house.access.accounts().invite(boss, StaffId.next(), "Jana Malá", Set.of(role));
    StaffId staff = house.access.accounts().accept(code, TestHouse.account(name));
    roles.put(staff, role);
    return staff;
  }

  private void relate(StaffId staff, Subject subject, LocalDate since, LocalDate until) {
    house.access.relations().grant(staff, subject, RelationKind.DEPUTY, since, until, "test:1");
  }

  private void wall(StaffId staff, Subject subject) {
    house.access.walls().raise(boss, staff, subject, Ground.SEAL);
  }
}
