package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.application.RequestDesk.Answer;
import org.opora.registry.intake.application.RequestDesk.Asked;
import org.opora.registry.intake.application.RequestLine;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** A wall at the carer who asked closes their request at every door, and leaves the others open. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestWallTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final String MIGRATION = "/db/V311__who_a_story_tells_of.sql";

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Doors doors;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    doors = rooms.doors();
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void aWallAtTheCarerClosesTheirRequest() {
    closesTheRequest(petr -> petr);
  }

  @Test
  void aWallAtAnotherEntryOfTheCarerClosesTheirRequest() {
    closesTheRequest(this::another);
  }

  /** What was written before entries of the story knew whom they tell of. */
  @Test
  void aWallClosesAlsoTheStoryOfRequestsFromBefore() throws IOException {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Dřívější");
    close(director, family, ask(director, family, family.carer()));
    wall(worker, family.carer());
    register.tx.run(
        em ->
            em.createNativeQuery("UPDATE CASE_REGISTRY.TIMELINE SET PERSON = NULL")
                .executeUpdate());
    assertEquals(List.of(1, 1), story(worker, family));
    String migration;
    try (InputStream in = getClass().getResourceAsStream(MIGRATION)) {
      migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String update = migration.substring(migration.indexOf("UPDATE"), migration.lastIndexOf(';'));
    register.tx.run(em -> em.createNativeQuery(update).executeUpdate());
    assertEquals(List.of(0, 0), story(worker, family));
    assertEquals(List.of(1, 1), story(director, family));
  }

  private void closesTheRequest(UnaryOperator<PersonId> walled) {
    Viewer worker = register.viewer("key-worker");
    Viewer deputy = register.viewer("key-worker");
    Family family = register.family(director, worker, "Rozvedená");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    PersonId petr = register.person(director, "Petr", "Rozvedený", LocalDate.of(1978, 5, 5));
    register.files.addCarer(director, family.file(), petr, LocalDate.of(2026, 1, 10));
    UUID hers = ask(director, family, family.carer());
    UUID his = ask(director, family, petr);
    UUID answered = ask(director, family, petr);
    close(director, family, answered);
    assertEquals(Set.of(hers, his), open(worker, family));
    assertEquals(List.of(3, 1), story(worker, family), "three asked, one was answered");

    wall(worker, walled.apply(petr));
    assertThrows(NotFound.class, () -> rooms.requests.view(worker, family.file(), his));
    assertThrows(NotFound.class, () -> rooms.requests.view(worker, family.file(), answered));
    assertEquals(Set.of(hers), open(worker, family));
    assertEquals(Set.of(hers), ids(rooms.requests.list(worker, null, false, null, 50)));
    assertEquals(Set.of(), ids(rooms.requests.list(worker, null, true, null, 50)));
    assertEquals(Set.of(), ids(rooms.requests.list(worker, family.file(), true, null, 50)));
    long version = rooms.requests.view(deputy, family.file(), his).version();
    Asked again = new Asked(TODAY, petr, "cz.47a.a", "Jindy");
    assertThrows(NotFound.class, () -> rooms.requests.record(worker, family.file(), again));
    assertThrows(NotFound.class, () -> rooms.requests.amend(worker, his, version, again));
    assertThrows(NotFound.class, () -> close(worker, family, his, version));
    long own = rooms.requests.view(worker, family.file(), hers).version();
    assertThrows(
        NotFound.class,
        () -> rooms.requests.amend(worker, hers, own, again),
        "nor is a request moved behind the wall");

    String closed = page(family, his);
    assertThrows(NotFound.class, () -> doors.open(worker, closed));
    assertThrows(NotFound.class, () -> doors.open(worker, closed + "/edit"));
    for (String list :
        List.of("/requests", "/requests/card", "/files/" + family.file() + "/requests")) {
      assertFalse(doors.open(worker, list).contains(closed), list);
      assertTrue(doors.open(worker, list).contains(page(family, hers)), list);
      assertTrue(doors.open(deputy, list).contains(closed), list);
    }
    assertEquals(2, export(worker).lines().count(), "the heading and hers");
    assertEquals(3, export(deputy).lines().count());
    assertEquals(List.of(1, 0), story(worker, family), "she asked, and nobody else did");
    assertEquals(1, recent(worker));
    assertEquals(List.of(3, 1), story(deputy, family));
    assertEquals(4, recent(deputy));
    assertEquals(List.of(page(family, hers)), reminders(worker));
    close(worker, family, hers);
  }

  @Test
  void theReminderGoesToWhomNoWallKeepsAway() {
    reminds(petr -> petr);
  }

  @Test
  void theReminderGoesToWhomNoWallAtAnotherEntryKeepsAway() {
    reminds(this::another);
  }

  private void reminds(UnaryOperator<PersonId> walled) {
    Viewer worker = register.viewer("key-worker");
    Viewer deputy = register.viewer("key-worker");
    Family family = register.family(director, worker, "Připomínaná");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    PersonId petr = register.person(director, "Petr", "Připomínaný", LocalDate.of(1978, 5, 5));
    register.files.addCarer(director, family.file(), petr, LocalDate.of(2026, 1, 10));
    PersonId at = walled.apply(petr);
    wall(worker, at);
    UUID his = ask(director, family, petr);
    assertEquals(List.of(), reminders(worker));
    assertEquals(List.of(page(family, his)), reminders(deputy));

    UUID mistaken = ask(deputy, family, family.carer());
    assertEquals(List.of(page(family, mistaken)), reminders(worker));
    long version = rooms.requests.view(deputy, family.file(), mistaken).version();
    rooms.requests.amend(deputy, mistaken, version, new Asked(TODAY, petr, "cz.47a.a", "Jindy"));
    assertEquals(List.of(), reminders(worker), "it was he who asked");
    assertEquals(2, reminders(deputy).size());

    wall(deputy, at);
    Viewer leading = register.viewer("director");
    UUID third = ask(leading, family, petr);
    assertEquals(List.of(page(family, third)), reminders(leading));
  }

  @Test
  void whatIsDoneForACarerIsNoStoryOfTheirFile() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Hotová");
    ask(worker, family, family.carer());
    TaskLine task = register.desk.list(worker, worker.staff(), false, null, 5).items().get(0);
    assertEquals(family.carer(), task.person());
    register.desk.finish(worker, task.id(), task.version(), null);
    assertFalse(
        register.timeline.of(worker, family.file(), null, 50).items().stream()
            .anyMatch(entry -> entry.kind().equals("task")),
        "a wall at the carer could not close it there");
  }

  /** Another entry of the register that is the same person. */
  private PersonId another(PersonId person) {
    PersonId entry = register.person(director, "Petr", "Týž", null);
    register.same.declare(director, entry, person);
    return entry;
  }

  private UUID ask(Viewer viewer, Family family, PersonId by) {
    return rooms.requests.record(
        viewer, family.file(), new Asked(TODAY, by, "cz.47a.b", "Týden o prázdninách"));
  }

  private void close(Viewer viewer, Family family, UUID request) {
    close(viewer, family, request, rooms.requests.view(viewer, family.file(), request).version());
  }

  private void close(Viewer viewer, Family family, UUID request, long version) {
    rooms.requests.answer(
        viewer, request, version, new Answer("Víkend", TODAY, Outcome.PROVIDED, TODAY, null));
  }

  private void wall(Viewer before, PersonId person) {
    register
        .access
        .walls()
        .raise(director, before.staff(), Subject.of(person), Ground.CONFLICT_OF_INTEREST);
  }

  private Set<UUID> open(Viewer viewer, Family family) {
    return ids(rooms.requests.list(viewer, family.file(), false, null, 50));
  }

  private static Set<UUID> ids(Page<RequestLine> page) {
    Set<UUID> ids = new HashSet<>();
    page.items().forEach(line -> ids.add(line.id()));
    return ids;
  }

  private static String page(Family family, UUID request) {
    return "/files/" + family.file() + "/requests/" + request;
  }

  /** How often the story of the file tells that somebody asked, and that they were answered. */
  private List<Integer> story(Viewer viewer, Family family) {
    List<String> kinds =
        register.timeline.of(viewer, family.file(), null, 50).items().stream()
            .map(entry -> entry.kind())
            .toList();
    return List.of(
        Collections.frequency(kinds, RequestDesk.ASKED),
        Collections.frequency(kinds, RequestDesk.ANSWERED));
  }

  private long recent(Viewer viewer) {
    return register.timeline.recent(viewer, 50).stream()
        .filter(one -> one.entry().kind().startsWith(RequestDesk.ASKED))
        .count();
  }

  /** Pages of requests that the viewer's own open tasks lead to. */
  private List<String> reminders(Viewer viewer) {
    return register.desk.list(viewer, viewer.staff(), false, null, 50).items().stream()
        .map(TaskLine::href)
        .toList();
  }

  private String export(Viewer viewer) {
    return new String(
        doors.take(
            doors.knock(viewer, "/requests/export", Map.of()).asking("format", "csv"),
            new HashSet<>()),
        StandardCharsets.UTF_8);
  }
}
