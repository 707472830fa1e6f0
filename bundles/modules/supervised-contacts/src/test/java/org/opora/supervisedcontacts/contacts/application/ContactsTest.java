package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Fact;
import org.opora.api.faults.Stale;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.application.Contacts.Observation;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** What becomes of a contact: its record, or its cancellation. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsTest {
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

  /** A contact of this morning, at nine, an hour before now. */
  private ContactId held(Case opened) {
    return centre.book(
        opened,
        centre.room(),
        centre.viewer("key-worker").staff(),
        centre.slot(Centre.TODAY, "09:00", "10:30"));
  }

  private Observation observation(Case opened) {
    return new Observation("Těšilo se.", "Hráli si.", "Odcházelo klidně.", centre.allowed(opened));
  }

  private List<Fact> evidence(Case opened) {
    return centre.register.evidence.of(
        opened.worker(), opened.family().file(), opened.family().child(), Contacts.EVIDENCE, 10);
  }

  @Test
  void theRecordTellsOfTheChildBeforeDuringAndAfter() {
    Case opened = centre.opened();
    ContactId id = held(opened);
    centre.contacts.record(opened.worker(), id, 0, observation(opened));
    ContactView contact = centre.reader.view(opened.worker(), id);
    assertEquals(ContactState.HELD, contact.row().state());
    assertEquals("Těšilo se.", contact.record().before());
    assertEquals("Hráli si.", contact.record().during());
    assertEquals("Odcházelo klidně.", contact.record().after());
    assertEquals("Mgr. Jana Testová", contact.record().by());
    assertEquals(opened.worker().now(), contact.record().at());
    assertEquals(Boolean.TRUE, contact.expected().get(0).came());
    Fact fact = evidence(opened).get(0);
    assertEquals(id.value(), fact.source());
    assertEquals(Centre.TODAY, fact.on());
    assertEquals(0, BigDecimal.valueOf(90).compareTo(fact.quantity()));
    assertEquals("min", fact.unit());
    assertTrue(centre.story(opened.worker(), opened).contains("2026-11-02 Kontakt se uskutečnil"));
    assertFalse(centre.story(opened.worker(), opened).contains("2026-11-02 Kontakt objednán"));
    assertEquals(
        1, centre.audited(opened.worker(), "supervised-contacts.record", opened.childFile()));
  }

  @Test
  void aRecordIsCorrectedAndCountsOnce() {
    Case opened = centre.opened();
    ContactId id = held(opened);
    centre.contacts.record(opened.worker(), id, 0, observation(opened));
    long version = centre.reader.view(opened.worker(), id).record().version();
    Observation nobodyCame = new Observation("Čekalo.", "Nikdo nepřišel.", "Smutné.", Set.of());
    centre.contacts.record(opened.worker(), id, version, nobodyCame);
    ContactView contact = centre.reader.view(opened.worker(), id);
    assertEquals("Nikdo nepřišel.", contact.record().during());
    assertEquals(Boolean.FALSE, contact.expected().get(0).came());
    assertEquals(1, evidence(opened).size());
    assertThrows(
        Stale.class,
        () -> centre.contacts.record(opened.worker(), id, version, observation(opened)));
    assertThrows(
        Stale.class,
        () -> centre.contacts.record(opened.worker(), id, 0, observation(opened)),
        "a second first record");
    assertEquals("Nikdo nepřišel.", centre.reader.view(opened.worker(), id).record().during());
  }

  @Test
  void whatWasObservedLiesSealed() {
    Case opened = centre.opened();
    ContactId id = held(opened);
    centre.contacts.record(opened.worker(), id, 0, observation(opened));
    byte[] stored =
        centre.tx.read(
            em ->
                centre.contents(
                    em,
                    "SELECT r.during FROM ContactRecord r JOIN Contact c ON c.id = r.contact"
                        + " WHERE c.plan = :plan",
                    opened));
    assertFalse(
        new String(stored, java.nio.charset.StandardCharsets.UTF_8).contains("Hráli"),
        "the record is readable");
  }

  @Test
  void aRecordThatCannotBeRightIsRefused() {
    Case opened = centre.opened();
    ContactId tomorrow = centre.booked(opened, opened.worker());
    assertEquals("null: record.not-yet", refusal(opened, tomorrow, observation(opened)));
    ContactId today = held(opened);
    Set<PlanPersonId> nobody = Set.of();
    assertEquals(
        "before: record.before.missing",
        refusal(opened, today, new Observation(null, "b", "c", nobody)));
    assertEquals(
        "during: record.during.missing",
        refusal(opened, today, new Observation("a", null, "c", nobody)));
    assertEquals(
        "after: record.after.missing",
        refusal(opened, today, new Observation("a", "b", null, nobody)));
    centre.contacts.cancel(
        opened.worker(), tomorrow, 1, CancelledBy.CARER, opened.worker().now(), "Nemoc.");
    assertEquals("null: record.cancelled", refusal(opened, tomorrow, observation(opened)));
    assertEquals(List.of(), evidence(opened));
    assertNull(centre.reader.view(opened.worker(), today).record());
  }

  private String refusal(Case opened, ContactId id, Observation observation) {
    return Centre.refusal(() -> centre.contacts.record(opened.worker(), id, 0, observation));
  }

  @Test
  void aCancellationSaysWhoToldTheCentreWhenAndWhy() {
    Case opened = centre.opened();
    ContactId id = centre.booked(opened, opened.worker());
    Instant told = centre.moment(Centre.TODAY, "08:15");
    centre.contacts.cancel(opened.worker(), id, 1, CancelledBy.PARENT, told, "Maminka onemocněla.");
    ContactView contact = centre.reader.view(opened.worker(), id);
    assertEquals(ContactState.CANCELLED, contact.row().state());
    assertEquals(CancelledBy.PARENT, contact.row().cancelledBy());
    assertEquals(told, contact.row().toldAt());
    assertEquals("Maminka onemocněla.", contact.reason());
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
            () ->
                centre.contacts.cancel(
                    worker, id, 1, CancelledBy.CARER, now.plusSeconds(60), "Nemoc.")));
    assertThrows(
        Stale.class, () -> centre.contacts.cancel(worker, id, 0, CancelledBy.CARER, now, "Nemoc."));
    centre.contacts.cancel(worker, id, 1, CancelledBy.CARER, now, "Nemoc.");
    assertThrows(
        Stale.class,
        () -> centre.contacts.cancel(worker, id, 1, CancelledBy.PARENT, now, "Práce."));
    assertEquals(
        "null: cancel.not-planned",
        Centre.refusal(
            () -> centre.contacts.cancel(worker, id, 2, CancelledBy.PARENT, now, "Práce.")));
    assertEquals("Nemoc.", centre.reader.view(worker, id).reason());
  }
}
