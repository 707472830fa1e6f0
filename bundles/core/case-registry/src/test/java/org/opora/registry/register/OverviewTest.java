package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.OverviewDesk;
import org.opora.registry.files.application.OverviewDesk.Overview;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** The first page of a file: let in once, and shown no more than by each of its parts alone. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewTest {
  private static final int LATEST = 6;

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private Viewer director;
  private Viewer worker;
  private Family family;
  private OverviewDesk desk;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    director = office.director();
    worker = office.colleague("key-worker");
    family = register.family(director, worker, "Přehled");
    register.visits.record(worker, family.file(), visit());
    desk = register.overview;
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void isWhatItsPartsSay() {
    for (Viewer viewer : List.of(worker, director)) {
      Overview seen = desk.of(viewer, family.file(), LATEST);
      assertEquals(register.files.cover(viewer, family.file()), seen.cover());
      assertEquals(register.visits.children(viewer, family.file()), seen.seen());
      assertEquals(
          register.timeline.of(viewer, family.file(), null, LATEST).items(), seen.latest());
      assertEquals("Chce k babičce.", seen.seen().get(0).view());
      assertTrue(seen.latest().size() >= 2, seen.latest()::toString);
    }
  }

  @Test
  void isClosedToWhoeverIsNotRelatedAndToWhoeverMayNotRead() {
    Viewer stranger = office.colleague("key-worker");
    assertThrows(NotFound.class, () -> desk.of(stranger, family.file(), LATEST));
    assertThrows(
        NotAllowed.class, () -> desk.of(without(worker, CaseFiles.READ), family.file(), LATEST));
    assertThrows(NotFound.class, () -> desk.of(director, CaseFileId.next(), LATEST));
  }

  @Test
  void keepsTheVisitsFromWhoeverMayNotReadThem() {
    Overview seen = desk.of(without(worker, Visits.READ), family.file(), LATEST);
    assertEquals(List.of(), seen.seen());
    assertFalse(seen.latest().isEmpty());
    assertTrue(seen.latest().stream().noneMatch(entry -> entry.kind().equals("visit")));
  }

  @Test
  void reachesAsFarAsEachPermissionOfItsOwn() {
    Viewer stranger = office.colleague("key-worker");
    Viewer everyFile = with(stranger, CaseFiles.READ, Reach.ALL);
    assertEquals(Reach.OWN, everyFile.reach(Visits.READ));
    assertEquals(List.of(), desk.of(everyFile, family.file(), LATEST).seen());
    Viewer everyVisit = with(everyFile, Visits.READ, Reach.ALL);
    assertEquals(1, desk.of(everyVisit, family.file(), LATEST).seen().size());
  }

  @Test
  void isClosedByAWallAtTheFileAndSilentAboutAChildBehindOne() {
    Viewer kept = office.colleague("director");
    assertEquals(1, desk.of(kept, family.file(), LATEST).seen().size());
    wall(kept, Subject.of(family.child()));
    Overview silent = desk.of(kept, family.file(), LATEST);
    assertEquals(List.of(), silent.cover().header().children());
    assertEquals(List.of(), silent.seen());
    wall(kept, Subject.of(family.file()));
    assertThrows(NotFound.class, () -> desk.of(kept, family.file(), LATEST));
  }

  private void wall(Viewer kept, Subject at) {
    register.access.walls().raise(director, kept.staff(), at, Ground.SEAL);
  }

  private static Viewer without(Viewer viewer, String permission) {
    return with(viewer, permission, Reach.NONE);
  }

  private static Viewer with(Viewer viewer, String permission, Reach reach) {
    Map<String, Reach> grants = new HashMap<>(viewer.grants());
    grants.put(permission, reach);
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        grants,
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  private NewVisit visit() {
    return new NewVisit(
        Register.TODAY,
        null,
        60,
        true,
        Place.HOME,
        Set.of(family.carer(), family.child()),
        List.of(
            new ChildPart(
                family.child(), true, null, "Chce k babičce.", ViewLearntBy.CONVERSATION)),
        "Klid.");
  }
}
