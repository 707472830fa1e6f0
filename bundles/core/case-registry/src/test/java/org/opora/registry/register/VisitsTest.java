package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.care.Visits.VisitView;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.TaskId;
import org.opora.api.ids.VisitId;
import org.opora.api.module.spi.Module;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.safety.Safety;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.care.application.Prints;
import org.opora.registry.care.application.Scans;
import org.opora.registry.care.application.Signing.NewSignature;
import org.opora.registry.care.application.VisitMoves;
import org.opora.registry.care.application.VisitPapers;
import org.opora.registry.care.application.VisitSheets;
import org.opora.registry.care.application.VisitVersions;
import org.opora.registry.care.application.Wording;
import org.opora.registry.care.contributions.VisitLockReading;
import org.opora.registry.care.domain.ScanKind;
import org.opora.registry.care.domain.VisitScan;
import org.opora.registry.house.application.ReadingsDesk;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.registry.tasks.domain.About;
import org.opora.testkit.OnEveryDatabase;

/** Visits as evidence: what may still be corrected, what stays, and what leaves a trace. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitsTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
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

  private static NewVisit visit(Family family, LocalDate on, String note) {
    return new NewVisit(
        on,
        null,
        60,
        false,
        Place.HOME,
        Set.of(family.carer(), family.child()),
        List.of(new ChildPart(family.child(), true, null, "Chce psa.", ViewLearntBy.CONVERSATION)),
        note,
        40,
        27);
  }

  private static NewVisit adults(Family family, LocalDate on, String note) {
    return new NewVisit(
        on, null, 60, false, Place.HOME, Set.of(family.carer()), List.of(), note, null, null);
  }

  private VisitView view(VisitId id) {
    return register.visits.view(worker, id);
  }

  @Test
  void aSlipIsCorrectedWithoutATraceWhileTheEntryIsOpen() {
    Family family = register.family(director, worker, "Otevřená");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    assertEquals(TODAY.plusDays(7), view(id).openUntil());
    assertEquals(40, view(id).travelMinutes());
    assertEquals(27, view(id).kilometres());
    register.house.clock().set(TODAY.plusDays(7));
    assertFalse(view(id).locked());
    register.visits.amend(worker, id, view(id).version(), visit(family, TODAY, "Klid a mír."));
    assertEquals("Klid a mír.", view(id).note());
    assertTrue(register.care.versions.of(worker, id).isEmpty());
    assertEquals(0, register.care.versions.count(worker, family.file(), id));
  }

  @Test
  void aLockedEntryIsAmendedWithAReasonAndBothVersionsStay() {
    Family family = register.family(director, worker, "Uzamčená");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    register.house.clock().set(TODAY.plusDays(8));
    assertTrue(view(id).locked());
    long version = view(id).version();
    NewVisit now = adults(family, TODAY.minusDays(1), "Bez dítěte.");
    Refused refused =
        assertThrows(Refused.class, () -> register.visits.amend(worker, id, version, now));
    assertEquals("why", refused.field());
    assertThrows(Refused.class, () -> register.visits.amend(worker, id, version, now, "  "));
    assertEquals("Klid.", view(id).note(), "nothing of a refused change stays");
    register.visits.amend(worker, id, version, now, "Ema byla ve škole.");
    assertThrows(
        Stale.class, () -> register.visits.amend(worker, id, version, now, "Podruhé totéž."));

    Wording.Change change = register.care.versions.of(worker, id).get(0);
    assertEquals("Ema byla ve škole.", change.why());
    assertEquals("Klid.", change.before().note());
    assertEquals("Bez dítěte.", change.after().note());
    assertEquals(TODAY, change.before().on());
    assertEquals(27, change.before().kilometres());
    assertNull(change.after().kilometres());
    assertEquals(
        Set.of("on", "present", "note", "travel", "kilometres"), change.changed(), "and no more");
    Wording.Child child = change.children().get(0);
    assertEquals("Chce psa.", child.before().view());
    assertNull(child.after());
    assertEquals(Set.of(family.carer(), family.child()), change.before().present().keySet());
    assertFalse(
        register.evidence.last("visit", List.of(family.file()), TODAY).keySet().stream()
            .anyMatch(key -> key.person().equals(family.child())),
        "what it proves follows");

    register.visits.amend(
        worker, id, view(id).version(), adults(family, TODAY, "Bez dítěte."), "Datum platilo.");
    List<Wording.Change> changes = register.care.versions.of(worker, id);
    assertEquals(2, changes.size());
    assertEquals(TODAY.minusDays(1), changes.get(0).before().on(), "the newest first");
    assertEquals(changes.get(1).after(), changes.get(0).before());
    assertEquals(2, register.care.versions.count(worker, family.file(), id));
  }

  @Test
  void theCentreDecidesHowLongAndNobodyIsTakenByIt() {
    Viewer boss = register.viewer("director");
    Family family = register.family(director, worker, "Lhůtová");
    ReadingsDesk readings =
        new ReadingsDesk(register.access.access(), register.care.settings)
            .with(new VisitLockReading());
    VisitId before = register.visits.record(worker, family.file(), adults(family, TODAY, "1"));
    register.house.clock().set(TODAY.plusDays(1));
    long version = readings.one(boss, "visit-lock").version();
    readings.choose(boss, "visit-lock", version, "30-days", TODAY.plusDays(1), "Vnitřní pravidla");
    VisitId after = register.visits.record(worker, family.file(), adults(family, TODAY, "2"));
    assertEquals(TODAY.plusDays(7), view(before).openUntil(), "as it was promised");
    assertEquals(TODAY.plusDays(31), view(after).openUntil());
    long now = readings.one(boss, "visit-lock").version();
    readings.choose(boss, "visit-lock", now, "7-days", TODAY.plusDays(1), "Zpět");
    assertEquals(TODAY.plusDays(31), view(after).openUntil());
  }

  @Test
  void whoMayNotSeeTheFileSeesNoVersion() {
    Family family = register.family(director, worker, "Skrytá");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    register.house.clock().set(TODAY.plusDays(8));
    register.visits.amend(
        worker, id, view(id).version(), visit(family, TODAY, "Ruch."), "Překlep.");
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> register.care.versions.of(stranger, id));
    assertThrows(NotFound.class, () -> register.care.versions.count(stranger, family.file(), id));
    assertThrows(
        RuntimeException.class,
        () -> register.care.versions.of(register.viewer("it-administrator"), id));
  }

  /** What is said of a child moves with the child, in former versions as well. */
  @Test
  void aFormerVersionSaysNothingOfAChildWhoseSubFileWentElsewhere() {
    Family family = register.family(director, worker, "Stěhovavá");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    register.house.clock().set(TODAY.plusDays(8));
    register.visits.amend(
        worker, id, view(id).version(), adults(family, TODAY, "Klid."), "Byla ve škole.");
    var stay = register.placements.of(director, family.file()).get(0);
    register.placements.end(director, stay.id(), TODAY.plusDays(8));
    register.house.clock().set(TODAY.plusDays(9));
    Wording.Change change = register.care.versions.of(worker, id).get(0);
    assertTrue(change.children().isEmpty(), change.children().toString());
    assertEquals("Klid.", change.before().note());
    assertEquals(
        "Chce psa.",
        register.care.versions.of(director, id).get(0).children().get(0).before().view());
  }

  /** Whom a wall hides from the corrector was there all the same. */
  @Test
  void aCorrectionTakesOverWhomItDoesNotSee() {
    for (boolean locked : List.of(false, true)) {
      Family family = register.family(director, worker, locked ? "Zeď" : "Zídka");
      VisitId id = register.visits.record(director, family.file(), visit(family, TODAY, "Klid."));
      PersonId second = carer(family, "Petr");
      register.visits.amend(
          director, id, view(id).version(), present(family, second, "Klid."), "Byl tam i Petr.");
      for (Subject wall :
          List.of(
              Subject.of(family.carer()),
              Subject.of(family.child()),
              Subject.of(register.files.childFile(family.child())))) {
        register.access.walls().raise(director, worker.staff(), wall, Ground.CONFLICT_OF_INTEREST);
      }
      register.house.clock().set(locked ? TODAY.plusDays(8) : TODAY);
      assertEquals(1, view(id).present().size());
      NewVisit now =
          new NewVisit(
              TODAY, null, 60, false, Place.HOME, Set.of(second), List.of(), "Ruch.", null, null);
      register.visits.amend(worker, id, view(id).version(), now, "Přeslech.");
      VisitView whole = register.visits.view(director, id);
      assertEquals("Ruch.", whole.note());
      assertEquals(
          Set.of(family.carer(), family.child(), second),
          whole.present().stream()
              .map(Visits.Present::person)
              .collect(java.util.stream.Collectors.toSet()));
      assertEquals(1, whole.children().size());
      assertEquals("Chce psa.", whole.children().get(0).view());
      assertEquals(
          3,
          register.evidence.last("visit", List.of(family.file()), TODAY).keySet().size(),
          "it proves as much as before");
      register.house.clock().set(TODAY);
    }
  }

  private PersonId carer(Family family, String given) {
    PersonId person = register.person(director, given, "Druhý", LocalDate.of(1979, 1, 1));
    register.files.addCarer(director, family.file(), person, TODAY.minusDays(30));
    return person;
  }

  private static NewVisit present(Family family, PersonId second, String note) {
    NewVisit two = visit(family, TODAY, note);
    return new NewVisit(
        TODAY,
        null,
        60,
        false,
        Place.HOME,
        Set.of(family.carer(), family.child(), second),
        two.children(),
        note,
        null,
        null);
  }

  @Test
  void aChildWhoLeftKeepsOnePartAndNobodyWritesInIt() {
    Family family = register.family(director, worker, "Odchozí");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    var stay = register.placements.of(director, family.file()).get(0);
    register.placements.end(director, stay.id(), TODAY);
    register.house.clock().set(TODAY.plusDays(1));
    assertTrue(view(id).children().isEmpty());
    for (NewVisit wrong : List.of(visit(family, TODAY, "Ruch."), adults(family, TODAY, "Ruch."))) {
      Refused refused =
          assertThrows(
              Refused.class, () -> register.visits.amend(worker, id, view(id).version(), wrong));
      assertEquals("present", refused.field());
      assertEquals("refused.visit-unseen", refused.text().key());
    }
    NewVisit now =
        new NewVisit(
            TODAY,
            null,
            75,
            false,
            Place.HOME,
            Set.of(family.carer(), family.child()),
            List.of(),
            "Ruch.",
            null,
            null);
    register.visits.amend(worker, id, view(id).version(), now);
    VisitView whole = register.visits.view(director, id);
    assertEquals(75, whole.minutes());
    assertEquals(List.of("Chce psa."), whole.children().stream().map(ChildPart::view).toList());
  }

  // ---------------------------------------------------------------------------------------------
  // Written down by mistake

  @Test
  void aWithdrawnEntryProvesNothingAndStaysReadable() {
    Family family = register.family(director, worker, "Stažená");
    register.visits.record(
        worker, family.file(), visit(family, LocalDate.of(2026, 9, 1), "Dřívější."));
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Omyl."));
    long version = view(id).version();
    assertEquals(TODAY, lastSeen(family));
    assertThrows(Refused.class, () -> register.care.moves.withdraw(worker, id, version, " "));
    assertThrows(Stale.class, () -> register.care.moves.withdraw(worker, id, version + 1, "Omyl."));
    register.care.moves.withdraw(worker, id, version, "Návštěva nebyla.");

    assertEquals(LocalDate.of(2026, 9, 1), lastSeen(family), "duties follow");
    assertEquals(1, minutes(family), "only the former visit is on the sheet of its month");
    assertFalse(view(id).counts());
    assertEquals("Omyl.", view(id).note());
    VisitMoves.Trace trace = register.care.moves.trace(worker, id);
    assertEquals("Návštěva nebyla.", trace.why());
    assertEquals("Mgr. Jana Testová", trace.goneBy());
    assertEquals(TODAY, trace.goneOn());
    assertFalse(trace.moved());
    assertEquals(1, kinds(family, "visit-withdrawn"));
    assertFalse(register.visits.of(worker, family.file(), null, 5).items().get(0).counts());
    assertEquals(
        1,
        register
            .visits
            .ofChild(worker, register.files.childFile(family.child()), null, 5)
            .items()
            .size(),
        "the child's own story does not tell of it");
    assertThrows(
        Refused.class,
        () ->
            register.visits.amend(worker, id, view(id).version(), visit(family, TODAY, "x"), "y"));
    assertThrows(
        Refused.class,
        () -> register.care.moves.withdraw(worker, id, view(id).version(), "Podruhé."));
    assertThrows(
        NotFound.class,
        () -> register.care.moves.withdraw(register.viewer("key-worker"), id, 1, "Cizí."));

    register.care.moves.putBack(worker, id, view(id).version());
    assertTrue(view(id).counts());
    assertEquals(TODAY, lastSeen(family));
    assertEquals(0, kinds(family, "visit-withdrawn"));
    assertThrows(Refused.class, () -> register.care.moves.putBack(worker, id, view(id).version()));
  }

  private LocalDate lastSeen(Family family) {
    var last = register.evidence.last("visit", List.of(family.file()), TODAY);
    var key = new org.opora.api.evidence.Evidence.Key(family.file(), family.child());
    assertEquals(
        last.get(key) == null ? null : last.get(key).on(),
        register.visits.children(worker, family.file()).stream()
            .filter(seen -> seen.child().equals(family.child()))
            .map(seen -> seen.lastSeen())
            .findFirst()
            .orElse(null),
        "what the file shows and what the duties count is the same");
    return last.get(key) == null ? null : last.get(key).on();
  }

  private long kinds(Family family, String kind) {
    return register.timeline.of(worker, family.file(), null, 50).items().stream()
        .filter(entry -> entry.kind().equals(kind))
        .count();
  }

  /** How many lines of the sheet of this month and of September are about the family. */
  private long minutes(Family family) {
    return Stream.of(YearMonth.from(TODAY), YearMonth.of(2026, 9))
        .flatMap(month -> register.room.times.of(worker, worker.staff(), month).lines().stream())
        .filter(line -> family.file().equals(line.file()))
        .count();
  }

  @Test
  void anEntryInTheWrongFileMovesWithItsWordsAndLeavesATrace() {
    Family wrong = register.family(director, worker, "Omylová");
    Family right = register.family(director, worker, "Správná");
    VisitId id = register.visits.record(worker, wrong.file(), visit(wrong, TODAY, "Klid."));
    TaskId task = task(wrong, id, "Zjistit školku");
    register.desk.finish(worker, task, 1, "Zjištěno.");
    task(wrong, id, "Koupit boty");
    register.house.clock().set(TODAY.plusDays(8));
    register.visits.amend(
        worker, id, view(id).version(), visit(wrong, TODAY, "Klid a mír."), "Doplnění.");
    Viewer colleague = register.viewer("director");
    VisitId moved =
        register.care.moves.move(
            colleague,
            id,
            view(id).version(),
            right.file(),
            visit(right, TODAY, "Klid a mír."),
            Set.of(),
            "Spletené rodiny.");

    VisitView old = view(id);
    assertFalse(old.counts());
    assertNull(old.note());
    assertEquals(
        List.of(wrong.child()),
        old.present().stream().map(Visits.Present::person).toList(),
        "the carer is gone, the child stays with what was said of her");
    assertEquals("Chce psa.", old.children().get(0).view());
    Wording.Change kept = register.care.versions.of(worker, id).get(0);
    assertEquals("Spletené rodiny.", kept.why());
    assertNull(kept.before().note());
    assertEquals(Set.of(wrong.child()), kept.before().present().keySet());
    assertEquals("Chce psa.", kept.before().children().get(0).view());
    VisitMoves.Trace trace = register.care.moves.trace(worker, id);
    assertEquals("Spletené rodiny.", trace.why());
    assertEquals(new VisitMoves.Place(right.file(), moved), trace.to());
    assertNull(lastSeen(wrong));
    assertEquals(1, kinds(wrong, "visit-moved"));
    assertEquals(0, kinds(wrong, "visit"));
    assertEquals(0, kinds(wrong, "task"), "the story of a task goes with it");
    assertEquals(0, minutes(wrong));

    VisitView now = view(moved);
    assertTrue(now.counts() && now.locked(), "a move opens nothing");
    assertEquals("Klid a mír.", now.note());
    assertEquals("Mgr. Jana Testová", now.by());
    assertEquals("Chce psa.", now.children().get(0).view());
    assertEquals(TODAY, lastSeen(right));
    assertEquals(1, kinds(right, "visit"));
    assertEquals(1, minutes(right), "the time stays with who was there");
    VisitMoves.Trace arrived = register.care.moves.trace(worker, moved);
    assertEquals(TODAY.plusDays(8), arrived.arrivedOn());
    assertEquals(new VisitMoves.Place(wrong.file(), id), arrived.from());
    List<Wording.Change> changes = register.care.versions.of(worker, moved);
    assertEquals(
        List.of("Spletené rodiny.", "Doplnění."),
        changes.stream().map(Wording.Change::why).toList());
    assertEquals("Klid.", changes.get(1).before().note());
    assertTrue(changes.get(0).before().present().isEmpty(), "nobody of the other family is named");
    assertTrue(changes.get(1).before().children().isEmpty(), "nor does anything of its child come");
    assertEquals(
        List.of(right.child()),
        changes.stream()
            .flatMap(one -> Stream.of(one.before(), one.after()))
            .flatMap(one -> one.children().stream())
            .map(ChildPart::child)
            .distinct()
            .toList());

    assertEquals(List.of("Koupit boty"), tasks(right, false));
    assertEquals(List.of("Zjistit školku"), tasks(right, true));
    assertEquals(List.of(), tasks(wrong, false));
    assertEquals(List.of(), tasks(wrong, true));
    assertEquals(1, kinds(right, "task"));
    assertEquals(
        "Zjištěno.",
        register.desk.ofFile(worker, right.file(), List.of(), true, null, 5).items().get(0).note());
    String audited = audited("visit=" + id + ";to=" + moved + ";tasks=2");
    assertTrue(audited.contains(key(wrong)) && audited.contains(key(right)), audited);
  }

  /** What a wall or a change of families closes to the mover, the mover opens to nobody. */
  @Test
  void nobodyMovesWordsThatTheyMayNotSee() {
    Family wrong = register.family(director, worker, "Odešlá");
    Family right = register.family(director, worker, "Cílová");
    VisitId now = register.visits.record(worker, wrong.file(), visit(wrong, TODAY, "Klid."));
    VisitId before = register.visits.record(worker, wrong.file(), visit(wrong, TODAY, "Klid."));
    register.house.clock().set(TODAY.plusDays(8));
    register.visits.amend(
        worker, before, view(before).version(), adults(wrong, TODAY, "Klid."), "Byla ve škole.");
    var stay = register.placements.of(director, wrong.file()).get(0);
    register.placements.end(director, stay.id(), TODAY.plusDays(8));
    register.house.clock().set(TODAY.plusDays(9));
    for (VisitId one : List.of(now, before)) {
      unmoved(one, right);
    }
    VisitId moved =
        register.care.moves.move(
            director,
            now,
            view(now).version(),
            right.file(),
            adults(right, TODAY, "K"),
            Set.of(),
            "Omyl.");
    assertTrue(
        register.care.versions.of(worker, moved).stream()
            .allMatch(one -> one.children().isEmpty() && one.before().children().isEmpty()),
        "nobody of the other family reads her words");
    assertEquals(
        "Chce psa.",
        register.visits.view(director, now).children().get(0).view(),
        "they stay hers, where they were written");
    assertTrue(view(now).children().isEmpty());
  }

  private void unmoved(VisitId visit, Family right) {
    long version = view(visit).version();
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                register.care.moves.move(
                    worker,
                    visit,
                    version,
                    right.file(),
                    adults(right, TODAY, "K"),
                    Set.of(),
                    "Omyl."));
    assertEquals("present", refused.field());
    assertEquals("refused.visit-move-unseen", refused.text().key());
    assertTrue(view(visit).counts());
  }

  @Test
  void nobodyMovesWhatIsAboutSomebodyBehindTheirWall() {
    Family wrong = register.family(director, worker, "Zazděná");
    Family right = register.family(director, worker, "Volná");
    VisitId met = register.visits.record(worker, wrong.file(), adults(wrong, TODAY, "Klid."));
    NewVisit without =
        new NewVisit(
            TODAY,
            null,
            60,
            false,
            Place.HOME,
            Set.of(wrong.child()),
            List.of(new ChildPart(wrong.child(), true, null, null, ViewLearntBy.NOT_LEARNT)),
            "Klid.",
            null,
            null);
    VisitId asked = register.visits.record(worker, wrong.file(), without);
    register.desk.add(
        director,
        new NewTask(
            About.person(wrong.carer(), wrong.file()), asked, "Zavolat", director.staff(), null));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(wrong.carer()), Ground.CONFLICT_OF_INTEREST);
    unmoved(met, right);
    unmoved(asked, right);
    assertEquals(List.of(), tasks(right, false));
  }

  private static String key(Family family) {
    return family.file().toString().replace("-", "");
  }

  /** Whom the event with this detail is about, as the audit keeps it. */
  private String audited(String detail) {
    return register.tx.read(
        em ->
            ((String)
                    em.createNativeQuery(
                            "SELECT SUBJECTS FROM ACCESS.AUDIT_EVENT WHERE DETAIL = ?1")
                        .setParameter(1, detail)
                        .getSingleResult())
                .replace("-", ""));
  }

  private TaskId task(Family family, VisitId visit, String what) {
    return register.desk.add(
        worker, new NewTask(About.file(family.file()), visit, what, worker.staff(), null));
  }

  private List<String> tasks(Family family, boolean done) {
    return register.desk.ofFile(worker, family.file(), List.of(), done, null, 20).items().stream()
        .map(line -> line.what())
        .toList();
  }

  @Test
  void nobodyMovesAnythingIntoOrOutOfAFileTheyMayNotWriteIn() {
    Viewer other = register.viewer("key-worker");
    Family mine = register.family(director, worker, "Moje");
    Family foreign = register.family(director, other, "Cizí");
    VisitId id = register.visits.record(worker, mine.file(), visit(mine, TODAY, "Klid."));
    long version = view(id).version();
    for (Viewer denied : List.of(worker, other)) {
      assertThrows(
          NotFound.class,
          () ->
              register.care.moves.move(
                  denied,
                  id,
                  version,
                  foreign.file(),
                  visit(foreign, TODAY, "Klid."),
                  Set.of(),
                  "Omyl."));
    }
    Viewer boss = register.viewer("director");
    register
        .access
        .walls()
        .raise(director, boss.staff(), Subject.of(foreign.file()), Ground.CONFLICT_OF_INTEREST);
    assertThrows(
        NotFound.class,
        () ->
            register.care.moves.move(
                boss,
                id,
                version,
                foreign.file(),
                visit(foreign, TODAY, "Klid."),
                Set.of(),
                "Omyl."));
    assertEquals("Klid.", view(id).note());
    assertEquals(version, view(id).version());
    assertTrue(register.visits.of(other, foreign.file(), null, 5).items().isEmpty());

    VisitId moved =
        register.care.moves.move(
            director,
            id,
            version,
            foreign.file(),
            visit(foreign, TODAY, "Klid."),
            Set.of(),
            "Omyl.");
    VisitMoves.Trace here = register.care.moves.trace(worker, id);
    assertTrue(here.moved());
    assertNull(here.to(), "where it went is no business of who may not see that file");
    assertThrows(NotFound.class, () -> register.care.moves.trace(worker, moved));
    VisitMoves.Trace there = register.care.moves.trace(other, moved);
    assertEquals(TODAY, there.arrivedOn());
    assertNull(there.from());
    assertThrows(Refused.class, () -> register.care.moves.putBack(worker, id, view(id).version()));
    assertThrows(
        Refused.class,
        () ->
            register.care.moves.move(
                director,
                moved,
                1,
                foreign.file(),
                visit(foreign, TODAY, "x"),
                Set.of(),
                "Týž spis."));
  }

  @Test
  void whoeverMovesTakesOverTasksOfThoseWhoMayNotSeeTheOtherFile() {
    Viewer other = register.viewer("key-worker");
    Family mine = register.family(director, worker, "Úkolová");
    Family foreign = register.family(director, other, "Převzatá");
    VisitId id = register.visits.record(worker, mine.file(), visit(mine, TODAY, "Klid."));
    task(mine, id, "Zavolat do školy");
    register.care.moves.move(
        director,
        id,
        view(id).version(),
        foreign.file(),
        adults(foreign, TODAY, "Klid."),
        Set.of(),
        "Omyl.");
    var line =
        register.desk.ofFile(other, foreign.file(), List.of(), false, null, 5).items().get(0);
    assertEquals(director.staff(), line.doer());
    assertEquals("Zavolat do školy", line.what());
  }

  @Test
  void theFormerLinkOfATaskThatMovedLeadsToWhereItIs() {
    Viewer other = register.viewer("key-worker");
    Family one = register.family(director, worker, "Původní");
    Family two = register.family(director, worker, "Mezitímní");
    Family three = register.family(director, other, "Konečná");
    VisitId id = register.visits.record(worker, one.file(), visit(one, TODAY, "Klid."));
    task(one, id, "Zavolat do školy");
    TaskId first = only(worker, one).id();
    assertEquals(Optional.empty(), register.desk.moved(worker, first), "it has not moved");
    VisitId second = move(id, two, Set.of());
    TaskId then = only(worker, two).id();
    assertEquals(Optional.of(then), register.desk.moved(worker, first));
    register.care.moves.move(
        director,
        second,
        view(second).version(),
        three.file(),
        adults(three, TODAY, "Klid."),
        Set.of(),
        "Omyl.");
    TaskId last = only(other, three).id();
    for (TaskId former : List.of(first, then)) {
      assertEquals(Optional.of(last), register.desk.moved(other, former), "however often");
      assertEquals(
          Optional.empty(), register.desk.moved(worker, former), "not to whom it is closed");
    }
    Doors doors = new Doors(register);
    Reply led = doors.ask(Route.Method.GET, doors.knock(other, "/tasks/" + first, Map.of()));
    assertEquals("/tasks/" + last, assertInstanceOf(Reply.Redirect.class, led).path());
    assertThrows(NotFound.class, () -> doors.open(worker, "/tasks/" + first));
  }

  private TaskLine only(Viewer viewer, Family family) {
    return register.desk.ofFile(viewer, family.file(), List.of(), false, null, 5).items().get(0);
  }

  // ---------------------------------------------------------------------------------------------
  // Read and signed

  private static final byte[] PDF = "%PDF-1.7 podepsáno".getBytes(StandardCharsets.UTF_8);

  private static NewSignature signed(Family family, LocalDate on) {
    return new NewSignature(family.carer(), 1, on, false, null);
  }

  private java.util.UUID note(VisitId id, NewSignature signature) {
    return register.care.signing.note(worker, id.value(), view(id).version(), signature);
  }

  @Test
  void aSignatureLocksTheEntryAndSpeaksOfTheWordingThatWasRead() {
    Family family = register.family(director, worker, "Podepsaná");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    long version = view(id).version();
    note(id, signed(family, TODAY));
    assertTrue(view(id).locked(), "on the same day");
    assertThrows(
        Stale.class,
        () -> register.care.signing.note(worker, id.value(), version, signed(family, TODAY)),
        "what reads otherwise now was not read");
    Refused twice = assertThrows(Refused.class, () -> note(id, signed(family, TODAY)));
    assertEquals("carer", twice.field());
    assertThrows(
        Refused.class,
        () -> register.visits.amend(worker, id, view(id).version(), visit(family, TODAY, "Ruch.")));
    register.house.clock().set(TODAY.plusDays(1));
    register.visits.amend(
        worker, id, view(id).version(), visit(family, TODAY, "Ruch."), "Přeslech.");
    assertTrue(register.care.signing.of(worker, id.value()).get(0).former());
    note(id, new NewSignature(family.carer(), 2, TODAY.plusDays(1), true, "Nebylo to tak."));
    var all = register.care.signing.of(worker, id.value());
    assertEquals(2, all.size());
    assertNull(all.get(0).reason());
    assertFalse(all.get(0).refused());
    assertEquals("Nebylo to tak.", all.get(1).reason());
    assertTrue(all.get(1).refused() && !all.get(1).former());
    assertEquals("Mgr. Jana Testová", all.get(1).notedBy());
    assertEquals(
        List.of(TODAY.toString(), TODAY.plusDays(1).toString()),
        register.own.export(Set.of(family.carer())).stream()
            .filter(fact -> fact.label().key().matches("field.visit-(signed|refused)"))
            .map(fact -> fact.value())
            .toList(),
        "whoever asks for their data gets it");
    assertEquals(
        List.of("/files/" + family.file() + "/visits/" + id),
        register.own.review(Set.of(family.carer())).stream()
            .filter(one -> one.label().key().equals("field.visit-papers"))
            .map(one -> one.href())
            .toList(),
        "why she refused and what read before is looked at first");
  }

  @Test
  void aSignatureIsThatOfThePaperAndNotOfTheDayItWasNoted() {
    Family family = register.family(director, worker, "Výtisková");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    register.house.clock().set(TODAY.plusDays(8));
    assertEquals(1, register.care.prints.print(worker, id.value(), view(id).version()).number());
    register.house.clock().set(TODAY.plusDays(10));
    register.visits.amend(
        worker, id, view(id).version(), visit(family, TODAY, "Ruch."), "Přeslech.");
    register.house.clock().set(TODAY.plusDays(12));
    assertEquals(
        List.of("2 false", "1 true"),
        register.care.prints.of(worker, id.value()).stream()
            .map(one -> one.number() + " " + one.printed())
            .toList());
    Refused tooEarly =
        assertThrows(
            Refused.class,
            () -> note(id, new NewSignature(family.carer(), 2, TODAY.plusDays(8), false, null)));
    assertEquals("on", tooEarly.field(), "the paper of the 8th cannot bear what the 10th wrote");
    Refused unknown =
        assertThrows(
            Refused.class,
            () -> note(id, new NewSignature(family.carer(), 3, TODAY.plusDays(12), false, null)));
    assertEquals("wording", unknown.field());
    note(id, new NewSignature(family.carer(), 1, TODAY.plusDays(8), false, null));
    var signature = register.care.signing.of(worker, id.value()).get(0);
    assertTrue(signature.former(), "noted after the amendment, and not a signature of it");
    assertEquals(1, signature.wording());
    note(id, new NewSignature(family.carer(), 2, TODAY.plusDays(12), false, null));
    assertFalse(register.care.signing.of(worker, id.value()).get(1).former());
  }

  @Test
  void aSlipCorrectedAfterPrintingKeepsWhatIsOnThePaper() {
    Family family = register.family(director, worker, "Opravená");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    register.care.prints.print(worker, id.value(), view(id).version());
    register.care.prints.print(worker, id.value(), view(id).version());
    long version = view(id).version();
    register.house.clock().set(TODAY.plusDays(1));
    register.visits.amend(worker, id, version, visit(family, TODAY, "Ruch."));
    assertThrows(
        Stale.class,
        () -> register.care.prints.print(worker, id.value(), version),
        "what reads otherwise now is not what was shown");
    register.visits.amend(worker, id, view(id).version(), visit(family, TODAY, "Hluk."));
    register.house.clock().set(TODAY.plusDays(2));
    assertFalse(view(id).locked());
    List<Wording.Change> changes = register.care.versions.of(worker, id);
    assertEquals(1, changes.size(), "what nobody printed is corrected without a trace");
    assertEquals("Klid.", changes.get(0).before().note());
    assertEquals("Hluk.", changes.get(0).after().note());
    assertNull(changes.get(0).why());
    assertEquals(
        List.of(1, 3), List.of(changes.get(0).before().number(), changes.get(0).after().number()));
    note(id, signed(family, TODAY.plusDays(2)));
    assertTrue(view(id).locked());
    assertTrue(register.care.signing.of(worker, id.value()).get(0).former());
    Family right = register.family(director, worker, "Správná");
    VisitId moved = move(id, right, Set.of());
    assertEquals(
        List.of(4),
        register.care.prints.of(worker, moved.value()).stream().map(Prints.Read::number).toList(),
        "papers of the other family are not read here");
  }

  @Test
  void whatAChildSaidIsNamedForWhoeverPreparesItsExtract() {
    Family family = register.family(director, worker, "Slyšená");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    register.visits.record(worker, family.file(), adults(family, TODAY, "Bez dětí."));
    String file = "/files/" + family.file();
    assertEquals(List.of(file + "/visits/" + id), named(family.child(), "field.visit-child"));
    assertEquals(List.of(), named(family.carer(), "field.visit-child"));
    for (PersonId person : List.of(family.child(), family.carer())) {
      assertEquals(List.of(file + "/visits"), named(person, "field.words.VISITS"), "the file once");
    }
    assertTrue(
        register.own.export(Set.of(family.child())).stream()
            .noneMatch(fact -> fact.value().contains("Chce psa.")),
        "somebody looks at it first");
  }

  private List<String> named(PersonId person, String label) {
    return register.own.review(Set.of(person)).stream()
        .filter(one -> one.label().key().equals(label))
        .map(one -> one.href())
        .toList();
  }

  @Test
  void onlyACarerOfTheFamilySignsAndOnlyWhatHasBeenWritten() {
    Family family = register.family(director, worker, "Přísná");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    assertEquals(
        "carer",
        assertThrows(
                Refused.class,
                () -> note(id, new NewSignature(family.child(), 1, TODAY, false, null)))
            .field());
    for (LocalDate wrong : List.of(TODAY.minusDays(1), TODAY.plusDays(1))) {
      assertEquals(
          "on", assertThrows(Refused.class, () -> note(id, signed(family, wrong))).field());
    }
    assertEquals(
        "reason",
        assertThrows(
                Refused.class,
                () -> note(id, new NewSignature(family.carer(), 1, TODAY, true, " ")))
            .field());
    assertFalse(view(id).locked());
    assertThrows(
        NotFound.class,
        () ->
            register.care.signing.note(
                register.viewer("key-worker"), id.value(), 1, signed(family, TODAY)));
    assertThrows(
        NotFound.class, () -> register.care.signing.of(register.viewer("key-worker"), id.value()));
  }

  @Test
  void aSignatureNotedByMistakeIsStruckOutAndTheEntryStaysLocked() {
    Family family = register.family(director, worker, "Škrtnutá");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    VisitId other = register.visits.record(worker, family.file(), visit(family, TODAY, "Jiná."));
    var signature = note(id, signed(family, TODAY));
    assertThrows(
        NotFound.class, () -> register.care.signing.strike(worker, other.value(), signature));
    register.care.signing.strike(worker, id.value(), signature);
    assertEquals(TODAY, register.care.signing.of(worker, id.value()).get(0).struckOn());
    assertEquals(
        "Mgr. Jana Testová", register.care.signing.of(worker, id.value()).get(0).struckBy());
    assertTrue(view(id).locked(), "nobody opens an entry by a slip");
    assertTrue(
        register.own.export(Set.of(family.carer())).stream()
            .noneMatch(fact -> fact.label().key().startsWith("field.visit-")),
        "what was noted by mistake is about somebody else");
    assertTrue(
        register.own.review(Set.of(family.carer())).stream()
            .noneMatch(one -> one.label().key().equals("field.visit-papers")));
    note(id, signed(family, TODAY));
    assertEquals(2, register.care.signing.of(worker, id.value()).size());
  }

  @Test
  void aScanIsKnownByItsContentAndOpensOnlyWhereItBelongs() {
    Family family = register.family(director, worker, "Skenová");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    for (byte[] wrong :
        List.of(
            new byte[0],
            "%PDF-".getBytes(StandardCharsets.UTF_8),
            "<html><script>".getBytes(StandardCharsets.UTF_8),
            new byte[Scans.LARGEST + 1])) {
      assertEquals(
          "scan",
          assertThrows(Refused.class, () -> register.care.scans.add(worker, id.value(), wrong))
              .field());
    }
    var scan = register.care.scans.add(worker, id.value(), PDF);
    byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0x7F, -1};
    var second = register.care.scans.add(worker, id.value(), picture);
    assertEquals(
        List.of(ScanKind.PDF, ScanKind.JPEG),
        register.care.scans.of(worker, id.value()).stream().map(Scans.Scan::kind).toList());
    assertArrayEquals(PDF, register.care.scans.take(worker, id.value(), scan).bytes());
    assertArrayEquals(picture, register.care.scans.take(worker, id.value(), second).bytes());
    assertFalse(
        new String(stored(scan), StandardCharsets.ISO_8859_1).contains("%PDF-1.7"),
        "sealed at rest");
    VisitId other = register.visits.record(worker, family.file(), visit(family, TODAY, "Jiná."));
    assertThrows(NotFound.class, () -> register.care.scans.take(worker, other.value(), scan));
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> register.care.scans.take(stranger, id.value(), scan));
    assertThrows(NotFound.class, () -> register.care.scans.add(stranger, id.value(), PDF));
    assertThrows(
        NotFound.class, () -> register.care.scans.strike(worker, other.value(), scan, "Omyl."));
    assertEquals(
        "why",
        assertThrows(Refused.class, () -> register.care.scans.strike(worker, id.value(), scan, " "))
            .field());
    assertArrayEquals(PDF, register.care.scans.take(worker, id.value(), scan).bytes());
    byte[] sealed = stored(scan);
    register.care.scans.strike(worker, id.value(), scan, "Patří jinam.");
    assertArrayEquals(sealed, stored(scan), "nothing disappears by a button");
    assertThrows(NotFound.class, () -> register.care.scans.take(worker, id.value(), scan));
    assertEquals(TODAY, register.care.scans.of(worker, id.value()).get(0).struckOn());
    assertEquals("Patří jinam.", register.care.scans.of(worker, id.value()).get(0).struckWhy());
    for (int i = 0; i < 18; i++) {
      register.care.scans.add(worker, id.value(), PDF);
    }
    assertThrows(
        Refused.class, () -> register.care.scans.add(worker, id.value(), PDF), "20 are enough");
  }

  private byte[] stored(java.util.UUID scan) {
    return register.tx.read(em -> em.find(VisitScan.class, scan).content());
  }

  @Test
  void papersOfAMovedEntryStayWithTheTraceUnlessTheyAreChosen() {
    Family wrong = register.family(director, worker, "Papírová");
    Family right = register.family(director, worker, "Pravá");
    VisitId id = register.visits.record(worker, wrong.file(), visit(wrong, TODAY, "Klid."));
    var answered = register.care.scans.add(worker, id.value(), PDF);
    var struck = register.care.scans.add(worker, id.value(), PDF);
    register.care.scans.strike(worker, id.value(), struck, "Dvakrát.");
    register.house.clock().set(TODAY.plusDays(1));
    note(id, new NewSignature(wrong.carer(), 1, TODAY, true, "To nejsme my."));
    register.house.clock().set(TODAY.plusDays(2));
    var left = register.care.scans.add(worker, id.value(), PDF);
    var chosen = register.care.scans.add(worker, id.value(), PDF);
    assertEquals(
        List.of(true, true, false, false),
        register.care.scans.of(worker, id.value()).stream().map(Scans.Scan::bound).toList());
    for (var bound : List.of(answered, struck)) {
      Refused refused = assertThrows(Refused.class, () -> move(id, right, Set.of(chosen, bound)));
      assertEquals("scans", refused.field());
    }
    VisitId moved = move(id, right, Set.of(chosen));
    assertEquals(
        List.of(answered, struck, left),
        register.care.scans.of(worker, id.value()).stream().map(Scans.Scan::id).toList());
    assertArrayEquals(PDF, register.care.scans.take(worker, id.value(), left).bytes());
    var scans = register.care.scans.of(worker, moved.value());
    assertEquals(1, scans.size());
    assertArrayEquals(
        PDF, register.care.scans.take(worker, moved.value(), scans.get(0).id()).bytes());
    assertEquals("To nejsme my.", register.care.signing.of(worker, id.value()).get(0).reason());
    assertTrue(register.care.signing.of(worker, moved.value()).isEmpty());
    assertTrue(view(moved).locked(), "what was read once does not open again");
    assertThrows(Refused.class, () -> note(id, signed(wrong, TODAY)));
    assertThrows(Refused.class, () -> register.care.scans.add(worker, id.value(), PDF));
  }

  private VisitId move(VisitId id, Family right, Set<java.util.UUID> along) {
    return register.care.moves.move(
        worker, id, view(id).version(), right.file(), visit(right, TODAY, "Klid."), along, "Omyl.");
  }

  /** A scan fills memory many times over while it is sealed; two at once are one too many. */
  @Test
  void scansAreSealedAndOpenedOneAfterTheOther() throws Exception {
    Family family = register.family(director, worker, "Souběžná");
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    AtomicInteger within = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch both = new CountDownLatch(2);
    Keys keys = register.house.keys();
    Keys watched =
        (Keys)
            Proxy.newProxyInstance(
                Keys.class.getClassLoader(),
                new Class<?>[] {Keys.class},
                (proxy, method, arguments) -> {
                  most.accumulateAndGet(within.incrementAndGet(), Math::max);
                  both.countDown();
                  // Whoever could come in meanwhile has the time to.
                  both.await(300, TimeUnit.MILLISECONDS);
                  try {
                    return method.invoke(keys, arguments);
                  } finally {
                    within.decrementAndGet();
                  }
                });
    Scans scans =
        new VisitPapers(
                register.tx,
                register.access.access(),
                register.access.audit(),
                register.staff,
                watched)
            .scans();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      var first = two.submit(() -> scans.add(worker, id.value(), PDF));
      var second = two.submit(() -> scans.add(worker, id.value(), PDF));
      assertFalse(first.get().equals(second.get()));
    } finally {
      two.shutdown();
    }
    assertEquals(1, most.get());
    assertEquals(2, register.care.scans.of(worker, id.value()).size());
  }

  // ---------------------------------------------------------------------------------------------
  // The sheet beforehand

  private static final Module DUTIES =
      new Module() {
        @Override
        public String id() {
          return "duties";
        }

        @Override
        public int order() {
          return 1;
        }

        @Override
        public List<Permission> permissions() {
          return List.of(
              new Permission(
                  Duties.READ,
                  DataClass.DUTIES,
                  Map.of("director", Reach.ALL, "key-worker", Reach.OWN)));
        }
      };

  private VisitSheets.Sheet sheet(Viewer viewer, Family family) {
    return register.care.sheets().of(viewer, register.files.header(viewer, family.file()));
  }

  @Test
  void theSheetSaysWhomToAskWhatAndWhatWasPromised() {
    Viewer knowing = register.viewer("key-worker", DUTIES);
    Family family = register.family(director, knowing, "Podkladová");
    assertNull(sheet(knowing, family).last());
    assertTrue(sheet(knowing, family).duties());
    VisitId last =
        register.visits.record(
            knowing, family.file(), visit(family, TODAY.minusDays(9), "Slíbili jsme školku."));
    VisitId gone = register.visits.record(knowing, family.file(), visit(family, TODAY, "Omyl."));
    register.care.moves.withdraw(knowing, gone, 1, "Omyl.");
    register.desk.add(
        knowing,
        new NewTask(About.file(family.file()), last, "Zjistit školku", knowing.staff(), null));
    register.desk.add(
        knowing,
        new NewTask(
            About.person(family.child(), family.file()),
            null,
            "Objednat zubaře",
            knowing.staff(),
            TODAY));
    register.desk.add(
        knowing,
        new NewTask(About.file(family.file()), null, "Rodinná porada", knowing.staff(), null));
    register.safety.raise(
        knowing,
        family.child(),
        new Safety.NewNotice(Safety.Kind.ALLERGY, "Arašídy", null, "Pero", TODAY, null));
    register.room.due.add(due(family, knowing));
    new IntakeRooms(register)
        .requests.record(
            knowing,
            family.file(),
            new RequestDesk.Asked(TODAY, family.carer(), "cz.47a.a", "Hlídání v úterý"));

    VisitSheets.Sheet sheet = sheet(knowing, family);
    assertEquals("Slíbili jsme školku.", sheet.last().note(), "not the withdrawn one");
    assertEquals(List.of("Zjistit školku"), whats(sheet.promises()));
    assertTrue(whats(sheet.tasks()).contains("Rodinná porada"), sheet.tasks().toString());
    VisitSheets.Somebody child = sheet.people().get(0);
    assertTrue(child.child());
    assertEquals(TODAY.minusDays(9), child.lastMet());
    assertEquals("Chce psa.", child.own().view());
    assertEquals("Arašídy", child.alerts().get(0).what());
    assertEquals(TODAY.plusDays(3), child.due().get(0).due());
    assertEquals(List.of("Objednat zubaře"), whats(child.tasks()));
    VisitSheets.Somebody carer = sheet.people().get(1);
    assertEquals(List.of(), carer.due());
    assertEquals("Hlídání v úterý", carer.wishes().get(0).wish());

    Viewer narrow =
        new Viewer(
            knowing.staff(),
            knowing.name(),
            Map.of(Visits.READ, Reach.OWN, CaseFiles.READ, Reach.OWN),
            knowing.locale(),
            knowing.zone(),
            knowing.clock(),
            knowing.requestId());
    VisitSheets.Sheet less = sheet(narrow, family);
    assertFalse(less.duties());
    assertTrue(less.promises().isEmpty() && less.tasks().isEmpty());
    assertTrue(less.people().stream().allMatch(one -> one.wishes().isEmpty()));
    assertTrue(less.people().stream().allMatch(one -> one.alerts().isEmpty()));
    assertThrows(NotFound.class, () -> sheet(register.viewer("key-worker"), family));
  }

  private static List<String> whats(List<TaskLine> tasks) {
    return tasks.stream().map(TaskLine::what).toList();
  }

  private Duties.Line due(Family family, Viewer viewer) {
    CaseFiles.Header header = register.files.header(viewer, family.file());
    return new Duties.Line(
        "cz.visit",
        "cz 1",
        family.file(),
        header.number(),
        header.familyName(),
        Duties.SubjectKind.CHILD,
        family.child(),
        new PersonName("Ema", header.familyName()),
        null,
        TODAY.plusDays(3),
        null,
        Duties.Status.DUE_SOON,
        Refusals.text("load.title"),
        Refusals.text("load.title"),
        "§ 47b",
        Trust.VERIFIED);
  }

  @Test
  void noReadAsksMoreWhenAVisitHasMoreVersionsSignaturesAndScans() {
    Statements counted = new Statements(register.tx);
    var access = register.access;
    var keys = register.house.keys();
    VisitVersions versions = new VisitVersions(counted, access.access(), register.staff, keys);
    VisitPapers papers =
        new VisitPapers(counted, access.access(), access.audit(), register.staff, keys);
    VisitId few = busy("Málo", 1);
    VisitId many = busy("Hodně", 5);
    Map<String, Consumer<VisitId>> reads =
        Map.of(
            "versions", id -> versions.of(worker, id),
            "signatures", id -> papers.signing().of(worker, id.value()),
            "wordings", id -> papers.prints().of(worker, id.value()),
            "scans", id -> papers.scans().of(worker, id.value()));
    reads.forEach(
        (what, read) -> {
          long first = counted.asked();
          read.accept(few);
          long second = counted.asked();
          read.accept(many);
          assertTrue(second > first, what);
          assertEquals(second - first, counted.asked() - second, what);
        });
  }

  private VisitId busy(String name, int times) {
    Family family = register.family(director, worker, name);
    VisitId id = register.visits.record(worker, family.file(), visit(family, TODAY, "Klid."));
    for (int i = 0; i < times; i++) {
      note(id, new NewSignature(family.carer(), i + 1, TODAY, false, null));
      register.house.clock().forward(Duration.ofMinutes(1));
      register.visits.amend(
          worker, id, view(id).version(), visit(family, TODAY, "Znění " + i), "Důvod " + i);
      register.house.clock().forward(Duration.ofMinutes(1));
      register.care.scans.add(worker, id.value(), PDF);
    }
    return id;
  }
}
