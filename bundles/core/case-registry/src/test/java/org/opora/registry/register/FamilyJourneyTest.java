package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.care.Visits.VisitView;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Evidence.Key;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.Header;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/**
 * A family from the first paper to the last, with the eyes of those who may see it and of those who
 * may not.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyJourneyTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void aFamilyIsShownWithEverybodyInIt() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Dvořáková");
    Header header = register.files.header(worker, family.file());
    assertEquals(FileStatus.OPEN, header.status());
    assertEquals(
        List.of(family.carer()), header.carers().stream().map(CaseFiles.Carer::person).toList());
    assertEquals(
        List.of(family.child()), header.children().stream().map(CaseFiles.Child::person).toList());
    assertEquals(worker.staff(), header.keyWorker());
    assertEquals(LocalDate.of(2026, 1, 10), header.agreement().concludedOn());
    assertFalse(header.undisclosed());
    assertEquals(List.of(header), register.files.list(worker, FileStatus.OPEN, null, 20).items());
    assertEquals(1, register.files.count(worker, null));
    assertEquals(family.file(), register.files.find(worker, header.number()).orElseThrow());
    assertEquals(
        family.child(), register.files.child(worker, register.files.childFile(family.child())));
    assertEquals(
        "12 P 34/2025", register.placements.of(worker, family.file()).get(0).courtReference());
    assertEquals(1, register.files.history(worker, family.file()).carers().size());
    assertTrue(register.files.cover(worker, family.file()).doubts().isEmpty());
  }

  @Test
  void whoIsNotOfTheCaseSeesNothing() {
    Family family = register.family(director, register.viewer("key-worker"), "Skrytá");
    VisitId visit = register.visits.record(director, family.file(), visit(family, Register.TODAY));
    for (Viewer stranger :
        List.of(register.viewer("key-worker"), register.viewer("it-administrator"))) {
      assertTrue(register.people.search(stranger, "skryta", null, 20).items().isEmpty());
      assertTrue(
          register.people.names(stranger, List.of(family.child(), family.carer())).isEmpty());
      assertTrue(register.files.list(stranger, null, null, 20).items().isEmpty());
      assertTrue(register.files.headers(stranger, List.of(family.file())).isEmpty());
      assertEquals(0, register.files.count(stranger, null));
      assertTrue(register.search.find(stranger, "skryta", null, 20).items().isEmpty());
      assertTrue(register.timeline.recent(stranger, 20).isEmpty());
      assertTrue(register.facts.inForce(stranger, CaseFiles.READ, Register.TODAY, null).isEmpty());
      assertDenied(() -> register.people.view(stranger, family.child()));
      assertDenied(() -> register.files.header(stranger, family.file()));
      assertDenied(() -> register.files.cover(stranger, family.file()));
      assertDenied(() -> register.files.history(stranger, family.file()));
      assertDenied(() -> register.timeline.of(stranger, family.file(), null, 20));
      assertDenied(() -> register.evidence.of(stranger, family.file(), family.child(), "visit", 5));
      assertDenied(() -> register.visits.view(stranger, visit));
      assertDenied(() -> register.visits.of(stranger, family.file(), null, 20));
      assertDenied(
          () ->
              register.visits.ofChild(stranger, register.files.childFile(family.child()), null, 5));
      assertDenied(
          () -> register.visits.record(stranger, family.file(), visit(family, Register.TODAY)));
      assertDenied(() -> register.agreements.of(stranger, family.file()));
      assertDenied(() -> register.placements.of(stranger, family.file()));
      assertDenied(
          () ->
              register.files.assign(
                  stranger, family.file(), stranger.staff(), null, Register.TODAY));
    }
  }

  private static void assertDenied(org.junit.jupiter.api.function.Executable act) {
    RuntimeException denial = assertThrows(RuntimeException.class, act);
    assertTrue(
        denial instanceof NotFound || denial instanceof org.opora.api.faults.NotAllowed,
        denial.toString());
  }

  @Test
  void oneVisitCountsForEverybodyWhoWasThere() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Navštívená");
    PersonId second = register.person(director, "Petr", "Navštívený", LocalDate.of(1979, 1, 1));
    register.files.addCarer(director, family.file(), second, LocalDate.of(2026, 1, 10));
    LocalDate on = LocalDate.of(2026, 10, 20);
    VisitId id = register.visits.record(worker, family.file(), visit(family, on));
    var last = register.evidence.last("visit", List.of(family.file()), Register.TODAY);
    assertEquals(on, last.get(new Key(family.file(), family.child())).on());
    assertEquals(on, last.get(new Key(family.file(), family.carer())).on());
    assertNull(last.get(new Key(family.file(), second)), "who was not ticked was not met");
    assertTrue(register.evidence.last("visit", List.of(family.file()), on.minusDays(1)).isEmpty());
    assertEquals(
        last.get(new Key(family.file(), family.child())),
        register
            .evidence
            .lastAnywhere("visit", List.of(family.child()), Register.TODAY)
            .get(new Key(family.file(), family.child())));
    VisitView view = register.visits.view(worker, id);
    assertEquals("Klidná návštěva.", view.note());
    assertEquals("Chce psa.", view.children().get(0).view());
    assertEquals("Mgr. Jana Testová", view.by());
    assertEquals(2, register.visits.of(worker, family.file(), null, 10).items().get(0).present());
    assertEquals(
        1,
        register.timeline.of(worker, family.file(), null, 50).items().stream()
            .filter(e -> e.kind().equals("visit"))
            .count());

    NewVisit corrected =
        new NewVisit(
            on.minusDays(2),
            null,
            45,
            true,
            Place.CENTRE,
            Set.of(family.carer(), second),
            List.of(),
            "Oprava.");
    assertThrows(
        Stale.class, () -> register.visits.amend(worker, id, view.version() + 1, corrected));
    register.visits.amend(worker, id, view.version(), corrected);
    var after = register.evidence.last("visit", List.of(family.file()), Register.TODAY);
    assertEquals(
        Set.of(new Key(family.file(), family.carer()), new Key(family.file(), second)),
        after.keySet());
    assertEquals(on.minusDays(2), after.get(new Key(family.file(), second)).on());
    assertTrue(register.visits.view(worker, id).children().isEmpty());
    assertEquals(view.version() + 1, register.visits.view(worker, id).version());
  }

  @Test
  void aVisitThatCannotBeRightIsRefusedBesideItsField() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Pečlivá");
    PersonId stranger = register.person(director, "Cizí", "Člověk", null);
    assertEquals("on", refused(worker, family, visit(family, Register.TODAY.plusDays(1))).field());
    assertEquals("present", refused(worker, family, plain(Set.of(), List.of())).field());
    assertEquals("present", refused(worker, family, plain(Set.of(stranger), List.of())).field());
    assertEquals(
        "alone-" + family.child(),
        refused(worker, family, plain(Set.of(family.child()), List.of())).field());
    ChildPart noReason = new ChildPart(family.child(), false, " ", null, ViewLearntBy.NOT_LEARNT);
    assertEquals(
        "alone-" + family.child(),
        refused(worker, family, plain(Set.of(family.child()), List.of(noReason))).field());
    ChildPart noWay = new ChildPart(family.child(), true, null, "Chce psa.", null);
    assertEquals(
        "learntBy-" + family.child(),
        refused(worker, family, plain(Set.of(family.child()), List.of(noWay))).field());
    ChildPart notThere = new ChildPart(family.child(), true, null, null, null);
    assertEquals(
        "present",
        refused(worker, family, plain(Set.of(family.carer()), List.of(notThere))).field());
    assertTrue(register.visits.of(worker, family.file(), null, 5).items().isEmpty());
  }

  private Refused refused(Viewer worker, Family family, NewVisit visit) {
    return assertThrows(Refused.class, () -> register.visits.record(worker, family.file(), visit));
  }

  private static NewVisit plain(Set<PersonId> present, List<ChildPart> children) {
    return new NewVisit(Register.TODAY, null, null, false, Place.HOME, present, children, null);
  }

  private static NewVisit visit(Family family, LocalDate on) {
    return new NewVisit(
        on,
        null,
        60,
        false,
        Place.HOME,
        Set.of(family.carer(), family.child()),
        List.of(new ChildPart(family.child(), true, null, "Chce psa.", ViewLearntBy.CONVERSATION)),
        "Klidná návštěva.");
  }

  /**
   * Story S1: the child moves; its sub-file goes along, the former family's notes and worker stay
   * behind.
   */
  @Test
  void aChildMovesAndItsSubFileGoesAlong() {
    Viewer former = register.viewer("key-worker");
    Viewer next = register.viewer("key-worker");
    Family first = register.family(director, former, "Horáková");
    VisitId visit =
        register.visits.record(former, first.file(), visit(first, LocalDate.of(2026, 7, 8)));
    Family second = register.family(director, next, "Nováková");
    var stay = register.placements.of(director, first.file()).get(0);
    LocalDate moved = Register.TODAY;
    register.placements.end(director, stay.id(), moved);
    register.placements.place(director, second.file(), first.child(), moved, null);
    assertTrue(
        register.files.cover(director, second.file()).doubts().isEmpty(),
        "the day of the move is no doubt");

    assertEquals(2, register.files.header(next, second.file()).children().size());
    var story = register.visits.ofChild(next, stay.childFile(), null, 10).items();
    assertEquals("Chce psa.", story.get(0).part().view());
    assertThrows(
        NotFound.class,
        () -> register.visits.view(next, visit),
        "the former family's note stays there");
    assertThrows(NotFound.class, () -> register.people.view(next, first.carer()));
    assertEquals(
        1,
        register.visits.children(next, second.file()).stream()
            .filter(seen -> seen.child().equals(first.child()))
            .count());

    assertEquals(
        stay.childFile(), register.files.childFile(first.child()), "one sub-file for ever");
    register.people.view(former, first.child());
    register.house.clock().set(moved.plusDays(1));
    try {
      Viewer tomorrow = former;
      assertThrows(NotFound.class, () -> register.people.view(tomorrow, first.child()));
      assertTrue(register.visits.view(tomorrow, visit).children().isEmpty());
      assertEquals("Klidná návštěva.", register.visits.view(tomorrow, visit).note());
      assertTrue(register.files.header(tomorrow, first.file()).children().isEmpty());
    } finally {
      register.house.clock().set(Register.TODAY);
    }
  }

  @Test
  void theFormerKeyWorkerKeepsNothingAfterTheLastDay() {
    Viewer before = register.viewer("key-worker");
    Viewer after = register.viewer("key-worker");
    Viewer deputy = register.viewer("key-worker");
    Family family = register.family(director, before, "Předaná");
    register.files.assign(
        director, family.file(), after.staff(), deputy.staff(), Register.TODAY.plusDays(1));
    assertEquals(
        1, register.files.list(before, null, null, 5).items().size(), "the last day counts");
    assertThrows(NotFound.class, () -> register.files.header(after, family.file()));
    register.house.clock().set(Register.TODAY.plusDays(1));
    try {
      assertThrows(NotFound.class, () -> register.files.header(before, family.file()));
      assertThrows(NotFound.class, () -> register.people.view(before, family.child()));
      assertTrue(register.found(before, "predana").isEmpty());
      assertEquals(2, register.found(after, "predana").size());
      assertEquals(deputy.staff(), register.files.header(deputy, family.file()).deputy());
    } finally {
      register.house.clock().set(Register.TODAY);
    }
  }

  @Test
  void aChildInTwoFamiliesAtOnceIsADoubtInBothUntilSomebodyLooks() {
    Viewer worker = register.viewer("key-worker");
    Family one = register.family(director, worker, "Jedna");
    Family two = register.family(director, register.viewer("key-worker"), "Druhá");
    register.placements.place(director, two.file(), one.child(), LocalDate.of(2026, 5, 1), null);
    var doubt = register.files.cover(director, one.file()).doubts().get(0);
    assertEquals("two-families", doubt.kind());
    assertEquals(two.file(), doubt.other());
    assertNull(
        register.files.cover(worker, one.file()).doubts().get(0).other(),
        "the other family is none of the worker's business");
    assertEquals(1, register.files.cover(director, two.file()).doubts().size());
    register.files.settle(director, one.file(), doubt.id());
    assertTrue(register.files.cover(director, one.file()).doubts().isEmpty());
    var stay =
        register.placements.of(director, two.file()).stream()
            .filter(s -> s.child().equals(one.child()))
            .findFirst()
            .orElseThrow();
    register.placements.amend(director, stay.id(), stay.version(), stay.from(), stay.from(), null);
    assertEquals(
        1,
        register.placements.of(director, two.file()).stream()
            .filter(s -> s.until() != null)
            .count());
    assertThrows(
        Refused.class,
        () -> register.placements.place(director, one.file(), one.child(), Register.TODAY, null));
  }

  @Test
  void whenTheAgreementEndsTheFileWindsDownAndThenMayBeClosed() {
    Family family = register.family(director, null, "Končící");
    var agreement = register.agreements.of(director, family.file()).get(0);
    CaseFileId file = family.file();
    assertThrows(
        Refused.class,
        () ->
            register.agreements.conclude(
                director,
                file,
                new org.opora.api.files.Agreements.NewAgreement(
                    org.opora.api.files.CareKind.KINSHIP, false, Register.TODAY, null)));
    long version = register.files.cover(director, file).version();
    assertThrows(
        Refused.class, () -> register.files.close(director, file, version, Register.TODAY));
    register.agreements.end(director, agreement.id(), Register.TODAY.minusDays(1));
    assertEquals(FileStatus.WINDING_DOWN, register.files.header(director, file).status());
    assertTrue(
        register.files.list(director, FileStatus.WINDING_DOWN, null, 100).items().stream()
            .anyMatch(h -> h.id().equals(file)));
    assertTrue(register.facts.inForce(director, CaseFiles.READ, Register.TODAY, file).isEmpty());
    assertEquals(
        1,
        register.facts.inForce(director, CaseFiles.READ, Register.TODAY.minusDays(1), file).size());
    var stay = register.placements.of(director, file).get(0);
    register.placements.end(director, stay.id(), Register.TODAY.minusDays(1));
    register.files.close(
        director, file, register.files.cover(director, file).version(), Register.TODAY);
    assertEquals(FileStatus.CLOSED, register.files.header(director, file).status());
    assertThrows(
        Refused.class,
        () -> register.placements.place(director, file, family.child(), Register.TODAY, null));
  }

  @Test
  void factsForRulesNameEverybodyOfTheFamily() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Pravidelná");
    var fact = register.facts.inForce(worker, CaseFiles.READ, Register.TODAY, null).get(0);
    assertEquals(family.file(), fact.file());
    assertEquals(worker.staff(), fact.keyWorker());
    assertEquals(
        List.of(family.carer()), fact.carers().stream().map(CaseFiles.Carer::person).toList());
    assertEquals(LocalDate.of(2026, 1, 15), fact.children().get(0).placedOn());
    assertNull(fact.movedIn());
    register.arrivals.movedIn(director, family.file(), LocalDate.of(2026, 6, 1));
    assertEquals(
        LocalDate.of(2026, 6, 1),
        register
            .facts
            .inForce(director, CaseFiles.READ, Register.TODAY, family.file())
            .get(0)
            .movedIn());
  }

  @Test
  void whatFormerRecordsBroughtCanBeTakenBackWhileNobodyWorksWithIt() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Vracená");
    assertTrue(register.arrivals.untouched(director, family.file()));
    assertThrows(Refused.class, () -> register.arrivals.withdrawPerson(director, family.child()));
    register.arrivals.withdraw(director, family.file());
    register.arrivals.withdrawPerson(director, family.child());
    register.arrivals.withdrawPerson(director, family.carer());
    assertThrows(NotFound.class, () -> register.files.header(worker, family.file()));
    assertTrue(register.found(director, "vracena").isEmpty());
    assertTrue(register.search.find(director, "vracena", null, 5).items().isEmpty());

    Family kept = register.family(director, worker, "Pracovní");
    register.visits.record(worker, kept.file(), visit(kept, Register.TODAY));
    assertFalse(register.arrivals.untouched(director, kept.file()));
    assertThrows(Refused.class, () -> register.arrivals.withdraw(director, kept.file()));
  }

  @Test
  void evidenceOfTheSameSourceReplacesTheFact() {
    Family family = register.family(director, null, "Doložená");
    var source = java.util.UUID.randomUUID();
    var fact =
        NewFact.of("education", About.person(family.file(), family.carer()), Register.TODAY)
            .amounting(new java.math.BigDecimal("3.50"), Evidence.HOURS);
    register.evidence.record("training", source, List.of(fact));
    register.evidence.record("training", source, List.of(fact));
    var facts = register.evidence.of(director, family.file(), family.carer(), "education", 10);
    assertEquals(1, facts.size());
    assertEquals(0, new java.math.BigDecimal("3.5").compareTo(facts.get(0).quantity()));
    register.evidence.record("training", source, List.of());
    assertTrue(
        register.evidence.of(director, family.file(), family.carer(), "education", 10).isEmpty());
  }
}
