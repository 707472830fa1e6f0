package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.ContactDesk.Entry;
import org.opora.registry.intake.application.ContactLine;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** What follows from a first contact, who sees to it, and when it counts as answered. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstContactTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate SOON = TODAY.plusDays(3);
  private static final LocalDate LATER = TODAY.plusDays(10);

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Viewer director;
  private int accounts;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    register.access.grants().add(new CaseRegistryModule());
    rooms = new IntakeRooms(register);
    director = register.viewer("director");
    account(director, "director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void whatFollowsAfterAStepThatWasDoneIsATaskOfItsOwn() {
    Viewer anna = colleague("key-worker");
    UUID contact = rooms.contacts.record(anna, entry(NextStep.CALL_BACK, SOON, anna));
    done(anna, only(anna));
    amend(anna, contact, entry(NextStep.CALL_BACK, SOON, anna));
    assertEquals(List.of(), tasks(anna), "a correction brings back nothing that was done");

    amend(anna, contact, entry(NextStep.APPOINTMENT, LATER, anna));
    TaskLine meeting = only(anna);
    assertEquals(LATER, meeting.due());
    assertTrue(meeting.title().cs().startsWith("Schůzka"), meeting.title().cs());
    assertEquals("/intake/" + contact, meeting.href());
    done(anna, meeting);

    amend(anna, contact, entry(NextStep.APPOINTMENT, LATER.plusDays(7), anna));
    assertEquals(LATER.plusDays(7), only(anna).due(), "another meeting after the one that was");
    amend(anna, contact, entry(NextStep.NONE, null, anna));
    assertEquals(List.of(), tasks(anna), "nothing follows any more");
    assertEquals(2, register.desk.list(anna, anna.staff(), true, null, 10).items().size());
  }

  @Test
  void whoeverIsNamedInsteadGetsTheTask() {
    Viewer anna = colleague("key-worker");
    Viewer bara = colleague("key-worker");
    UUID contact = rooms.contacts.record(director, entry(NextStep.CALL_BACK, SOON, anna));
    assertEquals(SOON, only(anna).due());
    amend(director, contact, entry(NextStep.CALL_BACK, SOON, bara));
    assertEquals(List.of(), tasks(anna), "what she could not open is not hers to do");
    assertThrows(NotFound.class, () -> rooms.contacts.view(anna, contact));
    assertEquals("/intake/" + contact, only(bara).href());
    assertEquals(1, register.inbox.unread(bara), "she is told");
    assertEquals(contact, rooms.contacts.view(bara, contact).line().id());
  }

  @Test
  void aTaskThatWasHandedOnStaysThereWhileTheStepIsTheSame() {
    Viewer anna = colleague("key-worker");
    Viewer bara = colleague("key-worker");
    UUID contact = rooms.contacts.record(anna, entry(NextStep.APPOINTMENT, SOON, anna));
    TaskLine task = only(anna);
    register.desk.amend(anna, task.id(), task.version(), null, bara.staff(), SOON);
    amend(anna, contact, entry(NextStep.APPOINTMENT, LATER, anna));
    assertEquals(List.of(), tasks(anna));
    assertEquals(task.id(), only(bara).id());
    assertEquals(LATER, only(bara).due(), "the meeting was moved");
  }

  @Test
  void openingTheFileIsDoneOnceThereIsOne() {
    Viewer anna = colleague("key-worker");
    UUID contact = rooms.contacts.record(anna, entry(NextStep.OPEN_FILE, SOON, anna));
    TaskLine task = only(anna);
    CaseFileId file = file(contact, "Založená", anna);
    assertEquals(List.of(), tasks(anna));
    assertEquals(TODAY, register.desk.view(anna, task.id()).doneOn());
    amend(anna, contact, entry(NextStep.OPEN_FILE, LATER, anna));
    assertEquals(List.of(), tasks(anna), "what is there is not opened again");
    amend(anna, contact, entry(NextStep.APPOINTMENT, LATER, anna));
    assertEquals(file, only(anna).about().file());
    assertEquals(
        "nextStep", refused(() -> amend(anna, contact, entry(NextStep.OPEN_FILE, LATER, anna))));
  }

  @Test
  void whatElseFollowsGoesWithTheFileToWhoMaySeeIt() {
    Viewer anna = colleague("key-worker");
    Viewer bara = colleague("key-worker");
    UUID contact = rooms.contacts.record(anna, entry(NextStep.CALL_BACK, SOON, anna));
    TaskLine before = only(anna);
    CaseFileId file = file(contact, "Převzatá", bara);
    assertEquals(List.of(), tasks(anna), "she may not see the file");
    assertThrows(NotFound.class, () -> register.desk.view(anna, before.id()));
    TaskLine now = only(bara);
    assertEquals(file, now.about().file());
    assertEquals(SOON, now.due());
    assertEquals(1, register.inbox.unread(bara), "she is told");
    ContactDesk.Seen seen = rooms.contacts.view(bara, contact);
    assertEquals(bara.staff(), seen.doer());
    assertEquals(
        List.of(now.id()),
        register.desk.ofFile(bara, file, List.of(), false, null, 10).items().stream()
            .map(TaskLine::id)
            .toList(),
        "it stands in the file");

    UUID hers = rooms.contacts.record(director, entry(NextStep.APPOINTMENT, SOON, bara));
    CaseFileId other = file(hers, "Její", bara);
    assertTrue(tasks(bara).stream().anyMatch(task -> other.equals(task.about().file())));
    UUID nobodys = rooms.contacts.record(director, entry(NextStep.APPOINTMENT, SOON, anna));
    CaseFileId third = file(nobodys, "Bez pracovnice", null);
    assertTrue(
        tasks(director).stream().anyMatch(task -> third.equals(task.about().file())),
        "nobody works with the family yet");
  }

  @Test
  void withAFileOnlyThoseWhoMaySeeItAreOffered() {
    Viewer anna = colleague("key-worker");
    Viewer bara = colleague("key-worker");
    UUID contact = rooms.contacts.record(director, entry(NextStep.NONE, null, anna));
    assertTrue(rooms.contacts.doers(director, null).contains(anna.staff()));
    CaseFileId file = file(contact, "Nabízená", bara);
    Set<StaffId> doers = rooms.contacts.doers(director, file);
    assertTrue(doers.contains(bara.staff()) && doers.contains(director.staff()), doers.toString());
    assertFalse(doers.contains(anna.staff()));
    amend(director, contact, entry(NextStep.NONE, null, anna));
    assertEquals(
        "doer",
        refused(() -> amend(director, contact, entry(NextStep.CALL_BACK, SOON, anna))),
        "she could not open it");
    amend(director, contact, entry(NextStep.CALL_BACK, SOON, bara));
    assertEquals("/intake/" + contact, only(bara).href());
    Viewer it = colleague("it-administrator");
    assertEquals(
        "doer", refused(() -> rooms.contacts.record(director, entry(NextStep.NONE, null, it))));
  }

  @Test
  void whoeverIsToBeCalledBackHasBeenAnsweredOnlyWithAdvice() {
    Viewer anna = colleague("key-worker");
    assertEquals(
        "advice",
        refused(
            () ->
                rooms.contacts.record(
                    anna, answered(entry(NextStep.CALL_BACK, SOON, anna), null))));
    UUID advised =
        rooms.contacts.record(
            anna, answered(entry(NextStep.CALL_BACK, SOON, anna), "Kam se obrátit dnes večer"));
    assertFalse(rooms.contacts.view(anna, advised).line().open());
    UUID met = rooms.contacts.record(anna, answered(entry(NextStep.APPOINTMENT, SOON, anna), null));
    assertFalse(rooms.contacts.view(anna, met).line().open(), "a meeting is an answer");
    UUID waits = rooms.contacts.record(anna, entry(NextStep.CALL_BACK, SOON, anna));
    assertTrue(rooms.contacts.view(anna, waits).line().open());
  }

  @Test
  void aFreeDayMovesNoClock() {
    LocalDate saturday = LocalDate.of(2026, 10, 31);
    ContactLine urgent = onDay(saturday, Pressing.URGENT);
    assertEquals(saturday, urgent.respondBy(), "at once is the same day");
    assertTrue(urgent.late(), "on Monday it is");
    assertTrue(
        rooms
            .contacts
            .view(IntakeRooms.on(director, saturday.plusDays(1)), urgent.id())
            .line()
            .late(),
        "and on Sunday already");
    assertFalse(rooms.contacts.view(IntakeRooms.on(director, saturday), urgent.id()).line().late());
    assertEquals(
        LocalDate.of(2026, 11, 3),
        onDay(saturday, Pressing.SOON).respondBy(),
        "two working days are Monday and Tuesday");
  }

  @Test
  void peopleComeWithSeveralThingsAtOnce() {
    Entry plain = entry(NextStep.NONE, null, director);
    UUID contact = rooms.contacts.record(director, about(plain, Set.of(Topic.SCHOOL, Topic.MONEY)));
    assertEquals(
        List.of(Topic.SCHOOL, Topic.MONEY),
        rooms.contacts.view(director, contact).line().about(),
        "in the order of the list");
    amend(director, contact, about(plain, Set.copyOf(Topic.FIRST)));
    assertEquals(Topic.FIRST, rooms.contacts.view(director, contact).line().about());
    assertEquals("topic", refused(() -> amend(director, contact, about(plain, Set.of()))));
  }

  private ContactLine onDay(LocalDate on, Pressing urgency) {
    UUID contact =
        rooms.contacts.record(
            director,
            new Entry(
                on,
                null,
                Way.PHONE,
                Set.of(Topic.CHILD),
                urgency,
                said(null),
                null,
                NextStep.NONE,
                null,
                director.staff(),
                null));
    return rooms.contacts.view(director, contact).line();
  }

  private static Entry entry(NextStep next, LocalDate by, Viewer doer) {
    return new Entry(
        TODAY,
        LocalTime.of(9, 30),
        Way.PHONE,
        Set.of(Topic.CHILD),
        Pressing.SOON,
        said(null),
        null,
        next,
        by,
        doer.staff(),
        8);
  }

  private static Entry answered(Entry entry, String advice) {
    return new Entry(
        entry.on(),
        entry.at(),
        entry.way(),
        entry.topics(),
        entry.urgency(),
        said(advice),
        TODAY,
        entry.nextStep(),
        entry.nextOn(),
        entry.doer(),
        entry.minutes());
  }

  private static Entry about(Entry entry, Set<String> topics) {
    return new Entry(
        entry.on(),
        entry.at(),
        entry.way(),
        topics,
        entry.urgency(),
        entry.said(),
        entry.respondedOn(),
        entry.nextStep(),
        entry.nextOn(),
        entry.doer(),
        entry.minutes());
  }

  private static ContactDesk.Said said(String advice) {
    return new ContactDesk.Said(null, null, "Bojí se o dítě", advice, null, null, null);
  }

  /** The director opens the file of what came of it. */
  private CaseFileId file(UUID contact, String name, Viewer keyWorker) {
    return rooms.contacts.opensFile(
        director,
        contact,
        () -> {
          CaseFileId opened = register.files.open(director, new NewFile(null, name, TODAY));
          if (keyWorker != null) {
            register.files.assign(director, opened, keyWorker.staff(), null, TODAY);
          }
          return opened;
        });
  }

  private void amend(Viewer viewer, UUID contact, Entry now) {
    rooms.contacts.amend(viewer, contact, rooms.contacts.view(viewer, contact).version(), now);
  }

  private List<TaskLine> tasks(Viewer viewer) {
    return register.desk.list(viewer, viewer.staff(), false, null, 50).items();
  }

  private TaskLine only(Viewer viewer) {
    List<TaskLine> tasks = tasks(viewer);
    assertEquals(1, tasks.size(), tasks.toString());
    return tasks.get(0);
  }

  private void done(Viewer viewer, TaskLine task) {
    register.desk.finish(viewer, task.id(), task.version(), "Hotovo");
  }

  private static String refused(Runnable act) {
    return assertThrows(Refused.class, act::run).field();
  }

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
