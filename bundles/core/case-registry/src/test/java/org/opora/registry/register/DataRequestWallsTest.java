package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.duties.Duties.Line;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.duties.DutiesModule;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.complaints.application.DataRequestDesk;
import org.opora.registry.complaints.application.DataRequestView;
import org.opora.registry.complaints.application.DataRequestView.Answer;
import org.opora.registry.complaints.application.DataRequestView.Asked;
import org.opora.registry.complaints.application.DataRequestView.Extension;
import org.opora.registry.complaints.contributions.DataRequestWalls;
import org.opora.registry.complaints.domain.DataAnswer;
import org.opora.registry.complaints.domain.DataAsk;
import org.opora.registry.complaints.web.DataRequestRoutes;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** Requests about the data of somebody of the register, and those kept away from that person. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataRequestWallsTest {
  private static final LocalDate ASKED = LocalDate.of(2026, 9, 30);
  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private DataRequestDesk desk;
  private CzechDuties duties;
  private Doors doors;
  private Viewer director;
  private Viewer deputy;
  private Family family;

  @BeforeParameterizedClassInvocation
  void open() {
    register = Register.under(product, new CzechLaw());
    office = new Office(register, new DutiesModule());
    director = office.director();
    desk =
        new DataRequestDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.people,
            register.staff,
            register.evidence,
            register.house.keys(),
            Laws.of(List.of(new CzechLaw())));
    duties = new CzechDuties(register).behind(new DataRequestWalls(desk));
    doors =
        new Doors(
            register,
            new DataRequestRoutes(
                desk, register.people, new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS)));
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @BeforeEach
  void family() {
    deputy = office.colleague("director");
    family = register.family(director, null, "Vzdálená");
  }

  private static Asked asked(PersonId about) {
    return new Asked(ASKED, DataAsk.ACCESS, "Jana Nová", "Co o mně vedete?", about);
  }

  private void wall(Subject at) {
    register.access.walls().raise(director, deputy.staff(), at, Walls.Ground.CONFLICT_OF_INTEREST);
  }

  private long version(UUID request) {
    return desk.view(director, request).version();
  }

  private boolean lists(Viewer viewer, UUID request) {
    List<UUID> all = new ArrayList<>();
    String after = null;
    do {
      Page<DataRequestView> page = desk.list(viewer, after, 2);
      page.items().forEach(one -> all.add(one.id()));
      after = page.next();
    } while (after != null);
    assertEquals(all.size(), Set.copyOf(all).size(), "each once");
    return all.contains(request);
  }

  private boolean owes(Viewer viewer, UUID request) {
    List<Line> kept =
        duties.kept(register.house.database().changes()).list(viewer, TODAY).stream().toList();
    boolean owed = names(kept, request);
    assertEquals(owed, names(duties.service.list(viewer, TODAY), request), "both say the same");
    return owed;
  }

  private static boolean names(List<Line> lines, UUID request) {
    return lines.stream().anyMatch(line -> request.toString().equals(line.ref()));
  }

  private void assertOpen(Viewer viewer, UUID request) {
    assertNotNull(desk.view(viewer, request));
    assertTrue(lists(viewer, request));
    assertTrue(owes(viewer, request));
  }

  private void assertClosed(Viewer viewer, UUID request) {
    assertThrows(NotFound.class, () -> desk.view(viewer, request));
    assertFalse(lists(viewer, request));
    assertFalse(owes(viewer, request));
    long version = version(request);
    assertThrows(NotFound.class, () -> desk.amend(viewer, request, version, asked(null)));
    assertThrows(
        NotFound.class,
        () -> desk.extend(viewer, request, version, new Extension(ASKED, "Dlouho")));
    assertThrows(
        NotFound.class,
        () ->
            desk.answer(viewer, request, version, new Answer(TODAY, DataAnswer.DONE, null, null)));
    for (String door : List.of("", "/edit", "/extend", "/answer")) {
      String path = "/data-requests/" + request + door;
      assertThrows(NotFound.class, () -> doors.open(viewer, path), path);
    }
    assertThrows(
        NotFound.class,
        () -> doors.refused(viewer, 200, "/data-requests/" + request + "/find", "who", "Ema"));
    assertFalse(doors.open(viewer, "/data-requests").contains(request.toString()));
  }

  @Test
  void aWallAtThePersonClosesTheRequest() {
    UUID of = desk.record(director, asked(family.child()));
    UUID about = desk.record(director, asked(null));
    UUID other = desk.record(director, asked(family.carer()));
    assertOpen(deputy, of);
    wall(Subject.of(family.child()));
    assertClosed(deputy, of);
    assertOpen(director, of);
    assertOpen(deputy, about);
    assertOpen(deputy, other);
    register.access.walls().lift(director, deputy.staff(), Subject.of(family.child()));
    assertOpen(deputy, of);
  }

  @Test
  void aWallAtTheSubFileOfTheChildClosesIt() {
    UUID of = desk.record(director, asked(family.child()));
    UUID sub =
        register.tx.read(
            em ->
                em.createQuery("SELECT c.id FROM ChildFile c WHERE c.child = :child", UUID.class)
                    .setParameter("child", family.child().value())
                    .getSingleResult());
    wall(new Subject(Subject.Kind.CHILD_FILE, sub));
    assertClosed(deputy, of);
  }

  @Test
  void aWallAtAnotherEntryOfThePersonClosesItAsWell() {
    UUID of = desk.record(director, asked(family.child()));
    PersonId twin = register.person(director, "Ema", "Dvojitá", LocalDate.of(2018, 3, 4));
    UUID ofTwin = desk.record(director, asked(twin));
    wall(Subject.of(twin));
    assertOpen(deputy, of);
    assertClosed(deputy, ofTwin);
    register.tx.run(em -> register.access.aliases().join(twin, family.child()));
    assertClosed(deputy, of);
    assertClosed(deputy, ofTwin);
    assertEquals(
        2,
        Watched.owners(register, register.tx).stream()
            .flatMap(owner -> owner.review(register.people.idsOf(twin)).stream())
            .filter(one -> Set.of(of, ofTwin).contains(one.record()))
            .count(),
        "whoever prepares the extract of the one person finds both");
  }

  @Test
  void nobodyLinksWhomTheyMayNotKnow() {
    wall(Subject.of(family.child()));
    assertThrows(NotFound.class, () -> desk.record(deputy, asked(family.child())));
    UUID free = desk.record(deputy, asked(null));
    assertThrows(
        NotFound.class, () -> desk.amend(deputy, free, version(free), asked(family.child())));
    assertThrows(NotFound.class, () -> desk.record(director, asked(PersonId.next())));
    assertNull(desk.view(director, free).text().person());
    desk.amend(director, free, version(free), asked(family.child()));
    assertClosed(deputy, free);
  }

  @Test
  void whoAnswersRequestsButDoesNotKnowThePersonKeepsTheLink() {
    UUID of = desk.record(director, asked(family.child()));
    Viewer clerk =
        new Viewer(
            deputy.staff(),
            deputy.name(),
            Map.of(DataRequestDesk.READ, Reach.ALL, DataRequestDesk.WRITE, Reach.ALL),
            deputy.locale(),
            deputy.zone(),
            deputy.clock(),
            deputy.requestId());
    DataRequestView seen = desk.view(clerk, of);
    assertEquals(family.child(), seen.text().person());
    assertNull(seen.about(), "no name");
    desk.amend(clerk, of, seen.version(), asked(family.child()));
    assertEquals(family.child(), desk.view(director, of).about().person());
    assertThrows(
        RuntimeException.class, () -> desk.amend(clerk, of, version(of), asked(family.carer())));
    wall(Subject.of(family.child()));
    assertThrows(NotFound.class, () -> desk.view(clerk, of));
  }

  @Test
  void thePersonIsLookedForAndChosen() {
    String found =
        doors.refused(
            director, 200, "/data-requests/find", "who", "Vzdálená", "by", "Tazatel Zapsaný");
    assertTrue(found.contains("value=\"" + family.child() + "\""), found);
    assertTrue(found.contains("Tazatel Zapsaný"), "nothing typed is lost");
    wall(Subject.of(family.child()));
    assertFalse(
        doors
            .refused(deputy, 200, "/data-requests/find", "who", "Ema Vzdálená")
            .contains(family.child().toString()));
    String again =
        doors.refused(
            director, 422, "/data-requests/new", "person", family.child().toString(), "by", "");
    assertTrue(again.contains("value=\"" + family.child() + "\" selected"), again);
    String path =
        doors.post(
            director,
            "/data-requests/new",
            "on",
            "1. 10. 2026",
            "by",
            "Eva Malá",
            "kind",
            "ACCESS",
            "person",
            family.child().toString());
    String page = doors.open(director, path);
    assertTrue(page.contains("href=\"/people/" + family.child() + "\""), page);
    String edit = doors.open(director, path + "/edit");
    assertTrue(edit.contains("value=\"" + family.child() + "\" selected"), edit);
    String nobody =
        doors.refused(director, 200, path + "/find", "who", "Nikdotakový", "version", "1");
    assertTrue(
        nobody.contains("value=\"" + family.child() + "\""), "who is linked is offered still");
    doors.post(
        director,
        path + "/edit",
        "version",
        "1",
        "on",
        "1. 10. 2026",
        "by",
        "Eva Malá",
        "kind",
        "ACCESS",
        "person",
        "");
    assertFalse(doors.open(director, path).contains("/people/"), "the link is taken back");
  }

  @Test
  void whoIsErasedTakesTheWordsAlongOnceTheyAreAnswered() {
    UUID open = desk.record(director, asked(family.carer()));
    UUID done = desk.record(director, asked(family.carer()));
    desk.answer(
        director, done, version(done), new Answer(TODAY, DataAnswer.PARTLY, "Bez třetích", null));
    register.own.erase(Set.of(family.carer()));
    assertEquals("Jana Nová", desk.view(director, open).text().by(), "an answer is owed");
    DataRequestView left = desk.view(director, done);
    assertNull(left.text().by());
    assertNull(left.text().what());
    assertNull(left.answer().words());
    assertEquals(ASKED, left.text().on(), "it accounts for the answer");
    assertTrue(doors.open(director, "/data-requests/" + done).contains("nevede"));
    assertTrue(doors.open(director, "/data-requests").contains("nevede"));
  }
}
