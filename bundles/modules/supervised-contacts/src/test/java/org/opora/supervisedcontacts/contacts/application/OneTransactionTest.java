package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
import org.opora.api.evidence.Fact;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.RoomId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.paging.Page;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.overrides.persistence.Wanted;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/**
 * A contact and all that follows from it over three schemas are one: when the last step fails,
 * nothing of it is there.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneTransactionTest {
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

  /** Writes like the real one and fails afterwards, as a full disk would. */
  private final class FailingTimeline implements Timeline {
    @Override
    public void put(Viewer viewer, NewEntry entry) {
      centre.register.timeline.put(viewer, entry);
      throw new DiskFull();
    }

    @Override
    public void withdraw(String origin, UUID source) {
      throw new DiskFull();
    }

    @Override
    public Page<Entry> of(Viewer viewer, CaseFileId file, String after, int limit) {
      throw new DiskFull();
    }

    @Override
    public Map<UUID, Entry> behind(Viewer viewer, CaseFileId file, Collection<UUID> records) {
      throw new DiskFull();
    }

    @Override
    public List<Recent> recent(Viewer viewer, int limit) {
      throw new DiskFull();
    }
  }

  private static final class DiskFull extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void aPlanWhoseTimelineFailsWasNeverMade() {
    Case opened = centre.opened();
    Plans failing = centre.plans(new FailingTimeline());
    assertThrows(
        DiskFull.class,
        () ->
            failing.make(
                opened.worker(),
                opened.family().file(),
                opened.family().child(),
                Centre.TERMS,
                List.of(Centre.MOTHER)));
    assertEquals(1, centre.planReader.of(opened.worker(), List.of(opened.childFile())).size());
    assertThrows(
        DiskFull.class,
        () ->
            failing.change(
                opened.worker(),
                opened.plan(),
                1,
                Centre.TERMS,
                Map.of(),
                List.of(new Plans.Named(1, "Věra Malá", Kin.GRANDPARENT, Standing.ALLOWED)),
                new Because(Reason.NO_OTHER_WAY, "čeká se na rozsudek")));
    assertEquals(1, centre.allowed(opened).size());
    assertTrue(
        centre.register.overrideDesk.list(centre.director, Wanted.ALL, null, 100).items().stream()
            .noneMatch(line -> line.subject().equals(opened.subject())),
        "what was not changed went against no rule");
    assertEquals(1, centre.story(opened.worker(), opened).size());
    assertEquals(
        0, centre.audited(opened.worker(), "supervised-contacts.plan.change", opened.childFile()));
  }

  @Test
  void aBookingWhoseTimelineFailsLeavesNeitherAPlaceNorARelation() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    RoomId room = centre.room();
    Slot slot = centre.slot(Centre.TODAY.plusDays(1), "14:00", "15:00");
    assertThrows(
        DiskFull.class,
        () ->
            centre
                .bookings(new FailingTimeline())
                .book(
                    opened.worker(),
                    NewContact.of(
                        opened.plan(),
                        slot,
                        Place.in(room),
                        facilitator.staff(),
                        centre.allowed(opened)),
                    null));
    assertEquals(List.of(), centre.reader.of(opened.worker(), List.of(opened.childFile())));
    assertThrows(NotFound.class, () -> centre.planReader.view(facilitator, opened.plan()));
    assertEquals(1, centre.story(opened.worker(), opened).size(), "only the plan");
    assertEquals(
        0, centre.audited(opened.worker(), "supervised-contacts.book", opened.childFile()));
    centre.book(opened, room, facilitator.staff(), slot);
  }

  @Test
  void aRecordWhoseTimelineFailsLeavesNoEvidence() {
    Case opened = centre.opened();
    ContactId id =
        centre.book(
            opened,
            centre.room(),
            opened.worker().staff(),
            centre.slot(Centre.TODAY, "08:00", "09:00"));
    Contacts failing = centre.contacts(new FailingTimeline(), centre.register.evidence);
    ContactChildId part = centre.part(opened.worker(), id).id();
    assertThrows(
        DiskFull.class,
        () ->
            failing.held(
                opened.worker(),
                id,
                1,
                new Contacts.There(Set.of(part), centre.allowed(opened), null),
                Contacts.Lasted.AS_PLANNED,
                null));
    ContactView contact = centre.views.view(opened.worker(), id);
    assertEquals(ContactState.PLANNED, contact.row().state());
    assertNull(contact.people().get(0).came());
    assertEquals(List.of(), evidence(opened));
    assertTrue(centre.story(opened.worker(), opened).contains("2026-11-02 Kontakt objednán"));
  }

  private List<Fact> evidence(Case opened) {
    return centre.register.evidence.of(
        opened.worker(), opened.family().file(), opened.family().child(), Contacts.EVIDENCE, 10);
  }

  @Test
  void aCancellationWhoseTimelineFailsLeavesTheFacilitatorInPlace() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    ContactId id = centre.booked(opened, facilitator);
    Cancellations failing = centre.cancellations(new FailingTimeline());
    assertThrows(
        DiskFull.class,
        () ->
            failing.cancel(
                opened.worker(),
                id,
                1,
                new Cancellations.Cancellation(
                    CancelledBy.PARENT, opened.worker().now(), "Nemoc.", StaffEffort.NONE)));
    assertEquals(ContactState.PLANNED, centre.views.view(opened.worker(), id).row().state());
    centre.forward(java.time.Duration.ofDays(3));
    try {
      centre.views.view(facilitator, id);
    } finally {
      centre.forward(java.time.Duration.ofDays(-3));
    }
  }

  @Test
  void whatTheSurroundingTransactionRefusesTakesTheBookingWithIt() {
    Case opened = centre.opened();
    RoomId room = centre.room();
    assertThrows(
        Refused.class,
        () ->
            centre.register.tx.run(
                em -> {
                  centre.book(
                      opened,
                      room,
                      opened.worker().staff(),
                      centre.slot(Centre.TODAY.plusDays(1), "14:00", "15:00"));
                  throw new Refused(null, Text.of(SupervisedContactsModule.ORIGIN, "book.nobody"));
                }));
    assertEquals(List.of(), centre.reader.of(opened.worker(), List.of(opened.childFile())));
    assertEquals(1, centre.story(opened.worker(), opened).size());
  }
}
