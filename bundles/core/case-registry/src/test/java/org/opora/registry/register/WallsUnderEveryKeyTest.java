package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.api.people.People;
import org.opora.api.tasks.Tasks;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.notes.application.NewNote;
import org.opora.registry.notes.domain.NoteKind;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.domain.About;
import org.opora.testkit.OnEveryDatabase;

/**
 * A wall at one entry of a person closes what is asked for under another one, until the two are
 * parted. What asks for walls on its own is tried here; the rest goes by the scope of a list or by
 * one decision, which are tried with people and with a request.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallsUnderEveryKeyTest {
  private static final LocalDate TODAY = Register.TODAY;

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private Viewer director;
  private Viewer worker;
  private Family family;
  private Family elsewhere;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    director = office.director();
    worker = office.colleague("key-worker");
    family = register.family(director, worker, "Tady");
    elsewhere = register.family(director, null, "Jinde");
    register.same.declare(director, elsewhere.child(), family.child());
    register.same.declare(director, family.carer(), elsewhere.carer());
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void thePersonAndTheListsOfPeople() {
    Viewer kept = office.colleague("director");
    assertEquals(2, register.people.names(kept, List.of(family.child(), elsewhere.child())).size());
    wall(kept, Subject.of(elsewhere.child()));
    assertThrows(NotFound.class, () -> register.people.view(kept, family.child()));
    assertEquals(Map.of(), register.people.names(kept, List.of(family.child(), elsewhere.child())));
    assertFalse(
        register.people.search(kept, "Tady", null, 50).items().stream()
            .anyMatch(hit -> hit.id().equals(family.child())));
    assertEquals(List.of(), register.files.header(kept, family.file()).children());
    assertEquals(List.of(), register.placements.of(kept, family.file()));
    assertEquals(1, register.files.header(kept, family.file()).carers().size(), "and nobody else");
    assertFalse(allowed(kept, family.child()));
    assertTrue(allowed(kept, family.carer()));
  }

  @Test
  void whatIsWrittenOfTheChildAlone() {
    VisitId visit = register.visits.record(worker, family.file(), visit());
    UUID note = register.care.notes.record(worker, family.file(), note());
    ChildFileId childFile = register.files.childFile(family.child());
    for (Subject at :
        List.of(
            Subject.of(family.child()),
            Subject.of(elsewhere.child()),
            Subject.of(register.files.childFile(elsewhere.child())))) {
      Viewer kept = office.colleague("director");
      assertEquals(1, register.visits.ofChild(kept, childFile, null, 5).items().size());
      wall(kept, at);
      assertThrows(NotFound.class, () -> register.visits.ofChild(kept, childFile, null, 5));
      assertThrows(NotFound.class, () -> register.care.notes.ofChild(kept, childFile, null, 5));
      assertThrows(NotFound.class, () -> register.files.child(kept, childFile));
      if (at.kind() == Subject.Kind.PERSON) {
        assertEquals(List.of(), register.visits.view(kept, visit).children());
        assertEquals(List.of(), register.visits.children(kept, family.file()));
        assertFalse(register.care.notes.view(kept, note).toString().contains("Ve škole"));
      }
    }
    assertTrue(register.care.notes.view(worker, note).toString().contains("Ve škole"));
    assertEquals(1, register.visits.view(worker, visit).children().size());
  }

  @Test
  void whoCanTakeTheFamily() {
    for (Subject at :
        List.of(
            Subject.of(elsewhere.child()),
            Subject.of(elsewhere.carer()),
            Subject.of(register.files.childFile(elsewhere.child())))) {
      Viewer kept = office.colleague("key-worker");
      assertTrue(canTake(kept));
      wall(kept, at);
      assertFalse(canTake(kept), at::toString);
    }
  }

  @Test
  void tasksOfThePerson() {
    var task =
        register.desk.add(
            worker,
            new NewTask(
                About.person(family.child(), family.file()),
                null,
                "Zjistit školku",
                worker.staff(),
                TODAY.plusDays(9)));
    Viewer kept = office.colleague("director");
    assertEquals(1, open(kept));
    assertTrue(doers(worker).contains(kept.staff()));
    wall(kept, Subject.of(elsewhere.child()));
    assertEquals(0, open(kept), "neither listed");
    assertThrows(NotFound.class, () -> register.desk.view(kept, task), "nor opened");
    assertFalse(doers(worker).contains(kept.staff()), "nor given to them");
    assertFalse(
        register
            .access
            .colleagues()
            .overseeing(People.WRITE, Set.of(Subject.of(family.child())))
            .contains(kept.staff()));
  }

  @Test
  void untilTheTwoAreParted() {
    Family here = register.family(director, worker, "Zpět");
    Family there = register.family(director, null, "Zpět jinde");
    register.same.declare(director, there.child(), here.child());
    Viewer kept = office.colleague("director");
    wall(kept, Subject.of(there.child()));
    assertFalse(allowed(kept, here.child()));
    register.same.undo(director, there.child());
    assertTrue(allowed(kept, here.child()));
    assertFalse(allowed(kept, there.child()));
    assertEquals(1, register.files.header(kept, here.file()).children().size());
  }

  private int open(Viewer viewer) {
    return register.desk.list(viewer, worker.staff(), false, null, 50).items().size();
  }

  private Set<StaffId> doers(Viewer viewer) {
    return register
        .access
        .colleagues()
        .holding(viewer, Tasks.READ, Subject.of(family.file()), Set.of(Subject.of(family.child())));
  }

  private boolean canTake(Viewer taker) {
    return register.room.handovers.takers(worker, family.file(), TODAY).can().stream()
        .anyMatch(one -> one.staff().equals(taker.staff()));
  }

  private boolean allowed(Viewer viewer, PersonId person) {
    return register.access.access().decide(viewer, CaseFiles.READ, Subject.of(person)).allowed();
  }

  private void wall(Viewer before, Subject subject) {
    register.access.walls().raise(director, before.staff(), subject, Ground.SEAL);
  }

  private NewVisit visit() {
    return new NewVisit(
        TODAY,
        null,
        60,
        true,
        Place.HOME,
        Set.of(family.carer(), family.child()),
        List.of(new ChildPart(family.child(), true, null, "Kreslí.", ViewLearntBy.CONVERSATION)),
        "Klid.");
  }

  private NewNote note() {
    return new NewNote(
        NoteKind.PHONE,
        TODAY,
        null,
        20,
        Set.of(family.carer(), family.child()),
        Map.of(family.child(), "Ve škole pláče."),
        null,
        "ZŠ Zlín",
        null,
        "Klid.");
  }
}
