package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.house.application.ReadingsDesk;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.registry.views.application.ChildViews;
import org.opora.registry.views.application.ChildViews.NewView;
import org.opora.registry.views.application.Said;
import org.opora.registry.views.contributions.ChildViewReading;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;
import org.opora.testkit.OnEveryDatabase;

/** What children say, who reads it, and when they are asked again. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChildViewsTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private ChildViews views;
  private Viewer director;
  private Viewer worker;
  private Moves moves;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    views = new CaseRooms(register).views;
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    moves = new Moves(register, director);
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @AfterEach
  void today() {
    register.house.clock().set(TODAY);
  }

  private static NewView said(LocalDate on, String words, Circle... readers) {
    return new NewView(on, words, ViewLearntBy.CONVERSATION, Set.of(readers), Chooser.CHILD);
  }

  private static String field(Executable refused) {
    return assertThrows(Refused.class, refused).field();
  }

  private Said one(Viewer viewer, Family family, UUID view) {
    return views.find(viewer, family.file(), view);
  }

  @Test
  void theChildSaysWhoReadsIt() {
    Family family = register.family(director, worker, "Důvěrná");
    UUID kept = views.write(worker, family.file(), family.child(), said(TODAY, "Doma se hádají."));
    UUID open =
        views.write(
            worker,
            family.file(),
            family.child(),
            said(TODAY, "Chce psa.", Circle.HOUSE, Circle.CARERS, Circle.COURT));
    assertEquals("Doma se hádají.", one(worker, family, kept).words());
    Said seen = one(director, family, kept);
    assertNull(seen.words(), "no role goes beyond what the child allowed");
    assertTrue(seen.kept());
    assertEquals(TODAY, seen.on(), "that it was asked is no secret");
    assertEquals("Chce psa.", one(director, family, open).words());
    assertEquals(List.of("Chce psa."), words(worker, family, Circle.CARERS));
    assertEquals(List.of("Chce psa."), words(worker, family, Circle.COURT));
    assertEquals(List.of(), words(worker, family, Circle.AUTHORITY));

    assertThrows(
        NotFound.class,
        () ->
            views.letRead(
                director,
                family.file(),
                kept,
                seen.version(),
                Set.of(Circle.HOUSE),
                Chooser.WORKER),
        "nobody opens it to themselves");
    views.letRead(
        worker,
        family.file(),
        kept,
        seen.version(),
        Set.of(Circle.HOUSE, Circle.AUTHORITY),
        Chooser.WORKER);
    assertEquals("Doma se hádají.", one(director, family, kept).words());
    assertEquals(Chooser.WORKER, one(director, family, kept).chosenBy());
    assertEquals(List.of("Doma se hádají."), words(director, family, Circle.AUTHORITY));
    assertThrows(
        Stale.class,
        () -> views.letRead(worker, family.file(), kept, seen.version(), Set.of(), Chooser.CHILD));
  }

  private List<String> words(Viewer viewer, Family family, Circle circle) {
    return views.as(viewer, family.file(), circle).stream().map(Said::words).toList();
  }

  /** Whoever looks after the family next reads it; whoever did before has no way to the file. */
  @Test
  void theDeputyReadsItAndAStrangerKnowsNothing() {
    Viewer deputy = register.viewer("key-worker");
    Viewer stranger = register.viewer("key-worker");
    Family family = register.family(director, worker, "Zástupná");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    UUID view = views.write(worker, family.file(), family.child(), said(TODAY, "Bojí se."));
    assertEquals("Bojí se.", one(deputy, family, view).words());
    assertEquals("Bojí se.", one(related(family, RelationKind.STAND_IN), family, view).words());
    assertNull(one(related(family, RelationKind.CO_WORKER), family, view).words());
    assertThrows(NotFound.class, () -> views.of(stranger, family.file()));
    assertThrows(
        NotFound.class,
        () -> views.write(stranger, family.file(), family.child(), said(TODAY, "Nic.")));
  }

  private Viewer related(Family family, RelationKind kind) {
    Viewer viewer = register.viewer("key-worker");
    for (Subject subject :
        List.of(Subject.of(family.file()), Subject.of(register.files.childFile(family.child())))) {
      register
          .access
          .relations()
          .grant(viewer.staff(), subject, kind, TODAY, null, "test:" + viewer.staff() + subject);
    }
    return viewer;
  }

  @Test
  void aWallAtTheChildClosesWhatItSaid() {
    Family family = register.family(director, worker, "Oddělená");
    views.write(worker, family.file(), family.child(), said(TODAY, "Tajné.", Circle.HOUSE));
    for (Subject walled :
        List.of(Subject.of(family.child()), Subject.of(register.files.childFile(family.child())))) {
      Viewer kept = register.viewer("director");
      register.access.walls().raise(director, kept.staff(), walled, Walls.Ground.SEAL);
      assertEquals(List.of(), views.of(kept, family.file()));
      assertEquals(List.of(), views.as(kept, family.file(), Circle.HOUSE));
      assertThrows(
          NotFound.class,
          () -> views.write(kept, family.file(), family.child(), said(TODAY, "Nic.")));
    }
  }

  @Test
  void whatIsMissingIsSaidBesideTheField() {
    Family family = register.family(director, worker, "Neúplná");
    assertEquals("words", field(() -> write(family, said(TODAY, " "))));
    assertEquals("on", field(() -> write(family, said(TODAY.plusDays(1), "Zítra."))));
    assertEquals(
        "learntBy",
        field(() -> write(family, new NewView(TODAY, "A", null, Set.of(), Chooser.CHILD))));
    assertEquals(
        "chosenBy",
        field(() -> write(family, new NewView(TODAY, "A", ViewLearntBy.PLAY, Set.of(), null))));
    assertThrows(
        NotFound.class,
        () -> views.write(worker, family.file(), family.carer(), said(TODAY, "Dospělý.")),
        "only of a child of the file");
  }

  private UUID write(Family family, NewView view) {
    return views.write(worker, family.file(), family.child(), view);
  }

  private List<LocalDate> due(Family family, boolean done) {
    return register.desk.ofFile(worker, family.file(), List.of(), done, null, 20).items().stream()
        .map(TaskLine::due)
        .sorted()
        .toList();
  }

  @Test
  void theChildIsAskedAgainAfterHalfAYear() {
    Family family = register.family(director, worker, "Půlroční");
    LocalDate first = TODAY.minusDays(20);
    write(family, said(first, "Chce psa."));
    assertEquals(List.of(first.plusMonths(6)), due(family, false));
    assertEquals(Map.of(family.file(), first), heard(family), "it proves that it was heard");
    write(
        family,
        new NewView(TODAY, "Nechtěla mluvit.", ViewLearntBy.NOT_LEARNT, Set.of(), Chooser.WORKER));
    assertEquals(List.of(first.plusMonths(6)), due(family, false), "it is still to be asked");
    assertEquals(Map.of(family.file(), first), heard(family));
    write(family, said(TODAY.minusDays(30), "Dodatečně zapsáno."));
    assertEquals(List.of(first.plusMonths(6)), due(family, false), "the last one counts");
    write(family, said(TODAY, "Chce kočku."));
    assertEquals(List.of(TODAY.plusMonths(6)), due(family, false));
    assertEquals(List.of(first.plusMonths(6)), due(family, true));
    assertEquals(Map.of(family.file(), TODAY), heard(family));
  }

  private Map<CaseFileId, LocalDate> heard(Family family) {
    return register
        .evidence
        .last(ChildViews.EVIDENCE, List.of(family.file()), TODAY)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(one -> one.getKey().file(), one -> one.getValue().on()));
  }

  @Test
  void theCentreDecidesAfterHowLong() {
    Family family = register.family(director, worker, "Slíbená");
    ReadingsDesk readings =
        new ReadingsDesk(register.access.access(), register.care.settings)
            .with(new ChildViewReading());
    write(family, said(TODAY, "Chce psa."));
    Viewer boss = register.viewer("director");
    LocalDate later = TODAY.plusDays(40);
    long version = readings.one(boss, ChildViews.READING).version();
    readings.choose(boss, ChildViews.READING, version, "3-months", later, "Vnitřní pravidla");
    assertEquals(List.of(TODAY.plusMonths(6)), due(family, false), "as it was promised");
    register.house.clock().set(later);
    write(family, said(later, "Chce kočku."));
    assertEquals(List.of(later.plusMonths(3)), due(family, false));
    register.house.clock().set(TODAY);
  }

  /** Whoever prepares the extract is told what the child does not want its carers to read. */
  @Test
  void theExtractSaysWhatTheCarersAreNotToRead() {
    Family family = register.family(director, worker, "Výpisová");
    UUID kept = write(family, said(TODAY, "Doma se hádají.", Circle.HOUSE));
    UUID open = write(family, said(TODAY, "Chce psa.", Circle.CARERS));
    Map<UUID, String> named =
        register.own.review(Set.of(family.child())).stream()
            .filter(one -> one.label().key().startsWith("field.child-view"))
            .collect(Collectors.toMap(one -> one.record(), one -> one.label().key()));
    assertEquals(Map.of(kept, "field.child-view-kept", open, "field.child-view"), named);
    assertFalse(
        register.own.export(Set.of(family.child())).stream()
            .anyMatch(fact -> fact.value().contains("hádají")));
  }

  /** Colleagues are colleagues also in an emergency; an inspector is nobody's colleague. */
  @Test
  void whoeverComesFromOutsideReadsNothingThatColleaguesMay() {
    Family family = register.family(director, worker, "Kontrolovaná");
    UUID open = write(family, said(TODAY, "Chce psa.", Circle.HOUSE));
    UUID kept = write(family, said(TODAY, "Bojí se."));
    Viewer inspector = lent("inspector", RelationKind.INSPECTOR, family);
    assertNull(one(inspector, family, open).words());
    assertEquals(Set.of(Circle.HOUSE), one(inspector, family, open).readers());
    assertEquals(List.of(), views.as(inspector, family.file(), Circle.HOUSE));
    Viewer colleague = lent("key-worker", RelationKind.EMERGENCY, family);
    assertEquals("Chce psa.", one(colleague, family, open).words());
    assertNull(one(colleague, family, kept).words(), "no emergency goes beyond the child's word");
  }

  private Viewer lent(String role, RelationKind kind, Family family) {
    Viewer viewer = register.viewer(role);
    for (Subject subject :
        List.of(Subject.of(family.file()), Subject.of(register.files.childFile(family.child())))) {
      register
          .access
          .relations()
          .lend(
              viewer.staff(),
              subject,
              kind,
              TODAY,
              null,
              viewer.now().plus(Duration.ofDays(400)),
              "test:" + viewer.staff() + subject);
    }
    return viewer;
  }

  @Test
  void aChildChangesItsMindAlsoWhenTheFileIsClosed() {
    Family family = moves.accompanied(worker, "Zavřená");
    UUID view = write(family, said(TODAY, "Chce psa.", Circle.CARERS, Circle.COURT));
    moves.close(family);
    LocalDate later = TODAY.plusDays(30);
    register.house.clock().set(later);
    Said before = one(worker, family, view);
    assertEquals("Chce psa.", before.words(), "whoever led the family answers for it still");
    letRead(worker, family, view, Set.of(Circle.COURT));
    assertEquals(Set.of(Circle.COURT), one(worker, family, view).readers());
    assertEquals(later, one(worker, family, view).chosenOn());
    assertNull(one(director, family, view).words());
    assertThrows(
        NotFound.class,
        () -> letRead(director, family, view, Set.of(Circle.COURT, Circle.HOUSE)),
        "nobody opens it to themselves");
    letRead(director, family, view, Set.of());
    assertEquals(Set.of(), one(worker, family, view).readers());
    assertNull(one(director, family, view).words());
  }

  private void letRead(Viewer viewer, Family family, UUID view, Set<Circle> readers) {
    views.letRead(
        viewer, family.file(), view, one(viewer, family, view).version(), readers, Chooser.CHILD);
  }

  @Test
  void aChildThatHasMovedTakesItsWordsAwayWhereItLivesNow() {
    Viewer next = register.viewer("key-worker");
    Family former = register.family(director, worker, "Bývalá");
    Family now = register.family(director, next, "Nynější");
    UUID view = write(former, said(TODAY.minusDays(9), "Chce psa.", Circle.HOUSE, Circle.CARERS));
    UUID kept = write(former, said(TODAY.minusDays(9), "Bojí se."));
    assertEquals(List.of(), views.brought(director, now.file()));
    moves.to(former, now);

    Said brought = views.brought(next, now.file()).get(0);
    assertEquals(
        List.of(view), ids(views.brought(next, now.file())), "of what nobody reads, nothing");
    assertNull(brought.words());
    assertNull(brought.by());
    assertEquals(List.of(), views.of(next, now.file()), "the words stay where they were said");
    assertEquals(List.of(), views.as(next, now.file(), Circle.CARERS));
    assertThrows(
        NotFound.class,
        () -> letRead(next, now, view, Set.of(Circle.HOUSE, Circle.COURT)),
        "whoever does not read it opens it to nobody");
    assertThrows(NotFound.class, () -> one(next, now, kept));
    Viewer beside =
        related(new Family(now.file(), now.carer(), former.child()), RelationKind.CO_WORKER);
    assertEquals(List.of(), views.brought(beside, now.file()), "only whoever leads");
    Viewer walled = register.viewer("director");
    register
        .access
        .walls()
        .raise(director, walled.staff(), Subject.of(former.file()), Walls.Ground.SEAL);
    assertEquals(List.of(), views.brought(walled, now.file()));

    String form = "/files/" + now.file() + "/views/" + view + "/readers";
    Doors doors = new Doors(register, new CaseRooms(register).routes(new PageHouse(TODAY)));
    assertTrue(doors.open(next, "/files/" + now.file() + "/views").contains(form));
    String page = doors.open(next, form);
    assertFalse(page.contains("Chce psa."), page);
    assertFalse(page.contains("value=\"COURT\""), "there is nothing to open");
    doors.post(
        next,
        form,
        "version",
        String.valueOf(brought.version()),
        "readers",
        "HOUSE",
        "chosenBy",
        "CHILD");
    assertEquals(Set.of(Circle.HOUSE), views.brought(next, now.file()).get(0).readers());
    letRead(director, now, view, Set.of());
    assertEquals(List.of(), views.brought(next, now.file()));
    assertEquals(Set.of(), one(director, former, view).readers());
  }

  private static List<UUID> ids(List<Said> views) {
    return views.stream().map(Said::id).toList();
  }

  /** Nobody is related to its sub-file any more, and somebody still answers for the file. */
  @Test
  void whatAChildSaidStaysWhereItLivedLast() {
    Family family = register.family(director, worker, "Opuštěná");
    UUID view = write(family, said(TODAY, "Chce psa.", Circle.HOUSE));
    Viewer inspector = lent("inspector", RelationKind.INSPECTOR, family);
    moves.leaves(family, TODAY);
    register.house.clock().set(TODAY.plusDays(20));
    assertEquals("Chce psa.", one(worker, family, view).words());
    assertNull(one(inspector, family, view).words());
    assertThrows(NotFound.class, () -> views.of(register.viewer("key-worker"), family.file()));
    for (Subject walled :
        List.of(Subject.of(family.child()), Subject.of(register.files.childFile(family.child())))) {
      Viewer deputy = register.viewer("key-worker");
      register.files.assign(
          director, family.file(), worker.staff(), deputy.staff(), TODAY.plusDays(20));
      assertEquals(List.of(view), ids(views.of(deputy, family.file())));
      register.access.walls().raise(director, deputy.staff(), walled, Walls.Ground.SEAL);
      assertEquals(List.of(), views.of(deputy, family.file()));
    }
    Family next = register.family(director, register.viewer("key-worker"), "Další");
    register.placements.place(director, next.file(), family.child(), TODAY.plusDays(20), null);
    assertEquals(List.of(), views.of(worker, family.file()), "it lives elsewhere now");
  }

  @Test
  void theTaskToAskGoesWithTheChild() {
    Viewer next = register.viewer("key-worker");
    Family former = register.family(director, worker, "Odcházející");
    Family now = register.family(director, next, "Přijímající");
    LocalDate due = TODAY.minusDays(9).plusMonths(6);
    write(former, said(TODAY.minusDays(9), "Chce psa."));
    assertEquals(List.of(due), due(former, false));
    moves.leaves(former, TODAY.minusDays(1));
    assertEquals(List.of(), open(director, former), "nobody asks a child that is gone");
    register.placements.place(director, now.file(), former.child(), TODAY, null);
    assertEquals(
        List.of("/files/" + now.file() + "/views/" + former.child() + "/new"), open(next, now));
    assertEquals(List.of(due), dues(next, now));
    assertEquals(next.staff(), mine(next).get(0).doer());
    views.write(next, now.file(), former.child(), said(TODAY, "Chce kočku."));
    assertEquals(List.of(TODAY.plusMonths(6)), dues(next, now));
    moves.close(moves.accompanied(next, "Jiná"));
    assertEquals(List.of(TODAY.plusMonths(6)), dues(next, now), "another file is none of its");
  }

  private List<TaskLine> lines(Viewer viewer, Family family) {
    return register.desk.ofFile(viewer, family.file(), List.of(), false, null, 20).items();
  }

  private List<String> open(Viewer viewer, Family family) {
    return lines(viewer, family).stream().map(TaskLine::href).toList();
  }

  private List<LocalDate> dues(Viewer viewer, Family family) {
    return lines(viewer, family).stream().map(TaskLine::due).toList();
  }

  private List<TaskLine> mine(Viewer viewer) {
    return register.desk.list(viewer, viewer.staff(), false, null, 20).items();
  }

  @Test
  void theStoryLeadsNobodyIntoTheFormerFamily() {
    Viewer next = register.viewer("key-worker");
    Family former = register.family(director, worker, "Vyprávěná");
    Family now = register.family(director, next, "Vyprávějící");
    write(former, said(TODAY.minusDays(9), "Chce psa."));
    assertEquals(
        List.of("/files/" + former.file() + "/tab/aims"),
        moves.links(worker, former.file(), "child-view"));
    moves.to(former, now);
    assertEquals(Collections.singletonList(null), moves.links(next, now.file(), "child-view"));
    assertEquals(
        List.of("/files/" + former.file() + "/tab/aims"),
        moves.links(director, former.file(), "child-view"));

    List<String> kinds = List.of("child-view");
    assertEquals(kinds, moves.story(next, now.file(), kinds));
    assertEquals(kinds, moves.news(next, kinds));
    register
        .access
        .walls()
        .raise(director, next.staff(), Subject.of(former.file()), Walls.Ground.SEAL);
    assertEquals(List.of(), moves.story(next, now.file(), kinds));
    assertEquals(List.of(), moves.news(next, kinds));
  }
}
