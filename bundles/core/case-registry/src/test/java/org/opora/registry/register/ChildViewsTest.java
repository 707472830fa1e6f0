package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
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

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    views = new CaseRooms(register).views;
    director = register.viewer("director");
    worker = register.viewer("key-worker");
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
        List.of(
            Subject.of(family.file()),
            Subject.of(views.child(worker, family.file(), family.child()).file()))) {
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
}
