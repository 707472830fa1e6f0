package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.DisposalDesk;
import org.opora.registry.intake.application.InquiryBack.Back;
import org.opora.registry.intake.application.InquiryCorrections.Correction;
import org.opora.registry.intake.application.InquiryDesk.NewInquiry;
import org.opora.registry.intake.domain.DisposalKind;
import org.opora.registry.intake.domain.DisposalState;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.RecordKind;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** What first contact deletes, it deletes by two people, from a list, and the list stays. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisposalTest {
  private static final LocalDate TODAY = Register.TODAY;

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private IntakeRooms rooms;
  private Viewer director;
  private Viewer deputy;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    rooms = new IntakeRooms(register);
    director = office.director();
    deputy = office.colleague("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void whatCameToNothingIsDeletedByTwoPeopleTogetherWithTheFirstContact() {
    LocalDate then = LocalDate.of(2024, 5, 4);
    UUID contact = contact(then, NextStep.NONE);
    UUID inquiry =
        rooms.inquiries.record(
            director,
            new NewInquiry(then, "Malá", "600 123 456", "Ptá se", director.staff()),
            contact);
    rooms.inquiries.accept(
        director, inquiry, () -> register.files.open(director, new NewFile(null, "Omylná", TODAY)));
    rooms.back.turn(
        director,
        inquiry,
        version(inquiry),
        new Back(InquiryState.NEW, then, "Malá", "600 123 456", "Omyl"));
    assertNotNull(rooms.corrections.of(director, inquiry).get(0).founded());
    rooms.inquiries.go(director, inquiry, version(inquiry), InquiryState.WITHDRAWN, then);
    rooms.corrections.correct(
        director,
        inquiry,
        version(inquiry),
        new Correction(
            InquiryState.WITHDRAWN, then.plusDays(1), null, null, List.of(), "Malá volala"));
    assertEquals(
        List.of(RecordKind.INQUIRY, RecordKind.CONTACT),
        rooms.disposals.preview(director, DisposalKind.RETURN, 2024).stream()
            .map(DisposalDesk.Line::kind)
            .toList());
    assertNull(
        refused(() -> rooms.disposals.propose(director, DisposalKind.RETURN, 2024, deputy.staff())),
        "not before the return is filed");
    assertEquals(
        "approver", refused(() -> rooms.returns.file(director, 2024, TODAY, null)), "who approves");
    assertEquals(
        "approver",
        refused(() -> rooms.returns.file(director, 2024, TODAY, director.staff())),
        "not the same person");
    assertNull(rooms.returns.of(director, 2024).filedOn(), "nothing was recorded");

    UUID disposal = rooms.returns.file(director, 2024, TODAY, deputy.staff());
    assertEquals(TODAY, rooms.returns.of(director, 2024).filedOn());
    assertEquals(disposal, rooms.returns.of(director, 2024).disposal());
    assertNull(refused(() -> rooms.returns.file(director, 2024, TODAY, deputy.staff())), "waits");
    TaskLine task = register.desk.list(deputy, deputy.staff(), false, null, 5).items().get(0);
    assertEquals("/intake/disposals/" + disposal, task.href());
    assertNull(
        refused(() -> rooms.disposals.approve(director, disposal, 1, true, "Sama")),
        "who proposed it does not approve it");
    Viewer worker = office.colleague("key-worker");
    assertThrows(NotAllowed.class, () -> rooms.disposals.approve(worker, disposal, 1, true, null));
    assertThrows(NotAllowed.class, () -> rooms.disposals.view(worker, disposal));
    assertEquals("Malá", rooms.inquiries.view(director, inquiry).name());
    assertEquals("Malá", rooms.contacts.view(director, contact).said().name());

    DisposalDesk.Seen seen = rooms.disposals.view(deputy, disposal);
    assertFalse(seen.mine());
    assertEquals("Malá", seen.lines().get(0).name(), "whose data they are");
    assertEquals(
        "confirmed", refused(() -> rooms.disposals.approve(deputy, disposal, 1, false, null)));
    assertThrows(Stale.class, () -> rooms.disposals.approve(deputy, disposal, 7, true, null));
    assertEquals(2, rooms.disposals.approve(deputy, disposal, 1, true, null));
    assertNull(rooms.inquiries.view(director, inquiry).name());
    assertTrue(
        rooms.corrections.of(director, inquiry).stream()
            .allMatch(one -> one.reason() == null && one.founded() == null),
        "it named her");
    ContactDesk.Seen forgotten = rooms.contacts.view(director, contact);
    assertNull(forgotten.said().name());
    assertNull(forgotten.said().reachedAt());
    assertNull(forgotten.said().says());
    assertEquals(then, forgotten.line().cameOn(), "it is still counted");
    assertNull(
        refused(
            () ->
                rooms.contacts.amend(
                    director,
                    contact,
                    rooms.contacts.view(director, contact).version(),
                    entry(then, NextStep.NONE))),
        "nothing is written into it any more");
    assertNull(
        refused(
            () ->
                rooms.contacts.opensFile(
                    director,
                    contact,
                    () -> register.files.open(director, new NewFile(null, "Malá", TODAY)))));
    assertTrue(
        register.desk.list(deputy, deputy.staff(), true, null, 50).items().stream()
            .anyMatch(one -> ("/intake/disposals/" + disposal).equals(one.href())),
        "done");

    DisposalDesk.Seen done = rooms.disposals.view(deputy, disposal);
    assertEquals(DisposalState.DONE, done.row().state());
    for (DisposalDesk.Line line : done.lines()) {
      assertEquals(TODAY, line.deletedOn());
      assertEquals(64, line.fingerprint().length());
      assertNull(line.name());
    }
    assertEquals(1, trail("intake.disposal-done", inquiry), "the trail names what was deleted");
    assertEquals(1, trail("intake.disposal-proposed", contact));
    assertNull(
        refused(() -> rooms.disposals.approve(deputy, disposal, done.row().version(), true, null)),
        "only once");
  }

  @Test
  void whatIsDeclinedStays() {
    LocalDate then = LocalDate.of(2023, 5, 4);
    UUID inquiry =
        rooms.inquiries.record(
            director, new NewInquiry(then, "Stížná", "600", null, director.staff()));
    rooms.inquiries.go(director, inquiry, version(inquiry), InquiryState.WITHDRAWN, then);
    UUID disposal = rooms.returns.file(director, 2023, TODAY, deputy.staff());
    assertEquals("reason", refused(() -> rooms.disposals.decline(deputy, disposal, 1, " ")));
    rooms.disposals.decline(deputy, disposal, 1, "Běží stížnost");
    assertEquals("Stížná", rooms.inquiries.view(director, inquiry).name());
    assertEquals("Běží stížnost", rooms.disposals.view(director, disposal).reason());
    UUID again = rooms.disposals.propose(director, DisposalKind.RETURN, 2023, deputy.staff());
    rooms.disposals.decline(director, again, 1, null);
    assertEquals(DisposalState.DECLINED, rooms.disposals.view(director, again).row().state());
    assertTrue(
        register.desk.list(deputy, deputy.staff(), false, null, 50).items().stream()
            .noneMatch(task -> ("/intake/disposals/" + again).equals(task.href())),
        "taken back");
  }

  @Test
  void firstContactsThatCameToNothingAreKeptForTheirYearsOnly() {
    UUID old = contact(LocalDate.of(2022, 12, 31), NextStep.NONE);
    UUID followed = contact(LocalDate.of(2022, 3, 1), NextStep.INQUIRY);
    rooms.inquiries.record(
        director,
        new NewInquiry(LocalDate.of(2022, 3, 1), "Jednaná", "600", null, director.staff()),
        followed);
    UUID fresh = contact(LocalDate.of(2025, 1, 1), NextStep.NONE);
    rooms.figures.set(director, FigureKind.CONTACT_YEARS, 3, LocalDate.of(2026, 1, 1));
    Viewer endOfYear = IntakeRooms.on(director, LocalDate.of(2025, 12, 31));
    assertEquals(1, rooms.disposals.over(endOfYear), "one year, before 2026");
    List<UUID> over = over(director);
    assertTrue(over.contains(old), "three years from the first day of 2023");
    assertFalse(over.contains(followed), "its inquiry is open");
    assertFalse(over.contains(fresh));
    UUID disposal = rooms.disposals.propose(director, DisposalKind.CONTACTS, 2026, deputy.staff());
    // Somebody opens a file from it before it is approved.
    rooms.contacts.opensFile(
        director, old, () -> register.files.open(director, new NewFile(null, "Zachráněná", TODAY)));
    assertEquals(over.size() - 1, rooms.disposals.approve(deputy, disposal, 1, true, null));
    assertNotNull(rooms.contacts.view(director, old).said().says());
    assertEquals(0, rooms.disposals.over(director));
    List<UUID> listed = new ArrayList<>();
    String after = null;
    do {
      var page = rooms.disposals.list(director, after, 1);
      page.items().forEach(row -> listed.add(row.id()));
      after = page.next();
    } while (after != null);
    assertTrue(listed.contains(disposal));
  }

  private List<UUID> over(Viewer viewer) {
    return rooms.disposals.preview(viewer, DisposalKind.CONTACTS, 2026).stream()
        .map(DisposalDesk.Line::record)
        .toList();
  }

  private UUID contact(LocalDate on, NextStep next) {
    return rooms.contacts.record(director, entry(on, next));
  }

  private ContactDesk.Entry entry(LocalDate on, NextStep next) {
    return new ContactDesk.Entry(
        on,
        LocalTime.of(9, 30),
        Way.PHONE,
        Set.of(Topic.AGREEMENT),
        Pressing.CALM,
        new ContactDesk.Said("Malá", "600 123 456", "Ptá se", null, null, null, null),
        on,
        next,
        next == NextStep.NONE ? null : on,
        director.staff(),
        null);
  }

  private long version(UUID inquiry) {
    return rooms.inquiries.view(director, inquiry).version();
  }

  private long trail(String act, UUID record) {
    return register.tx.read(
        em ->
            ((Number)
                    em.createNativeQuery(
                            "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE ACT = ?1 AND SUBJECTS LIKE ?2")
                        .setParameter(1, act)
                        .setParameter(2, "%D" + record.toString().replace("-", "") + "%")
                        .getSingleResult())
                .longValue());
  }

  private static String refused(Runnable act) {
    return assertThrows(Refused.class, act::run).field();
  }
}
