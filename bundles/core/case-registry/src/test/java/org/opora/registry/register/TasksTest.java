package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.ids.VisitId;
import org.opora.api.paging.Page;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Title;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Task;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.testkit.OnEveryDatabase;

/** Who sets, sees, hands on and finishes which task. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final Title TITLE = new Title("Napsat zápis", "Napisać notatkę", "Write it up");

  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;
  private int accounts;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    register.access.grants().add(new CaseRegistryModule());
    director = register.viewer("director");
    account(director, "director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void aTaskOfAFamilyIsSeenByThoseWhoMaySeeTheFamilyAndByNobodyElse() {
    Viewer worker = colleague("key-worker");
    Family family = register.family(director, worker, "Úkolová");
    TaskId task = add(worker, About.file(family.file()), worker, TODAY.plusDays(3));
    TaskLine line = register.desk.view(director, task);
    assertEquals("Zavolat do školy kvůli obědům", line.what());
    assertEquals("Úkolová", line.file().familyName());
    assertEquals(Urgency.SOON, line.urgency());
    assertTrue(ids(all(director)).contains(task));
    assertEquals(List.of(task), ids(ofFile(director, family, false)));

    Viewer stranger = colleague("key-worker");
    assertThrows(NotFound.class, () -> register.desk.view(stranger, task));
    assertThrows(NotFound.class, () -> finish(stranger, task, null));
    assertThrows(NotFound.class, () -> reopen(stranger, task));
    assertThrows(
        NotFound.class, () -> register.desk.amend(stranger, task, 1, "x", stranger.staff(), null));
    assertThrows(NotFound.class, () -> ofFile(stranger, family, false));
    assertThrows(NotFound.class, () -> add(stranger, About.file(family.file()), stranger, null));
    assertEquals(List.of(), all(stranger));
    assertEquals(List.of(), list(stranger, worker.staff(), false));

    Viewer administrator = register.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> register.desk.view(administrator, task));
    assertThrows(NotAllowed.class, () -> all(administrator));
    assertThrows(NotAllowed.class, () -> ofFile(administrator, family, false));
    assertThrows(NotAllowed.class, () -> add(administrator, About.NOBODY, administrator, null));
  }

  @Test
  void besideALastDayOnWhichNobodyWorksStandsTheWorkingDayBefore() {
    Viewer worker = colleague("key-worker");
    LocalDate sunday = LocalDate.of(2026, 11, 8);
    TaskId task = add(worker, About.NOBODY, worker, sunday);
    TaskLine line = register.desk.view(worker, task);
    assertEquals(sunday, line.due(), "the day itself never moves");
    assertEquals(LocalDate.of(2026, 11, 6), line.doBy());
    assertEquals(line, list(worker, worker.staff(), false).get(0));
    finish(worker, task, null);
    assertNull(register.desk.view(worker, task).doBy(), "what is done is done");
    assertNull(view(worker, add(worker, About.NOBODY, worker, LocalDate.of(2026, 11, 6))).doBy());
    assertNull(view(worker, add(worker, About.NOBODY, worker, null)).doBy());
  }

  private TaskLine view(Viewer viewer, TaskId task) {
    return register.desk.view(viewer, task);
  }

  @Test
  void aTaskAboutNobodyBelongsToItsAuthorItsDoerAndWhoeverSeesAll() {
    Viewer author = colleague("key-worker");
    Viewer doer = colleague("key-worker");
    TaskId task = add(author, About.NOBODY, doer, null);
    for (Viewer viewer : List.of(author, doer, director)) {
      assertEquals(Urgency.UNDATED, register.desk.view(viewer, task).urgency());
      assertTrue(ids(all(viewer)).contains(task));
    }
    assertEquals(List.of(task), ids(list(doer, doer.staff(), false)));
    assertEquals(1, register.inbox.unread(doer), "the doer is told");
    assertEquals(0, register.inbox.unread(author));
    Viewer other = colleague("key-worker");
    assertThrows(NotFound.class, () -> register.desk.view(other, task));
    assertThrows(NotFound.class, () -> finish(other, task, null));
    assertEquals(List.of(), all(other));
  }

  @Test
  void theWordsAreSealedAlsoOfATaskAboutNobody() {
    Viewer worker = colleague("key-worker");
    Family family = register.family(director, worker, "Zapečetěná");
    for (About about :
        List.of(
            About.NOBODY, About.file(family.file()), About.person(family.child(), family.file()))) {
      TaskId task = add(worker, about, worker, null);
      finish(worker, task, "Škola obědy zařídí");
      TaskLine line = register.desk.view(worker, task);
      assertEquals("Zavolat do školy kvůli obědům", line.what());
      assertEquals("Škola obědy zařídí", line.note());
      Task row = register.tx.read(em -> em.find(Task.class, task.value()));
      assertFalse(text(row.what()).contains("obědům"), "sealed");
      assertFalse(text(row.note()).contains("obědy"), "sealed");
    }
  }

  private static String text(byte[] stored) {
    return new String(stored, StandardCharsets.UTF_8);
  }

  @Test
  void aTaskIsHandedOnlyToAColleagueWhoMaySeeWhomItIsAbout() {
    Viewer worker = colleague("key-worker");
    Viewer deputy = colleague("key-worker");
    Family family = register.family(director, worker, "Předávaná");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    About about = About.person(family.child(), family.file());

    assertTrue(
        register
            .desk
            .doers(worker, about)
            .containsAll(Set.of(director.staff(), worker.staff(), deputy.staff())));
    add(worker, about, deputy, null);
    add(worker, about, director, null);
    Viewer stranger = colleague("key-worker");
    Viewer withoutAccount = register.viewer("director");
    Viewer administrator = register.viewer("it-administrator");
    account(administrator, "it-administrator");
    for (Viewer wrong : List.of(stranger, withoutAccount, administrator)) {
      assertEquals("doer", refused(() -> add(worker, about, wrong, null)));
    }
    assertEquals("doer", refused(() -> add(worker, About.NOBODY, administrator, null)));
    TaskId task = add(worker, about, worker, null);
    assertEquals(
        "doer",
        refused(() -> register.desk.amend(worker, task, 1, "Jinak", stranger.staff(), null)));

    Viewer walled = colleague("director");
    assertTrue(register.desk.doers(worker, about).contains(walled.staff()));
    register
        .house
        .walls()
        .raise(
            director, walled.staff(), Subject.of(family.file()), Walls.Ground.CONFLICT_OF_INTEREST);
    assertEquals("doer", refused(() -> add(worker, about, walled, null)));
    register.access.accounts().disable(director, deputy.staff());
    assertEquals("doer", refused(() -> add(worker, about, deputy, null)));
  }

  @Test
  void aWallAtTheFileClosesTheTasksAboutItsPeopleToo() {
    Viewer walled = colleague("director");
    Family family = register.family(director, null, "Zazděná");
    TaskId ofChild = add(director, About.person(family.child(), family.file()), director, null);
    TaskId ofFile = add(director, About.file(family.file()), director, null);
    assertTrue(ids(all(walled)).containsAll(List.of(ofChild, ofFile)));
    register
        .house
        .walls()
        .raise(director, walled.staff(), Subject.of(family.file()), Walls.Ground.SEAL);
    for (TaskId task : List.of(ofChild, ofFile)) {
      assertThrows(NotFound.class, () -> register.desk.view(walled, task));
      assertFalse(ids(all(walled)).contains(task));
    }
    assertTrue(ids(all(director)).containsAll(List.of(ofChild, ofFile)));
  }

  @Test
  void openTasksStandByTheirLastDayAndDoneOnesTheNewestFirst() {
    Viewer worker = colleague("key-worker");
    Family family = register.family(director, worker, "Řazená");
    List<TaskId> expected = new ArrayList<>();
    TaskId undated = add(worker, About.NOBODY, worker, null);
    TaskId later = add(worker, About.file(family.file()), worker, TODAY.plusDays(30));
    TaskId today = add(worker, About.person(family.child(), family.file()), worker, TODAY);
    TaskId also = add(worker, About.NOBODY, worker, TODAY.plusDays(30));
    expected.addAll(List.of(today, later, also, undated));
    assertEquals(expected, ids(list(worker, worker.staff(), false)));
    assertEquals(expected, paged(worker, worker.staff(), false, 1));
    assertEquals(expected, paged(worker, worker.staff(), false, 3));
    assertEquals(expected, paged(worker, null, false, 2));
    assertEquals(
        List.of(today, later), ids(ofFile(worker, family, false)), "of the family, by their day");

    register.house.clock().set(TODAY.plusDays(1));
    try {
      assertEquals(
          Urgency.OVERDUE, list(worker, worker.staff(), false).get(0).urgency(), "overdue first");
      finish(worker, later, null);
    } finally {
      register.house.clock().set(TODAY);
    }
    finish(worker, today, null);
    finish(worker, undated, null);
    assertEquals(List.of(also), ids(list(worker, worker.staff(), false)));
    assertEquals(List.of(later, undated, today), newestFirst(worker, 1));
    assertEquals(List.of(later, undated, today), newestFirst(worker, 2));
    assertEquals(List.of(later, today), ids(ofFile(worker, family, true)));
  }

  /** Of one day the one set last comes first. */
  private List<TaskId> newestFirst(Viewer viewer, int limit) {
    List<TaskId> paged = paged(viewer, viewer.staff(), true, limit);
    List<TaskId> sameDay = new ArrayList<>(paged.subList(1, 3));
    sameDay.sort((a, b) -> a.toString().compareTo(b.toString()));
    assertEquals(List.of(paged.get(0), sameDay.get(1), sameDay.get(0)), paged);
    return List.of(paged.get(0), sameDay.get(0), sameDay.get(1));
  }

  @Test
  void aListGoesOnWhereItWasWhenTheLastTaskIsDoneMeanwhile() {
    Viewer worker = colleague("key-worker");
    TaskId first = add(worker, About.NOBODY, worker, TODAY.plusDays(1));
    TaskId second = add(worker, About.NOBODY, worker, TODAY.plusDays(2));
    Page<TaskLine> page = register.desk.list(worker, worker.staff(), false, null, 1);
    assertEquals(List.of(first), ids(page.items()));
    finish(worker, first, null);
    assertEquals(
        List.of(second),
        ids(register.desk.list(worker, worker.staff(), false, page.next(), 1).items()));
  }

  @Test
  void whatIsDoneKeepsWhoWhenAndHowAndTheChronologySaysSoWithoutAWordOfIt() {
    Viewer worker = colleague("key-worker");
    Family family = register.family(director, worker, "Hotová");
    TaskId task = add(worker, About.person(family.child(), family.file()), worker, TODAY);
    assertTrue(entries(worker, family).isEmpty());
    finish(director, task, " Volala jsem. ");
    TaskLine done = register.desk.view(worker, task);
    assertEquals(TODAY, done.doneOn());
    assertEquals("Mgr. Jana Testová", done.doneBy());
    assertEquals("Volala jsem.", done.note());
    assertNull(done.urgency());
    Timeline.Entry entry = entries(worker, family).get(0);
    assertEquals("Úkol je hotový", entry.title().cs());
    assertEquals(TODAY, entry.on());
    assertNull(refused(() -> finish(worker, task, null)));
    assertNull(refused(() -> register.desk.amend(worker, task, 2, "Jinak", worker.staff(), null)));
    assertEquals("Volala jsem.", register.desk.view(worker, task).note());

    reopen(worker, task);
    assertTrue(entries(worker, family).isEmpty());
    assertNull(register.desk.view(worker, task).doneBy());
    assertNull(refused(() -> reopen(worker, task)));
    assertEquals(3, acts(task), "set, done, reopened, and nothing of what was refused");
  }

  private List<Timeline.Entry> entries(Viewer viewer, Family family) {
    return register.timeline.of(viewer, family.file(), null, 50).items().stream()
        .filter(entry -> entry.kind().equals("task"))
        .toList();
  }

  private long lately(Viewer viewer) {
    return register.timeline.recent(viewer, 50).stream()
        .filter(one -> one.entry().kind().equals("task"))
        .count();
  }

  /** Rows of the trail that name the task. */
  private long acts(TaskId task) {
    return register.tx.read(
        em ->
            ((Number)
                    em.createNativeQuery(
                            "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE DETAIL = ?1")
                        .setParameter(1, "task=" + task)
                        .getSingleResult())
                .longValue());
  }

  @Test
  void nobodyWritesOverWhatSomebodyElseSaved() {
    Viewer worker = colleague("key-worker");
    Family family = register.family(director, worker, "Souběh");
    TaskId task = add(worker, About.file(family.file()), worker, null);
    long seen = register.desk.view(worker, task).version();
    register.desk.amend(director, task, seen, "Napsat do školy", worker.staff(), TODAY);
    assertThrows(
        Stale.class,
        () -> register.desk.amend(worker, task, seen, "Zajít do školy", worker.staff(), null));
    TaskLine now = register.desk.view(worker, task);
    assertEquals("Napsat do školy", now.what());
    assertEquals(TODAY, now.due());
  }

  @Test
  void anOldPageNeitherFinishesNorReopensWhatSomebodyElseChanged() {
    Viewer worker = colleague("key-worker");
    Family family = register.family(director, worker, "Starší stránka");
    TaskId task = add(worker, About.file(family.file()), worker, null);
    long open = all(worker).get(0).version();
    assertEquals(open, register.desk.view(worker, task).version());
    register.desk.amend(director, task, open, "Napsat do školy", worker.staff(), TODAY);
    assertThrows(Stale.class, () -> register.desk.finish(worker, task, open, "Zavoláno"));
    assertFalse(register.desk.view(worker, task).done());

    finish(worker, task, "Napsáno");
    long finished = register.desk.view(worker, task).version();
    reopen(director, task);
    finish(director, task, "Napsáno znovu");
    assertThrows(Stale.class, () -> register.desk.reopen(worker, task, finished));
    TaskLine now = register.desk.view(worker, task);
    assertEquals("Napsáno znovu", now.note(), "the newer completion stays");
    assertEquals(1, entries(worker, family).size());
  }

  @Test
  void whoIsWalledAtTheChildDoesNotReadThatItsTaskIsDone() {
    Viewer worker = colleague("key-worker");
    Family family = register.family(director, worker, "Oddělená");
    TaskId ofChild = add(worker, About.person(family.child(), family.file()), worker, null);
    TaskId ofCarer = add(worker, About.person(family.carer(), family.file()), worker, null);
    TaskId ofFamily = add(worker, About.file(family.file()), worker, null);
    finish(worker, ofCarer, null);
    assertEquals(List.of(), entries(worker, family), "no story closes at a carer");
    finish(worker, ofChild, null);
    assertEquals(1, entries(worker, family).size());
    finish(worker, ofFamily, null);
    for (Subject at :
        List.of(Subject.of(family.child()), Subject.of(register.files.childFile(family.child())))) {
      Viewer walled = colleague("director");
      assertEquals(2, entries(walled, family).size());
      register.house.walls().raise(director, walled.staff(), at, Walls.Ground.CONFLICT_OF_INTEREST);
      assertEquals(1, entries(walled, family).size(), "that of the family only");
      assertEquals(2, entries(worker, family).size());
    }
    assertEquals(2, lately(worker));
    register
        .house
        .walls()
        .raise(director, worker.staff(), Subject.of(family.child()), Walls.Ground.EXCLUSION);
    assertEquals(1, lately(worker));
  }

  @Test
  void whatCannotBeIsRefusedBesideItsField() {
    Viewer worker = colleague("key-worker");
    Family family = register.family(director, worker, "Odmítnutá");
    Family other = register.family(director, worker, "Sousední");
    About about = About.file(family.file());
    assertEquals("due", refused(() -> add(worker, about, worker, TODAY.minusDays(1))));
    assertEquals("what", refused(() -> add(worker, about, " ", worker.staff())));
    assertEquals("what", refused(() -> add(worker, about, "x".repeat(501), worker.staff())));
    assertEquals("doer", refused(() -> add(worker, about, "x", null)));
    assertEquals(
        "about",
        refused(() -> add(worker, About.person(other.child(), family.file()), worker, null)));
    assertThrows(
        NotFound.class,
        () ->
            register.desk.add(
                worker, new NewTask(about, VisitId.next(), "x", worker.staff(), null)));
    assertEquals(List.of(), all(worker));
  }

  @Test
  void aTaskThatIsLateAlreadyCanStillBeChanged() {
    Viewer worker = colleague("key-worker");
    TaskId task = add(worker, About.NOBODY, worker, TODAY);
    register.house.clock().set(TODAY.plusDays(5));
    try {
      register.desk.amend(worker, task, 1, "Přece jen", worker.staff(), TODAY);
      assertEquals(
          "due",
          refused(
              () ->
                  register.desk.amend(
                      worker, task, 2, "Přece jen", worker.staff(), TODAY.plusDays(1))));
    } finally {
      register.house.clock().set(TODAY);
    }
  }

  @Test
  void whenTheKeyWorkerChangesTheTaskStaysWhereItWas() {
    Viewer before = colleague("key-worker");
    Viewer after = colleague("key-worker");
    Family family = register.family(director, before, "Převzatá");
    TaskId task = add(before, About.file(family.file()), before, null);
    register.files.assign(director, family.file(), after.staff(), null, TODAY);
    assertThrows(NotFound.class, () -> register.desk.view(before, task));
    assertEquals(List.of(), list(before, before.staff(), false));
    assertEquals(List.of(task), ids(ofFile(after, family, false)));
    TaskLine line = register.desk.view(after, task);
    assertEquals(before.staff(), line.doer(), "nothing changes hands by itself");
    register.desk.amend(after, task, 1, line.what(), before.staff(), TODAY);
    register.desk.amend(after, task, 2, line.what(), after.staff(), TODAY);
    assertEquals(List.of(task), ids(list(after, after.staff(), false)));
  }

  @Test
  void theTaskOfAChildIsFoundInTheNextFamily() {
    Viewer first = colleague("key-worker");
    Viewer next = colleague("key-worker");
    Family family = register.family(director, first, "První");
    Family other = register.family(director, next, "Druhá");
    TaskId task = add(first, About.person(family.child(), family.file()), first, null);
    var stay = register.placements.of(director, family.file()).get(0);
    register.placements.end(director, stay.id(), TODAY.minusDays(1));
    register.placements.place(director, other.file(), family.child(), TODAY, null);
    assertThrows(NotFound.class, () -> register.desk.view(first, task));
    assertEquals(
        List.of(task),
        ids(
            register
                .desk
                .ofFile(next, other.file(), List.of(family.child()), false, null, 10)
                .items()));
    TaskLine line = register.desk.view(next, task);
    assertEquals("Ema První", line.personName());
    assertNull(line.file(), "the former family is not the next key worker's business");
  }

  @Test
  void aTaskFromARecordIsThereOnceAndFollowsTheRecord() {
    Viewer worker = colleague("key-worker");
    Viewer deputy = colleague("key-worker");
    Family family = register.family(director, worker, "Ze záznamu");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    UUID source = UUID.randomUUID();
    TaskId task = push(worker, family, source, TODAY.plusDays(10));
    assertEquals(task, push(worker, family, source, TODAY.plusDays(4)));
    TaskLine line = register.desk.view(worker, task);
    assertEquals(TITLE, line.title());
    assertNull(line.what());
    assertEquals(TODAY.plusDays(4), line.due());
    assertNull(line.href(), "its bundle is not here");

    register.desk.amend(worker, task, 2, "přepsáno", deputy.staff(), TODAY.plusDays(5));
    assertEquals(task, push(worker, family, source, TODAY.plusDays(6)));
    TaskLine handed = register.desk.view(worker, task);
    assertEquals(deputy.staff(), handed.doer(), "it was handed on meanwhile");
    assertEquals(TITLE, handed.title());
    assertEquals(TODAY.plusDays(6), handed.due());

    register.tasks.doneBy(deputy, "elsewhere", source);
    register.tasks.doneBy(worker, "elsewhere", source);
    push(worker, family, source, TODAY.plusDays(60));
    register.tasks.withdraw("elsewhere", source);
    TaskLine done = register.desk.view(worker, task);
    assertEquals(TODAY, done.doneOn(), "what is done stays done");
    assertEquals(TODAY.plusDays(6), done.due());
    assertEquals(1, entries(worker, family).size());

    UUID another = UUID.randomUUID();
    TaskId open = push(worker, family, another, null);
    assertNotEquals(task, open);
    register.tasks.withdraw("elsewhere", another);
    assertThrows(NotFound.class, () -> register.desk.view(worker, open));
    register.tasks.withdraw("elsewhere", another);
    register.tasks.doneBy(worker, "elsewhere", another);
  }

  private TaskId push(Viewer viewer, Family family, UUID source, LocalDate due) {
    return register.tasks.put(
        viewer,
        new Tasks.NewTask(
            "elsewhere",
            source,
            family.file(),
            Subject.of(family.file()),
            TITLE,
            viewer.staff(),
            due,
            "/m/elsewhere/" + source));
  }

  @Test
  void aRecordThatIsHereSettlesItsTaskAndOneThatIsGoneHoldsOnToNothing() {
    Viewer worker = colleague("key-worker");
    Viewer deputy = colleague("key-worker");
    Family family = register.family(director, worker, "Vázaná");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    UUID lent = UUID.randomUUID();
    TaskId settled = push(worker, family, Refusals.BUNDLE, lent, Tasks.Tie.SETTLES);
    assertNull(refused(() -> finish(worker, settled, null)));
    register.desk.amend(worker, settled, version(settled), null, deputy.staff(), null);
    assertEquals(deputy.staff(), register.desk.view(worker, settled).doer(), "handed on");
    register.tasks.doneBy(worker, Refusals.BUNDLE, lent);
    assertEquals(TODAY, register.desk.view(worker, settled).doneOn());
    assertNull(refused(() -> reopen(worker, settled)));
    assertEquals(TODAY, register.desk.view(worker, settled).doneOn());

    TaskId kept = push(worker, family, Refusals.BUNDLE, UUID.randomUUID(), Tasks.Tie.KEEPS);
    assertNull(refused(() -> finish(worker, kept, null)));
    assertNull(
        refused(
            () -> register.desk.amend(worker, kept, version(kept), null, deputy.staff(), null)));
    assertEquals(worker.staff(), register.desk.view(worker, kept).doer());

    TaskId orphan = push(worker, family, "elsewhere", UUID.randomUUID(), Tasks.Tie.KEEPS);
    assertFalse(register.desk.view(worker, orphan).settledThere(), "its bundle is not here");
    register.desk.amend(worker, orphan, version(orphan), null, deputy.staff(), null);
    finish(deputy, orphan, null);
    reopen(deputy, orphan);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Tasks.NewTask(
                "elsewhere",
                UUID.randomUUID(),
                family.file(),
                Subject.of(family.file()),
                TITLE,
                worker.staff(),
                null,
                null,
                Tasks.Tie.SETTLES,
                false),
        "a record without a page settles nothing");
  }

  private TaskId push(Viewer viewer, Family family, String origin, UUID source, Tasks.Tie tie) {
    return register.tasks.put(
        viewer,
        new Tasks.NewTask(
            origin,
            source,
            family.file(),
            Subject.of(family.file()),
            TITLE,
            viewer.staff(),
            null,
            "/somewhere/" + source,
            tie,
            false));
  }

  @Test
  void aTaskFromARecordIsThereExactlyWhenTheRecordIs() {
    Viewer worker = colleague("key-worker");
    Family family = register.family(director, worker, "Odvolaná");
    assertThrows(
        IllegalStateException.class,
        () ->
            register.tx.run(
                em -> {
                  push(worker, family, UUID.randomUUID(), null);
                  throw new IllegalStateException("the record cannot be written");
                }));
    assertEquals(List.of(), all(worker));
  }

  @Test
  void whoOnlyHasToDoWithTheSubFileSeesTheTaskOfTheChildAndNoMore() {
    Viewer worker = colleague("key-worker");
    Viewer facilitator = colleague("key-worker");
    Family family = register.family(director, worker, "Kontaktní");
    ChildFileId childFile = register.files.childFile(family.child());
    register
        .house
        .relations()
        .grant(
            facilitator.staff(),
            Subject.of(childFile),
            RelationKind.FACILITATOR,
            TODAY,
            null,
            "elsewhere:1");
    TaskId ofFamily = add(worker, About.file(family.file()), worker, null);
    TaskId task =
        register.tasks.put(
            worker,
            new Tasks.NewTask(
                "elsewhere",
                UUID.randomUUID(),
                family.file(),
                Subject.of(childFile),
                TITLE,
                facilitator.staff(),
                TODAY,
                null));
    assertEquals(List.of(task), ids(all(facilitator)));
    TaskLine seen = register.desk.view(facilitator, task);
    assertNull(seen.file());
    assertNull(seen.personName());
    assertThrows(NotFound.class, () -> register.desk.view(facilitator, ofFamily));
    finish(facilitator, task, "Zapsáno");
    assertEquals("Zapsáno", register.desk.view(worker, task).note());
    register
        .house
        .walls()
        .raise(director, facilitator.staff(), Subject.of(family.child()), Walls.Ground.EXCLUSION);
    assertThrows(NotFound.class, () -> register.desk.view(facilitator, task));
    assertEquals(List.of(), list(facilitator, null, true));
  }

  @Test
  void whatBelongsToNobodyIsRefusedBeforeItIsWritten() {
    Family family = register.family(director, null, "Nesmyslná");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Tasks.NewTask(
                "elsewhere",
                UUID.randomUUID(),
                family.file(),
                null,
                TITLE,
                director.staff(),
                null,
                null));
    Subject unknown = Subject.of(ChildFileId.next());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            register.tasks.put(
                director,
                new Tasks.NewTask(
                    "elsewhere",
                    UUID.randomUUID(),
                    null,
                    unknown,
                    TITLE,
                    director.staff(),
                    null,
                    null)));
  }

  @Test
  void aFileWithATaskIsWorkedWithAndAnErasedPersonTakesTheirTasksAlong() {
    Family family = register.family(director, null, "Dovezená");
    assertTrue(register.arrivals.untouched(director, family.file()));
    TaskId task = add(director, About.person(family.child(), family.file()), director, null);
    assertFalse(register.arrivals.untouched(director, family.file()));
    Family other = register.family(director, null, "Dovezená jinam");
    assertTrue(register.arrivals.untouched(director, other.file()));
    add(director, About.person(other.carer(), null), director, null);
    assertFalse(register.arrivals.untouched(director, other.file()), "a task kept elsewhere");
    finish(director, task, null);
    assertEquals(1, entries(director, family).size());
    long known = register.own.count(Set.of(family.child()));
    register.own.erase(Set.of(family.child()));
    assertEquals(known - 1, register.own.count(Set.of(family.child())));
    assertEquals(List.of(), entries(director, family));
    assertThrows(NotFound.class, () -> register.desk.view(director, task));
  }

  @Test
  void whoeverMayOnlyReadSetsNothing() {
    Viewer worker = colleague("key-worker");
    Viewer reader = register.house.viewer(StaffId.next(), java.util.Map.of(Tasks.READ, Reach.ALL));
    TaskId task = add(worker, About.NOBODY, worker, null);
    assertEquals("Zavolat do školy kvůli obědům", register.desk.view(reader, task).what());
    assertThrows(NotAllowed.class, () -> finish(reader, task, null));
    assertThrows(NotAllowed.class, () -> add(reader, About.NOBODY, reader, null));
  }

  /** From a page that is fresh; who sees none has some page all the same. */
  private void finish(Viewer viewer, TaskId task, String note) {
    register.desk.finish(viewer, task, version(task), note);
  }

  private void reopen(Viewer viewer, TaskId task) {
    register.desk.reopen(viewer, task, version(task));
  }

  private long version(TaskId task) {
    return register.tx.read(em -> em.find(Task.class, task.value()).version());
  }

  private TaskId add(Viewer viewer, About about, Viewer doer, LocalDate due) {
    return register.desk.add(
        viewer, new NewTask(about, null, "Zavolat do školy kvůli obědům", doer.staff(), due));
  }

  private TaskId add(Viewer viewer, About about, String what, StaffId doer) {
    return register.desk.add(viewer, new NewTask(about, null, what, doer, null));
  }

  private List<TaskLine> all(Viewer viewer) {
    return list(viewer, null, false);
  }

  private List<TaskLine> list(Viewer viewer, StaffId doer, boolean done) {
    return register.desk.list(viewer, doer, done, null, 100).items();
  }

  private List<TaskLine> ofFile(Viewer viewer, Family family, boolean done) {
    return register
        .desk
        .ofFile(viewer, family.file(), List.of(family.child(), family.carer()), done, null, 100)
        .items();
  }

  private List<TaskId> paged(Viewer viewer, StaffId doer, boolean done, int limit) {
    List<TaskId> all = new ArrayList<>();
    String after = null;
    do {
      Page<TaskLine> page = register.desk.list(viewer, doer, done, after, limit);
      all.addAll(ids(page.items()));
      after = page.next();
    } while (after != null);
    return all;
  }

  private static List<TaskId> ids(List<TaskLine> lines) {
    return lines.stream().map(TaskLine::id).toList();
  }

  private static String refused(org.junit.jupiter.api.function.Executable act) {
    return assertThrows(Refused.class, act).field();
  }

  /** Somebody who can sign in. */
  private Viewer colleague(String role) {
    Viewer viewer = register.viewer(role);
    account(viewer, role);
    return viewer;
  }

  private void account(Viewer who, String role) {
    String code =
        register.access.accounts().invite(director, who.staff(), "Mgr. Jana Testová", Set.of(role));
    accounts++;
    register
        .access
        .accounts()
        .accept(
            code,
            new NewAccount(
                "Mgr. Jana Testová",
                "kolegyne" + accounts,
                "modrý kámen u řeky".toCharArray(),
                "cs"));
    register.confirm(who.staff());
  }
}
