package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
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

/** A contact that took place, written down. */
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

  private static final Observation OBSERVED =
      new Observation("Těšilo se.", "Hráli si.", "Odcházelo klidně.");

  private void record(Case opened, ContactId id, long version) {
    centre.held(opened.worker(), id, version, centre.allowed(opened), OBSERVED);
  }

  private List<Fact> evidence(Case opened) {
    return centre.register.evidence.of(
        opened.worker(), opened.family().file(), opened.family().child(), Contacts.EVIDENCE, 10);
  }

  @Test
  void theRecordTellsOfTheChildBeforeDuringAndAfter() {
    Case opened = centre.opened();
    ContactId id = held(opened);
    record(opened, id, 0);
    ContactView contact = centre.views.view(opened.worker(), id);
    ContactView.Observed record = contact.children().get(0).record();
    assertEquals(ContactState.HELD, contact.row().state());
    assertEquals("Těšilo se.", record.before());
    assertEquals("Hráli si.", record.during());
    assertEquals("Odcházelo klidně.", record.after());
    assertEquals("Mgr. Jana Testová", record.by());
    assertEquals(opened.worker().now(), record.at());
    assertEquals(Boolean.TRUE, contact.people().get(0).came());
    assertEquals(Boolean.TRUE, contact.row().present());
    Fact fact = evidence(opened).get(0);
    assertEquals(id.value(), fact.source());
    assertEquals(Centre.TODAY, fact.on());
    assertEquals(0, BigDecimal.valueOf(90).compareTo(fact.quantity()));
    assertEquals("min", fact.unit());
    assertEquals("SUPERVISED", fact.form());
    assertTrue(centre.story(opened.worker(), opened).contains("2026-11-02 Kontakt se uskutečnil"));
    assertFalse(centre.story(opened.worker(), opened).contains("2026-11-02 Kontakt objednán"));
    assertEquals(
        1, centre.audited(opened.worker(), "supervised-contacts.record", opened.childFile()));
  }

  @Test
  void aRecordIsCorrectedAndCountsOnce() {
    Case opened = centre.opened();
    ContactId id = held(opened);
    record(opened, id, 0);
    long version = centre.part(opened.worker(), id).record().version();
    Observation better = new Observation("Čekalo.", "Přišli pozdě.", "Smutné.");
    centre.held(opened.worker(), id, version, centre.allowed(opened), better);
    assertEquals("Přišli pozdě.", centre.part(opened.worker(), id).record().during());
    assertEquals(1, evidence(opened).size());
    assertThrows(Stale.class, () -> record(opened, id, version));
    assertThrows(Stale.class, () -> record(opened, id, 0), "a second first record");
    assertEquals("Přišli pozdě.", centre.part(opened.worker(), id).record().during());
  }

  @Test
  void whatWasObservedLiesSealed() {
    Case opened = centre.opened();
    ContactId id = held(opened);
    record(opened, id, 0);
    byte[] stored =
        centre.tx.read(
            em ->
                centre.contents(
                    em,
                    "SELECT r.during FROM ContactRecord r JOIN ContactChild k"
                        + " ON k.id = r.contactChild WHERE k.plan = :plan",
                    opened));
    assertFalse(
        new String(stored, java.nio.charset.StandardCharsets.UTF_8).contains("Hráli"),
        "the record is readable");
  }

  @Test
  void aRecordThatCannotBeRightIsRefused() {
    Case opened = centre.opened();
    ContactId tomorrow = centre.booked(opened, opened.worker());
    Set<PlanPersonId> mother = centre.allowed(opened);
    assertEquals("null: record.not-yet", refusal(opened, tomorrow, mother, OBSERVED));
    ContactId today = held(opened);
    assertEquals("came: record.nobody", refusal(opened, today, Set.of(), OBSERVED));
    assertEquals(
        "before: record.before.missing",
        refusal(opened, today, mother, new Observation(null, "b", "c")));
    assertEquals(
        "during: record.during.missing",
        refusal(opened, today, mother, new Observation("a", null, "c")));
    assertEquals(
        "after: record.after.missing",
        refusal(opened, today, mother, new Observation("a", "b", null)));
    centre.cancel(opened.worker(), tomorrow, 1, CancelledBy.CARER, opened.worker().now(), "Nemoc.");
    assertEquals("null: record.cancelled", refusal(opened, tomorrow, mother, OBSERVED));
    assertEquals(List.of(), evidence(opened));
    assertNull(centre.part(opened.worker(), today).record());
  }

  private String refusal(
      Case opened, ContactId id, Set<PlanPersonId> came, Observation observation) {
    return Centre.refusal(() -> centre.held(opened.worker(), id, 0, came, observation));
  }
}
