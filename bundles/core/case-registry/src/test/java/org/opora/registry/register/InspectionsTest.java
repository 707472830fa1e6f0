package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.inspections.application.InspectionLine;
import org.opora.registry.inspections.application.NewInspection;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.inspections.domain.Inspection;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.testkit.OnEveryDatabase;

/** Who looked into a file, got a copy, borrowed it or was refused, and who may know of it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionsTest {
  private static final String WHO = "Jan Otec";
  private static final String PART = "Zápisy z kontaktů s Emou";

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    director = office.director();
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void itIsReadByThoseWhoMaySeeTheFileAndByNobodyElse() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Nahlížená");
    UUID looked = record(worker, family, Deed.LOOKED, looked(worker));
    InspectionLine line = register.inspections.view(director, looked);
    assertEquals(WHO, line.who());
    assertEquals(PART, line.part());
    assertEquals("Nahlížená", line.file().familyName());
    assertEquals("Mgr. Jana Testová", line.supervisorName());
    assertNull(line.urgency());
    assertTrue(ids(all(director)).contains(looked));
    assertEquals(List.of(looked), ids(ofFile(worker, family)));

    Viewer stranger = office.colleague("key-worker");
    assertThrows(NotFound.class, () -> register.inspections.view(stranger, looked));
    assertThrows(NotFound.class, () -> record(stranger, family, Deed.LOOKED, looked(stranger)));
    assertThrows(
        NotFound.class, () -> register.inspections.amend(stranger, looked, 1, looked(stranger)));
    assertThrows(NotFound.class, () -> register.inspections.strikeOut(stranger, looked, 1, "x"));
    assertThrows(NotFound.class, () -> register.inspections.returned(stranger, looked, 1, TODAY));
    assertThrows(NotFound.class, () -> register.inspections.notReturned(stranger, looked, 1));
    assertThrows(NotFound.class, () -> ofFile(stranger, family));
    assertThrows(NotFound.class, () -> register.inspections.colleagues(stranger, family.file()));
    assertEquals(List.of(), all(stranger));
    Viewer administrator = office.colleague("it-administrator");
    assertThrows(NotAllowed.class, () -> all(administrator));
    assertThrows(NotAllowed.class, () -> register.inspections.view(administrator, looked));

    register
        .house
        .walls()
        .raise(director, worker.staff(), Subject.of(family.file()), Walls.Ground.SEAL);
    assertThrows(NotFound.class, () -> register.inspections.view(worker, looked));
    assertEquals(List.of(), all(worker));
  }

  @Test
  void aLoanIsATaskUntilItIsBack() {
    Viewer worker = office.colleague("key-worker");
    Viewer deputy = office.colleague("key-worker");
    Family family = register.family(director, worker, "Půjčovaná");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    UUID loan = record(director, family, Deed.LENT, lent(worker, TODAY.plusDays(5)));
    assertEquals(Urgency.SOON, register.inspections.view(worker, loan).urgency());
    TaskLine task = tasks(worker, false).get(0);
    assertEquals("Dostat zpátky zapůjčený spis", task.title().cs());
    assertEquals(TODAY.plusDays(5), task.due());
    assertEquals("/inspections/" + loan, task.href());
    assertEquals(List.of(loan), ids(out(worker)));

    register.inspections.amend(worker, loan, version(loan), lent(worker, TODAY.plusDays(9)));
    assertEquals(TODAY.plusDays(9), tasks(worker, false).get(0).due());
    register.inspections.amend(worker, loan, version(loan), lent(deputy, TODAY.plusDays(9)));
    assertEquals(List.of(), tasks(worker, false));
    assertEquals(1, tasks(deputy, false).size());

    register.house.clock().set(TODAY.plusDays(10));
    try {
      assertTrue(register.inspections.view(worker, loan).overdue());
      assertEquals(
          "returnedOn",
          refused(
              () ->
                  register.inspections.returned(deputy, loan, version(loan), TODAY.minusDays(1))));
      assertEquals(
          "returnedOn",
          refused(
              () ->
                  register.inspections.returned(deputy, loan, version(loan), TODAY.plusDays(11))));
      register.inspections.returned(deputy, loan, version(loan), TODAY.plusDays(9));
      assertEquals(
          "heldOn",
          refused(
              () ->
                  register.inspections.amend(
                      deputy, loan, version(loan), lent(deputy, TODAY.plusDays(11), 10))));
    } finally {
      register.house.clock().set(TODAY);
    }
    InspectionLine back = register.inspections.view(worker, loan);
    assertEquals(TODAY.plusDays(9), back.returnedOn());
    assertEquals("Mgr. Jana Testová", back.returnedTo());
    assertNull(back.urgency());
    assertEquals(List.of(), out(worker));
    assertEquals(List.of(), tasks(deputy, false));
    assertEquals(1, tasks(deputy, true).size());
    assertNull(refused(() -> register.inspections.returned(deputy, loan, version(loan), TODAY)));

    register.inspections.notReturned(worker, loan, version(loan));
    assertEquals(1, tasks(deputy, false).size(), "asked for again");
    assertNull(refused(() -> register.inspections.notReturned(worker, loan, version(loan))));
    register.inspections.strikeOut(worker, loan, version(loan), "Jiný spis");
    assertEquals(List.of(), tasks(deputy, false));
    assertEquals(List.of(), out(director).stream().filter(one -> one.id().equals(loan)).toList());
    assertEquals(6, office.acts("inspection=" + loan), "what was refused leaves no change");
  }

  @Test
  void theReminderOfALoanLastsAsLongAsTheLoan() {
    Viewer worker = office.colleague("key-worker");
    Viewer deputy = office.colleague("key-worker");
    Family family = register.family(director, worker, "Připomínaná");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    UUID loan = record(worker, family, Deed.LENT, lent(worker, TODAY.plusDays(3)));
    TaskLine task = tasks(worker, false).get(0);
    assertNull(refused(() -> register.desk.finish(worker, task.id(), task.version(), "Mám to")));
    assertTrue(register.inspections.view(worker, loan).lentOut());
    register.desk.amend(worker, task.id(), task.version(), null, deputy.staff(), TODAY.plusDays(3));
    assertEquals(1, tasks(deputy, false).size(), "somebody else may fetch it");
    register.inspections.returned(deputy, loan, version(loan), TODAY);
    assertEquals(List.of(), tasks(deputy, false));
    TaskLine done = tasks(deputy, true).get(0);
    assertNull(refused(() -> register.desk.reopen(deputy, done.id(), done.version())));
    assertFalse(register.inspections.view(worker, loan).lentOut());
  }

  @Test
  void aRefusalSaysWhyAndWhoDecided() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Odmítnutá");
    assertEquals(
        "reason", refused(() -> record(worker, family, Deed.REFUSED, refusal(" ", director))));
    assertEquals(
        "decidedBy",
        refused(() -> record(worker, family, Deed.REFUSED, refusal("Cizí údaje", null))));
    UUID refusal = record(worker, family, Deed.REFUSED, refusal("Cizí údaje", director));
    InspectionLine line = register.inspections.view(worker, refusal);
    assertEquals("Cizí údaje", line.reason());
    assertEquals(director.staff(), line.decidedBy());
    assertNull(line.supervisor(), "nobody was there");
    assertNull(line.returnBy());
    UUID looked = record(worker, family, Deed.LOOKED, refusal("nic", director, worker));
    assertNull(register.inspections.view(worker, looked).reason(), "it was not refused");
    assertNull(register.inspections.view(worker, looked).decidedBy());
  }

  @Test
  void whatCannotBeIsRefusedBesideItsField() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Chybná");
    Viewer stranger = office.colleague("key-worker");
    Map<String, NewInspection> wrong =
        Map.of(
            "heldOn", of(TODAY.plusDays(1), Asker.CHILD, WHO, null, PART, worker, null),
            "asker", of(TODAY, null, WHO, null, PART, worker, null),
            "who", of(TODAY, Asker.CHILD, " ", null, PART, worker, null),
            "title", of(TODAY, Asker.AUTHORITY, WHO, " ", PART, worker, null),
            "part", of(TODAY, Asker.CHILD, WHO, null, "x".repeat(201), worker, null),
            "supervisor", of(TODAY, Asker.CHILD, WHO, null, PART, stranger, null),
            "returnBy", of(TODAY, Asker.CHILD, WHO, null, PART, worker, TODAY.minusDays(1)));
    wrong.forEach(
        (field, inspection) ->
            assertEquals(
                field, refused(() -> record(worker, family, Deed.LENT, inspection)), field));
    assertEquals(
        "title",
        refused(
            () ->
                record(
                    worker,
                    family,
                    Deed.COPIED,
                    of(TODAY, Asker.OTHER, WHO, null, PART, worker, null))));
    assertEquals("returnBy", refused(() -> record(worker, family, Deed.LENT, looked(worker))));
    assertEquals(
        "supervisor",
        refused(
            () ->
                record(
                    worker,
                    family,
                    Deed.LOOKED,
                    new NewInspection(
                        TODAY, Asker.CHILD, WHO, null, PART, null, null, null, null, null))));
    assertEquals(List.of(), all(worker));
    record(
        worker, family, Deed.COPIED, of(TODAY, Asker.OTHER, WHO, "plná moc", PART, worker, null));
  }

  @Test
  void theListStandsNewestFirstAndIsNarrowedDown() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Řazená");
    Family other = register.family(director, worker, "Řazená druhá");
    UUID old = record(worker, family, Deed.LENT, lent(worker, TODAY.plusDays(1), -9));
    UUID today = record(worker, other, Deed.LOOKED, looked(worker));
    UUID between =
        record(
            worker,
            family,
            Deed.COPIED,
            of(TODAY.minusDays(3), Asker.CARER, WHO, null, PART, worker, null));
    for (int limit : List.of(1, 2, 100)) {
      assertEquals(List.of(today, between, old), paged(worker, null, limit));
    }
    assertEquals(List.of(between), paged(worker, Deed.COPIED, 1));
    assertEquals(List.of(old), ids(out(worker)));
    assertEquals(List.of(between, old), ids(ofFile(director, family)));
    assertTrue(paged(director, null, 2).containsAll(List.of(today, between, old)));
  }

  @Test
  void theWordsAreSealed() {
    Family family = register.family(director, null, "Zapečetěná");
    UUID refusal = record(director, family, Deed.REFUSED, refusal("Cizí údaje", director));
    Inspection row = register.tx.read(em -> em.find(Inspection.class, refusal));
    for (byte[] stored : List.of(row.who(), row.title(), row.part(), row.reason(), row.note())) {
      String text = new String(stored, StandardCharsets.UTF_8);
      assertFalse(
          text.contains(WHO)
              || text.contains("Zápisy")
              || text.contains("plná moc")
              || text.contains("Cizí údaje")
              || text.contains("Poznámka"),
          text);
    }
  }

  @Test
  void theFileTellsOfItAndIsNotTakenBackWithTheImport() {
    Family family = register.family(director, null, "Dovezená");
    assertTrue(register.arrivals.untouched(director, family.file()));
    UUID looked = record(director, family, Deed.LOOKED, looked(director));
    assertEquals("Někdo nahlížel do spisu", entries(family).get(0).title().cs());
    assertFalse(register.arrivals.untouched(director, family.file()));
    assertNull(refused(() -> register.arrivals.withdraw(director, family.file())));
    register.inspections.strikeOut(director, looked, 1, "Jiný spis");
    assertEquals(List.of(), entries(family));
    assertEquals("Jiný spis", register.inspections.view(director, looked).voidReason());
    assertNull(
        refused(
            () -> register.inspections.amend(director, looked, version(looked), looked(director))));
    assertFalse(register.arrivals.untouched(director, family.file()), "the record stays");
  }

  @Test
  void nobodyWritesOverWhatSomebodyElseSaved() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Souběh");
    UUID loan = record(worker, family, Deed.LENT, lent(worker, TODAY.plusDays(5)));
    long seen = version(loan);
    register.inspections.amend(director, loan, seen, lent(worker, TODAY.plusDays(7)));
    assertThrows(
        Stale.class,
        () -> register.inspections.amend(worker, loan, seen, lent(worker, TODAY.plusDays(6))));
    assertThrows(Stale.class, () -> register.inspections.returned(worker, loan, seen, TODAY));
    assertThrows(Stale.class, () -> register.inspections.strikeOut(worker, loan, seen, "x"));
    assertEquals(TODAY.plusDays(7), register.inspections.view(worker, loan).returnBy());
  }

  @Test
  void whoeverMayOnlyReadWritesNothing() {
    Family family = register.family(director, null, "Čtená");
    UUID looked = record(director, family, Deed.LOOKED, looked(director));
    Viewer reader = register.house.viewer(StaffId.next(), Map.of(InspectionDesk.READ, Reach.ALL));
    assertEquals(WHO, register.inspections.view(reader, looked).who());
    assertNull(register.inspections.view(reader, looked).file(), "whose file it is, is not theirs");
    assertThrows(NotAllowed.class, () -> record(reader, family, Deed.LOOKED, looked(reader)));
  }

  private List<Timeline.Entry> entries(Family family) {
    return register.timeline.of(director, family.file(), null, 50).items().stream()
        .filter(entry -> entry.kind().equals("inspection"))
        .toList();
  }

  private UUID record(Viewer viewer, Family family, Deed deed, NewInspection inspection) {
    return register.inspections.record(viewer, family.file(), deed, inspection);
  }

  private long version(UUID id) {
    return register.tx.read(em -> em.find(Inspection.class, id).version());
  }

  private List<InspectionLine> all(Viewer viewer) {
    return register.inspections.list(viewer, null, false, null, null, 100).items();
  }

  private List<InspectionLine> out(Viewer viewer) {
    return register.inspections.list(viewer, null, true, null, null, 100).items();
  }

  private List<InspectionLine> ofFile(Viewer viewer, Family family) {
    return register.inspections.list(viewer, null, false, family.file(), null, 100).items();
  }

  private List<TaskLine> tasks(Viewer viewer, boolean done) {
    return register.desk.list(viewer, viewer.staff(), done, null, 100).items();
  }

  private List<UUID> paged(Viewer viewer, Deed deed, int limit) {
    List<UUID> all = new ArrayList<>();
    String after = null;
    do {
      Page<InspectionLine> page =
          register.inspections.list(viewer, deed, false, null, after, limit);
      all.addAll(ids(page.items()));
      after = page.next();
    } while (after != null);
    return all;
  }

  private static List<UUID> ids(List<InspectionLine> lines) {
    return lines.stream().map(InspectionLine::id).toList();
  }

  private static String refused(org.junit.jupiter.api.function.Executable act) {
    return assertThrows(Refused.class, act).field();
  }

  private static NewInspection looked(Viewer supervisor) {
    return of(TODAY, Asker.PARENT, WHO, null, PART, supervisor, null);
  }

  private static NewInspection lent(Viewer supervisor, LocalDate returnBy) {
    return lent(supervisor, returnBy, 0);
  }

  private static NewInspection lent(Viewer supervisor, LocalDate returnBy, int days) {
    return of(
        TODAY.plusDays(days), Asker.AUTHORITY, WHO, "§ 55 zákona", PART, supervisor, returnBy);
  }

  private static NewInspection refusal(String reason, Viewer decidedBy) {
    return refusal(reason, decidedBy, null);
  }

  private static NewInspection refusal(String reason, Viewer decidedBy, Viewer supervisor) {
    return new NewInspection(
        TODAY,
        Asker.PARENT,
        WHO,
        "plná moc",
        PART,
        "Poznámka",
        supervisor == null ? null : supervisor.staff(),
        null,
        reason,
        decidedBy == null ? null : decidedBy.staff());
  }

  private static NewInspection of(
      LocalDate day,
      Asker asker,
      String who,
      String title,
      String part,
      Viewer supervisor,
      LocalDate returnBy) {
    return new NewInspection(
        day, asker, who, title, part, null, supervisor.staff(), returnBy, null, null);
  }
}
