package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.legal.LegalPosition.Decision;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.legal.application.NewDecision;
import org.opora.registry.legal.domain.Appeal;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What other bundles learn of the decisions about a child, and who learns it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourtDecisionsTest {
  private static final LocalDate MADE = LocalDate.of(2026, 1, 5);
  private static final LocalDate IN_FORCE = LocalDate.of(2026, 1, 20);

  @Parameter TestDatabase.Product product;
  private Register register;
  private LegalRoom room;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    room = new LegalRoom(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private static NewDecision decision(
      DecisionKind kind, LocalDate made, LocalDate force, LocalDate until) {
    return decision(kind, made, force, false, Appeal.NONE, null, until);
  }

  private static NewDecision decision(
      DecisionKind kind,
      LocalDate made,
      LocalDate force,
      boolean atOnce,
      Appeal appeal,
      LocalDate appealOn,
      LocalDate until) {
    return new NewDecision(
        kind,
        "Okresní soud v Liberci",
        "12 P 34/2026",
        kind == DecisionKind.CONTACT ? "Matka jednou za dva týdny, s doprovodem." : null,
        null,
        List.of(),
        null,
        made,
        force,
        atOnce,
        appeal,
        appealOn,
        until);
  }

  private List<UUID> found(Viewer viewer, PersonId child, LocalDate day) {
    return room.desk.decisions(viewer, child, day).stream().map(Decision::id).toList();
  }

  @Test
  void whatACourtSaidOfContactsIsToldAsItStands() {
    Family family = register.family(director, worker, "Soudní");
    UUID id =
        room.desk.add(
            worker,
            family.child(),
            decision(DecisionKind.CONTACT, MADE, IN_FORCE, LocalDate.of(2027, 1, 31)));
    Decision told = room.desk.decisions(worker, family.child(), TODAY).get(0);
    assertEquals(id, told.id());
    assertEquals(DecisionKind.CONTACT, told.kind());
    assertEquals("legal.kind.CONTACT", told.title().key());
    assertEquals("Okresní soud v Liberci", told.court());
    assertEquals("12 P 34/2026", told.reference());
    assertEquals(MADE, told.decidedOn());
    assertEquals(IN_FORCE, told.force());
    assertEquals(LocalDate.of(2027, 1, 31), told.until());
    assertEquals("Matka jednou za dva týdny, s doprovodem.", told.gist());
    assertEquals(List.of(), found(worker, family.child(), IN_FORCE.minusDays(1)));
    assertEquals(List.of(id), found(worker, family.child(), IN_FORCE));
    assertEquals(List.of(id), found(worker, family.child(), LocalDate.of(2027, 1, 31)));
    assertEquals(List.of(), found(worker, family.child(), LocalDate.of(2027, 2, 1)));
  }

  @Test
  void onlyWhatHasEffectAndConcernsCareOrContactsIsThereTheNewestFirst() {
    Family family = register.family(director, worker, "Účinná");
    PersonId child = family.child();
    UUID care =
        room.desk.add(
            worker, child, decision(DecisionKind.CARE, MADE.minusDays(1), IN_FORCE, null));
    UUID atOnce =
        room.desk.add(
            worker,
            child,
            decision(
                DecisionKind.INTERIM, TODAY.minusDays(3), null, true, Appeal.NONE, null, null));
    room.desk.add(worker, child, decision(DecisionKind.GUARDIAN, MADE, IN_FORCE, null));
    room.desk.add(worker, child, decision(DecisionKind.CONSENT, MADE, IN_FORCE, null));
    room.desk.add(worker, child, decision(DecisionKind.CONTACT, MADE, null, null));
    room.desk.add(
        worker,
        child,
        decision(
            DecisionKind.CONTACT,
            MADE,
            IN_FORCE,
            false,
            Appeal.SET_ASIDE,
            TODAY.minusDays(1),
            null));
    UUID mistaken =
        room.desk.add(worker, child, decision(DecisionKind.CONTACT, MADE, IN_FORCE, null));
    assertEquals(List.of(atOnce, mistaken, care), found(worker, child, TODAY));
    room.desk.withdrawDecision(
        worker, mistaken, room.desk.decision(worker, mistaken).version(), "jiné dítě");
    assertEquals(List.of(atOnce, care), found(worker, child, TODAY));
    Decision newest = room.desk.decisions(worker, child, TODAY).get(0);
    assertEquals(TODAY.minusDays(3), newest.force());
    assertNull(newest.gist());
    assertNull(newest.until());
  }

  @Test
  void whoeverMeetsTheChildAndDoesNotWorkWithTheFamilyIsToldNothingAndNotRefused() {
    Family family = register.family(director, worker, "Nesdělená");
    PersonId child = family.child();
    UUID id = room.desk.add(worker, child, decision(DecisionKind.CONTACT, MADE, IN_FORCE, null));
    assertEquals(List.of(id), found(director, child, TODAY));
    assertTrue(room.desk.reads(worker, child));
    for (String role : List.of("facilitator", "key-worker")) {
      Viewer meets = register.viewer(role);
      register
          .access
          .relations()
          .grant(
              meets.staff(),
              Subject.of(child),
              RelationKind.FACILITATOR,
              TODAY,
              null,
              "test:" + role);
      assertEquals(List.of(), found(meets, child, TODAY), role);
      assertFalse(room.desk.reads(meets, child), role);
    }
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> found(stranger, child, TODAY));
    assertFalse(room.desk.reads(stranger, child));
    assertThrows(NotFound.class, () -> found(director, PersonId.next(), TODAY));
  }

  @Test
  void aWallClosesThemAndTheChildIsOneUnderEveryKey() {
    Family family = register.family(director, worker, "Dvojitá");
    Family same = register.family(director, worker, "Zdvojená");
    UUID one =
        room.desk.add(worker, family.child(), decision(DecisionKind.CONTACT, MADE, IN_FORCE, null));
    UUID other =
        room.desk.add(
            worker, same.child(), decision(DecisionKind.CARE, MADE.minusDays(30), IN_FORCE, null));
    register.same.declare(director, same.child(), family.child());
    for (PersonId key : List.of(family.child(), same.child())) {
      assertEquals(List.of(one, other), found(worker, key, TODAY));
    }
    Viewer kept = register.viewer("director");
    register
        .access
        .walls()
        .raise(
            director,
            kept.staff(),
            Subject.of(register.files.childFile(same.child())),
            Ground.CONFLICT_OF_INTEREST);
    assertEquals(List.of(), found(kept, family.child(), TODAY), "at the sub-file");
    register
        .access
        .walls()
        .raise(director, kept.staff(), Subject.of(same.child()), Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> found(kept, family.child(), TODAY), "at the child");
  }
}
