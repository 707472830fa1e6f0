package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Stale;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.MissedBy;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.contacts.domain.Teller;
import org.opora.supervisedcontacts.contacts.domain.Telling;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** What does not take place: cancelled, or missed; who told the child, and what it took. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancellationsTest {
  @Parameter Product product;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private ContactId on(Case opened, LocalDate day, String from, String until) {
    return centre.book(
        opened, centre.room(), centre.viewer("key-worker").staff(), centre.slot(day, from, until));
  }

  @Test
  void aCancellationSaysWhoToldTheCentreWhenAndWhy() {
    Case opened = centre.opened();
    ContactId id = centre.booked(opened, centre.viewer("key-worker"));
    Instant told = centre.moment(Centre.TODAY, "08:15");
    centre.cancel(opened.worker(), id, 1, CancelledBy.PARENT, told, "Maminka onemocněla.");
    ContactView contact = centre.views.view(opened.worker(), id);
    assertEquals(ContactState.CANCELLED, contact.row().state());
    assertEquals(CancelledBy.PARENT, contact.row().cancelledBy());
    assertEquals(told, contact.row().toldAt());
    assertEquals("Maminka onemocněla.", contact.children().get(0).reason());
    assertEquals(29, contact.ending().notice().hours());
    assertEquals(45, contact.ending().notice().minutes());
    assertTrue(contact.ending().inTime());
    assertTrue(centre.story(opened.worker(), opened).contains("2026-11-03 Kontakt zrušen"));
    assertEquals(
        1, centre.audited(opened.worker(), "supervised-contacts.cancel", opened.childFile()));
    assertEquals(1, centre.reader.of(opened.worker(), List.of(opened.childFile())).size());
  }

  @Test
  void aCancellationThatCannotBeRightIsRefused() {
    Case opened = centre.opened();
    ContactId id = centre.booked(opened, opened.worker());
    Viewer worker = opened.worker();
    Instant now = worker.now();
    assertEquals(
        "toldOn: cancel.future",
        Centre.refusal(
            () -> centre.cancel(worker, id, 1, CancelledBy.CARER, now.plusSeconds(60), "Nemoc.")));
    assertEquals(
        "reason: cancel.reason.missing",
        Centre.refusal(() -> centre.cancel(worker, id, 1, CancelledBy.CARER, now, null)));
    assertThrows(Stale.class, () -> centre.cancel(worker, id, 0, CancelledBy.CARER, now, "Nemoc."));
    centre.cancel(worker, id, 1, CancelledBy.CARER, now, "Nemoc.");
    assertThrows(
        Stale.class, () -> centre.cancel(worker, id, 1, CancelledBy.PARENT, now, "Práce."));
    assertEquals(
        "null: cancel.not-planned",
        Centre.refusal(() -> centre.cancel(worker, id, 2, CancelledBy.PARENT, now, "Práce.")));
    assertEquals("Nemoc.", centre.part(worker, id).reason());
  }

  @Test
  void itIsWaitedAsLongAsTheCentreHasDecided() {
    Case opened = centre.opened();
    ContactId id = on(opened, Centre.TODAY, "09:00", "10:00");
    assertEquals("waited: no-show.wait", refusal(opened, id, 14, true));
    assertEquals(
        "waited: no-show.not-yet",
        refusal(opened, on(opened, Centre.TODAY, "10:00", "11:00"), 15, true));
    centre.missed(opened.worker(), id);
    ContactView contact = centre.views.view(opened.worker(), id);
    assertEquals(ContactState.NO_SHOW, contact.row().state());
    assertEquals(MissedBy.PARENT, contact.row().missedBy());
    assertEquals(15, contact.ending().waitedMinutes());
    assertEquals(Boolean.TRUE, contact.row().present());
    assertEquals(Boolean.FALSE, contact.people().get(0).came());
    assertEquals("Nikdo nepřišel.", contact.children().get(0).reason());
    assertEquals("null: cancel.not-planned", refusal(opened, id, 15, true));
  }

  @Test
  void aChildThatIsNotThereIsAnotherMissThanAParentWhoIsNot() {
    Case opened = centre.opened();
    ContactId id = on(opened, Centre.TODAY, "08:00", "09:00");
    centre.cancellations.missed(
        opened.worker(),
        id,
        1,
        new Cancellations.NoShow(
            Set.of(), centre.allowed(opened), 30, null, new StaffEffort(45, 22)));
    ContactView contact = centre.views.view(opened.worker(), id);
    assertEquals(MissedBy.CHILD, contact.row().missedBy());
    assertEquals(Boolean.TRUE, contact.people().get(0).came());
    assertEquals(Boolean.FALSE, contact.people().get(0).met());
    assertEquals(new StaffEffort(45, 22), contact.ending().effort());
    ContactId both = on(opened, Centre.TODAY, "06:00", "07:00");
    ContactChildId part = centre.part(opened.worker(), both).id();
    assertEquals(
        "came: no-show.both",
        Centre.refusal(
            () ->
                centre.cancellations.missed(
                    opened.worker(),
                    both,
                    1,
                    new Cancellations.NoShow(
                        Set.of(part), centre.allowed(opened), 30, null, StaffEffort.NONE))));
  }

  private String refusal(Case opened, ContactId id, int waited, boolean child) {
    ContactView contact = centre.views.view(opened.worker(), id);
    return Centre.refusal(
        () ->
            centre.cancellations.missed(
                opened.worker(),
                id,
                contact.row().version(),
                new Cancellations.NoShow(
                    child ? Set.of(contact.children().get(0).id()) : Set.of(),
                    Set.of(),
                    waited,
                    null,
                    StaffEffort.NONE)));
  }

  @Test
  void theChildIsToldAndHowItTookItLiesSealed() {
    Case opened = centre.opened();
    ContactId id = centre.booked(opened, centre.viewer("key-worker"));
    Viewer worker = opened.worker();
    ContactChildId part = centre.part(worker, id).id();
    Cancellations.Told told =
        new Cancellations.Told(
            Teller.CARER, centre.moment(Centre.TODAY, "09:30"), Telling.IN_PERSON, "Plakal.");
    assertEquals(
        "null: told.not-cancelled",
        Centre.refusal(() -> centre.cancellations.tell(worker, part, 1, told)));
    centre.cancel(worker, id, 1, CancelledBy.PARENT, worker.now(), "Nemoc.");
    long version = centre.part(worker, id).version();
    assertEquals(
        "at: told.future",
        Centre.refusal(
            () ->
                centre.cancellations.tell(
                    worker,
                    part,
                    version,
                    new Cancellations.Told(
                        Teller.CARER, worker.now().plusSeconds(60), Telling.BY_PHONE, null))));
    centre.cancellations.tell(worker, part, version, told);
    ContactView.ToldView seen = centre.part(worker, id).told();
    assertEquals(Teller.CARER, seen.by());
    assertEquals(centre.moment(Centre.TODAY, "09:30"), seen.at());
    assertEquals("Plakal.", seen.reaction());
    assertThrows(Stale.class, () -> centre.cancellations.tell(worker, part, version, told));
    byte[] stored =
        centre.tx.read(
            em ->
                centre.contents(
                    em, "SELECT k.reaction FROM ContactChild k WHERE k.plan = :plan", opened));
    assertFalse(
        new String(stored, java.nio.charset.StandardCharsets.UTF_8).contains("Plakal"),
        "the reaction is readable");
  }
}
