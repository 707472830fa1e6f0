package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
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

  private List<Fact> evidence(Case opened) {
    return centre.register.evidence.of(
        opened.worker(), opened.family().file(), opened.family().child(), Contacts.EVIDENCE, 10);
  }

  private Contacts.Lasted lasted(String from, String until) {
    return new Contacts.Lasted(
        centre.moment(Centre.TODAY, from), centre.moment(Centre.TODAY, until));
  }

  private void held(Case opened, ContactId id, long version, Contacts.Lasted lasted) {
    Set<ContactChildId> all = Set.of(centre.part(opened.worker(), id).id());
    Contacts.There there = new Contacts.There(all, centre.allowed(opened), null);
    centre.contacts.held(opened.worker(), id, version, there, lasted, null);
  }

  @Test
  void whoCameAndFromWhenToWhenIsWrittenDown() {
    Case opened = centre.opened();
    ContactId id = held(opened);
    held(opened, id, 1, Contacts.Lasted.AS_PLANNED);
    ContactView contact = centre.views.view(opened.worker(), id);
    assertEquals(ContactState.HELD, contact.row().state());
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
        1, centre.audited(opened.worker(), "supervised-contacts.held", opened.childFile()));
  }

  @Test
  void itIsCorrectedAndCountsOnceByHowLongItReallyWas() {
    Case opened = centre.opened();
    ContactId id = held(opened);
    held(opened, id, 1, Contacts.Lasted.AS_PLANNED);
    long version = centre.views.view(opened.worker(), id).row().version();
    assertNotEquals(1, version, "whoever changes who came has changed the contact");
    held(opened, id, version, lasted("09:20", "09:55"));
    ContactView contact = centre.views.view(opened.worker(), id);
    assertEquals(centre.moment(Centre.TODAY, "09:20"), contact.beganAt());
    assertEquals(centre.moment(Centre.TODAY, "09:55"), contact.endedAt());
    assertEquals(1, evidence(opened).size());
    assertEquals(0, BigDecimal.valueOf(35).compareTo(evidence(opened).get(0).quantity()));
    assertThrows(Stale.class, () -> held(opened, id, version, Contacts.Lasted.AS_PLANNED));
    assertThrows(Stale.class, () -> held(opened, id, 1, Contacts.Lasted.AS_PLANNED));
  }

  @Test
  void whatCannotBeRightIsRefused() {
    Case opened = centre.opened();
    ContactId tomorrow = centre.booked(opened, opened.worker());
    Set<PlanPersonId> mother = centre.allowed(opened);
    assertEquals("null: record.not-yet", refusal(opened, tomorrow, mother));
    ContactId today = held(opened);
    assertEquals("came: record.nobody", refusal(opened, today, Set.of()));
    assertEquals(
        "ended: held.ended-before",
        Centre.refusal(() -> held(opened, today, 1, lasted("10:00", "09:30"))));
    assertEquals(
        "ended: held.ended-later",
        Centre.refusal(() -> held(opened, today, 1, lasted("10:00", "23:30"))));
    assertEquals(
        "began: held.began-later",
        Centre.refusal(() -> held(opened, today, 1, lasted("23:00", "23:30"))));
    centre.cancel(opened.worker(), tomorrow, 1, CancelledBy.CARER, opened.worker().now(), "Nemoc.");
    assertEquals(
        "null: record.cancelled",
        Centre.refusal(() -> centre.held(opened.worker(), tomorrow, mother)));
    assertEquals(List.of(), evidence(opened));
    assertNull(centre.views.view(opened.worker(), today).row().present());
  }

  private String refusal(Case opened, ContactId id, Set<PlanPersonId> came) {
    return Centre.refusal(() -> centre.held(opened.worker(), id, 1, came));
  }

  @Test
  void whatWasObservedBeforeThereWereReportsIsStillRead() {
    Case opened = centre.opened();
    ContactId id = held(opened);
    centre.held(opened.worker(), id, centre.allowed(opened));
    centre.formerly(opened.worker(), id, "Těšilo se.", "Hráli si.", "Odcházelo klidně.");
    ContactView.Observed record = centre.part(opened.worker(), id).record();
    assertEquals("Těšilo se.", record.before());
    assertEquals("Hráli si.", record.during());
    assertEquals("Odcházelo klidně.", record.after());
    assertEquals("Mgr. Jana Testová", record.by());
    assertEquals(opened.worker().now(), record.at());
  }
}
