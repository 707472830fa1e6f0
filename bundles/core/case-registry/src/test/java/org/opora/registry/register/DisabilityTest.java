package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.disability.application.DisabilityDesk;
import org.opora.registry.disability.application.NewDisability;
import org.opora.registry.disability.web.DisabilityRoutes;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.OnEveryDatabase;

/** The degree of a day is known to those who may know it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisabilityTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private DisabilityDesk desk;
  private Doors doors;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    desk =
        new DisabilityDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.staff,
            register.house.keys());
    doors =
        new Doors(
            register, new DisabilityRoutes(register.people, desk, new PageHouse(Register.TODAY)));
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private static NewDisability degree(Degree degree, LocalDate since, LocalDate until) {
    return new NewDisability(degree, null, "MPSV-UP/1/2026", since, since, until);
  }

  @Test
  void theDegreeIsThatOfTheDay() {
    Family family = register.family(director, worker, "Závislá");
    LocalDate change = LocalDate.of(2026, 6, 1);
    UUID first = desk.add(worker, family.child(), degree(Degree.I, LocalDate.of(2024, 1, 1), null));
    refused("since", () -> desk.add(worker, family.child(), degree(Degree.II, change, null)));
    desk.amend(
        worker,
        first,
        desk.line(worker, first).version(),
        degree(Degree.I, LocalDate.of(2024, 1, 1), change.minusDays(1)));
    desk.add(worker, family.child(), degree(Degree.III, change, null));
    desk.add(worker, family.child(), new NewDisability(null, "Autismus", null, null, change, null));
    Set<PersonId> both = Set.of(family.child(), family.carer());
    assertEquals(Map.of(family.child(), Degree.I), desk.on(worker, both, change.minusDays(1)));
    assertEquals(Map.of(family.child(), Degree.III), desk.on(worker, both, change));
    assertEquals(Map.of(), desk.on(worker, both, LocalDate.of(2023, 12, 31)));
    assertEquals(
        List.of(true, true, false),
        desk.of(worker, family.child()).stream().map(DisabilityDesk.Line::now).toList());
    assertTrue(
        register.own.export(Set.of(family.child())).stream()
            .anyMatch(fact -> fact.value().equals("Autismus")));
    long before = register.own.count(Set.of(family.child()));
    register.own.erase(Set.of(family.child()));
    assertEquals(before - 3, register.own.count(Set.of(family.child())));
  }

  @Test
  void nobodyElseLearnsAnything() {
    Family family = register.family(director, worker, "Chráněná");
    UUID row = desk.add(worker, family.child(), degree(Degree.II, TODAY, null));
    Viewer stranger = register.viewer("key-worker");
    Viewer it = register.viewer("it-administrator");
    Set<PersonId> child = Set.of(family.child());
    for (Viewer other : List.of(stranger, it)) {
      assertEquals(Map.of(), desk.on(other, child, TODAY));
    }
    assertThrows(NotFound.class, () -> desk.of(stranger, family.child()));
    assertThrows(NotFound.class, () -> desk.line(stranger, row));
    assertThrows(NotFound.class, () -> desk.remove(stranger, row, 1));
    assertThrows(NotAllowed.class, () -> desk.of(it, family.child()));
    PersonId twin = register.person(director, "Ema", "Chráněná", LocalDate.of(2018, 3, 4));
    register.same.declare(director, twin, family.child());
    assertEquals(Degree.II, desk.on(director, Set.of(twin), TODAY).get(twin));
    Subject childFile = Subject.of(register.files.childFile(family.child()));
    for (Subject wall : List.of(Subject.of(family.child()), Subject.of(twin), childFile)) {
      assertEquals(row, desk.line(worker, row).id());
      register.access.walls().raise(director, worker.staff(), wall, Ground.CONFLICT_OF_INTEREST);
      assertEquals(Map.of(), desk.on(worker, child, TODAY), wall.toString());
      assertThrows(NotFound.class, () -> desk.line(worker, row), wall.toString());
      assertThrows(NotFound.class, () -> desk.of(worker, family.child()), wall.toString());
      assertThrows(
          NotFound.class, () -> desk.add(worker, family.child(), degree(Degree.I, TODAY, null)));
      register.access.walls().lift(director, worker.staff(), wall);
    }
    Viewer facilitator = register.viewer("key-worker");
    register
        .access
        .relations()
        .grant(
            facilitator.staff(),
            Subject.of(family.child()),
            RelationKind.FACILITATOR,
            TODAY,
            null,
            "test:" + row);
    assertThrows(NotFound.class, () -> desk.of(facilitator, family.child()));
    assertThrows(NotFound.class, () -> desk.line(facilitator, row));
    assertThrows(NotFound.class, () -> desk.remove(facilitator, row, 1));
    assertThrows(
        NotFound.class, () -> desk.add(facilitator, family.child(), degree(Degree.I, TODAY, null)));
    assertEquals(Map.of(), desk.on(facilitator, child, TODAY));
    assertThrows(
        NotFound.class,
        () -> doors.open(facilitator, "/people/" + family.child() + "/disability/new"));
    String part = doors.open(facilitator, "/people/" + family.child() + "/disability");
    assertFalse(part.contains("stupeň") || part.contains("/new"), part);
  }

  @Test
  void whoStandsInReadsAndWritesItAndACoWorkerDoesNot() {
    Family family = register.family(director, worker, "Zastupovaná");
    Set<PersonId> child = Set.of(family.child());
    UUID row = desk.add(worker, family.child(), degree(Degree.II, TODAY, null));
    Viewer deputy = related(family.child(), RelationKind.STAND_IN);
    assertEquals(Map.of(family.child(), Degree.II), desk.on(deputy, child, TODAY));
    desk.amend(deputy, row, 1, degree(Degree.III, TODAY, null));
    Viewer colleague = related(family.child(), RelationKind.CO_WORKER);
    assertEquals(Map.of(), desk.on(colleague, child, TODAY));
    assertFalse(desk.readable(colleague, family.child()));
    assertThrows(NotFound.class, () -> desk.of(colleague, family.child()));
    assertThrows(NotFound.class, () -> desk.line(colleague, row));
    assertThrows(
        NotFound.class, () -> desk.amend(colleague, row, 2, degree(Degree.I, TODAY, null)));
    assertThrows(NotFound.class, () -> desk.remove(colleague, row, 2));
  }

  private Viewer related(PersonId child, RelationKind kind) {
    Viewer viewer = register.viewer("key-worker");
    register
        .access
        .relations()
        .grant(viewer.staff(), Subject.of(child), kind, TODAY, TODAY, "test:" + viewer.staff());
    return viewer;
  }

  @Test
  void ofTwoDegreesAtOnceNeitherIsGuessed() throws Exception {
    Family one = register.family(director, worker, "Dvojstupňová");
    Family two = register.family(director, worker, "Dvojstupnova");
    desk.add(worker, one.child(), degree(Degree.II, TODAY, null));
    desk.add(worker, two.child(), degree(Degree.III, TODAY, null));
    Set<PersonId> both = Set.of(one.child(), two.child());
    assertEquals(2, desk.on(worker, both, TODAY).size());
    register.same.declare(director, two.child(), one.child());
    assertEquals(Map.of(), desk.on(worker, both, TODAY), "one of the two is out of date");
    PersonId child = register.family(director, worker, "Souběžná").child();
    Refused second =
        AtOnce.secondIsRefused(
            register,
            child,
            () -> desk.add(worker, child, degree(Degree.II, TODAY, null)),
            () -> desk.add(director, child, degree(Degree.III, TODAY, null)));
    assertEquals("since", second.field());
    assertEquals(Map.of(child, Degree.II), desk.on(worker, Set.of(child), TODAY));
  }

  @Test
  void itIsWrittenThroughThePagesAndCorrectedWithBothTextsShown() {
    Family family = register.family(director, worker, "Stránková");
    String home = "/people/" + family.child() + "/disability";
    assertTrue(doors.open(worker, "/people/" + family.child()).contains(home));
    assertTrue(doors.open(worker, home).contains(home + "/new"));
    String wrong = doors.refused(worker, 422, home + "/new", "other", "", "since", "1. 13. 2026");
    assertTrue(wrong.contains("e-since"), wrong);
    refused("degree", () -> desk.add(worker, family.child(), degree(null, TODAY, null)));
    refused(
        "until",
        () -> desk.add(worker, family.child(), degree(Degree.I, TODAY, TODAY.minusDays(1))));
    doors.post(worker, home + "/new", "degree", "II", "since", "1. 6. 2026", "decision", "UP 1");
    assertTrue(doors.open(worker, home).contains("II. stupeň"));
    DisabilityDesk.Line line = desk.of(worker, family.child()).get(0);
    String path = home + "/" + line.id();
    doors.open(worker, path + "/edit");
    doors.post(worker, path + "/edit", "version", "1", "degree", "III", "since", "1. 6. 2026");
    String both =
        doors.refused(
            worker, 422, path + "/edit", "version", "1", "degree", "IV", "since", "1. 6. 2026");
    assertTrue(both.contains("III. stupeň"), both);
    assertThrows(Stale.class, () -> desk.remove(worker, line.id(), 1));
    assertThrows(
        NotFound.class,
        () ->
            doors.open(worker, "/people/" + family.carer() + "/disability/" + line.id() + "/edit"));
    doors.post(worker, path + "/remove", "version", "2");
    assertEquals(List.of(), desk.of(worker, family.child()));
    Viewer it = register.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> doors.open(it, home));
  }

  private static void refused(String field, Executable act) {
    assertEquals(field, assertThrows(Refused.class, act).field());
  }
}
