package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
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
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Because;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.overrides.persistence.Wanted;
import org.opora.supervisedcontacts.contacts.contributions.MovableContact;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanPlace;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** What a booking goes against, where it can be, and how it is changed and moved. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingRulesTest {
  private static final LocalDate DAY = Centre.TODAY.plusDays(1);

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

  private NewContact wanted(Case opened, ContactForm form, Place place, StaffId facilitator) {
    return new NewContact(
        List.of(opened.plan()),
        form,
        centre.slot(DAY, "14:00", "15:00"),
        place,
        place.inTheHouse() ? null : "U vchodu",
        facilitator,
        centre.allowed(opened),
        null,
        null);
  }

  private StaffId facilitator() {
    return centre.viewer("key-worker").staff();
  }

  private String refusal(Case opened, NewContact wanted) {
    return Centre.refusal(() -> centre.bookings.book(opened.worker(), wanted, null));
  }

  private long overrides(Case opened) {
    return centre
        .register
        .overrideDesk
        .list(centre.director, Wanted.ALL, null, 100)
        .items()
        .stream()
        .filter(line -> line.subject().equals(opened.subject()))
        .count();
  }

  @Test
  void theKeyWorkerAssistsOnlyForAReasonUntilTheCentreDecidesOtherwise() {
    Case opened = centre.opened();
    NewContact wanted = wanted(opened, null, Place.in(centre.room()), opened.worker().staff());
    assertEquals("despite: rule.key-worker.against", refusal(opened, wanted));
    assertEquals(
        opened.worker().staff(), centre.offers.of(opened.worker(), opened.plan()).keyWorker());
    ContactId contact = centre.bookings.book(opened.worker(), wanted, Centre.BECAUSE);
    assertEquals(1, overrides(opened));
    centre.cancel(opened.worker(), contact, 1, CancelledBy.CENTRE, opened.worker().now(), "Omyl.");
    assertEquals(0, overrides(opened), "it does not take place");
    long version = centre.settings.view(centre.director, ContactFigures.NOTICE).version();
    centre.settings.decide(
        centre.director,
        version,
        Centre.TODAY,
        "Je nás málo",
        Map.of(ContactFigures.NOT_KEY_WORKER, 0));
    try {
      centre.bookings.book(opened.worker(), wanted, null);
      assertNull(centre.offers.of(opened.worker(), opened.plan()).keyWorker());
    } finally {
      centre.settings.decide(
          centre.director,
          version + 1,
          Centre.TODAY,
          "Zpět",
          Map.of(ContactFigures.NOT_KEY_WORKER, 1));
    }
  }

  @Test
  void anotherFormAndAnotherPlaceThanPlannedNeedAReason() {
    Case opened = centre.opened();
    RoomId room = centre.room();
    NewContact alone = wanted(opened, ContactForm.UNSUPERVISED, Place.in(room), facilitator());
    assertEquals("despite: rule.form.against", refusal(opened, alone));
    centre.tx.run(em -> em.persist(new PlanPlace(opened.plan(), Places.CENTRE)));
    NewContact park = wanted(opened, null, Place.elsewhere(Places.PARK, 20), facilitator());
    assertEquals("despite: rule.place.against", refusal(opened, park));
    assertEquals(
        Set.of(Objection.Rule.PLACE),
        Set.copyOf(
            centre.bookings.against(opened.worker(), null, park).objections().stream()
                .map(Objection::rule)
                .toList()));
    ContactId contact = centre.bookings.book(opened.worker(), park, Centre.BECAUSE);
    ContactView seen = centre.views.view(opened.worker(), contact);
    assertEquals("park", seen.where());
    assertEquals("U vchodu", seen.children().get(0).placeWords());
    assertEquals(20, seen.row().wayMinutes());
  }

  @Test
  void aPlaceIsSaidAndKnown() {
    Case opened = centre.opened();
    StaffId facilitator = facilitator();
    assertEquals(
        "room: book.nowhere",
        refusal(opened, wanted(opened, null, Place.elsewhere(null, 0), facilitator)));
    assertEquals(
        "place: book.place.gone",
        refusal(opened, wanted(opened, null, Place.elsewhere(Places.CENTRE, 0), facilitator)));
    assertEquals(
        "place: book.place.gone",
        refusal(opened, wanted(opened, null, Place.elsewhere("MOON", 0), facilitator)));
    assertEquals(
        "way: book.way.range",
        refusal(opened, wanted(opened, null, Place.elsewhere(Places.PARK, 601), facilitator)));
  }

  /** The way to the park takes the facilitator, too. */
  @Test
  void theFacilitatorIsOnTheWayBeforeAndAfter() {
    Case opened = centre.opened();
    StaffId facilitator = facilitator();
    centre.bookings.book(
        opened.worker(), wanted(opened, null, Place.elsewhere(Places.PARK, 30), facilitator), null);
    Case other = centre.opened();
    assertEquals(
        "staff: collision.staff-taken",
        Centre.refusal(
            () ->
                centre.book(
                    other, centre.room(), facilitator, centre.slot(DAY, "15:15", "16:00"))));
    centre.book(other, centre.room(), facilitator, centre.slot(DAY, "15:30", "16:00"));
  }

  @Test
  void whoMustNotMeetIsNotBookedTogether() {
    PersonId mother =
        centre.register.person(centre.director, "Lenka", "Nesmí", LocalDate.of(1990, 2, 3));
    Case opened = centre.opened(mother);
    centre.apart.put(
        "test", UUID.randomUUID(), opened.family().child(), mother, Centre.TODAY, null);
    assertEquals(
        "people: collision.apart-together.unnamed",
        refusal(opened, wanted(opened, null, Place.in(centre.room()), facilitator())));
  }

  @Test
  void aContactIsMovedAndBackToWhereItWasOutside() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    ContactId contact =
        centre.bookings.book(
            worker, wanted(opened, null, Place.elsewhere(Places.PARK, 20), facilitator()), null);
    MovableContacts offered =
        new MovableContacts(centre.tx, centre.register.house.access(), centre.register.people);
    MovableContact movable = new MovableContact(centre.bookings, offered);
    assertEquals(Set.of(contact.value()), movable.movable(worker, Set.of(contact.value())));
    assertEquals(Set.of(), movable.movable(centre.viewer("key-worker"), Set.of(contact.value())));
    RoomId room = centre.room();
    Slot later = centre.slot(DAY.plusDays(2), "16:00", "17:00");
    movable.move(worker, contact.value(), later, room, null);
    ContactView moved = centre.views.view(worker, contact);
    assertEquals(room.value(), moved.row().room());
    assertEquals(later.start(), moved.row().start());
    assertEquals(DAY.plusDays(2), moved.row().day());
    assertTrue(centre.story(worker, opened).contains("2026-11-05 Kontakt objednán"));
    assertEquals(
        "on: book.outside-plan",
        Centre.refusal(
            () ->
                movable.move(
                    worker,
                    contact.value(),
                    centre.slot(LocalDate.of(2027, 9, 1), "16:00", "17:00"),
                    room,
                    null)));
    movable.move(worker, contact.value(), centre.slot(DAY, "14:00", "15:00"), null, null);
    ContactView back = centre.views.view(worker, contact);
    assertEquals("park", back.where());
    assertEquals(20, back.row().wayMinutes());
    assertEquals("U vchodu", back.children().get(0).placeWords());
    ContactId inside = centre.booked(centre.opened(), centre.viewer("key-worker"));
    assertEquals(
        "room: book.nowhere",
        Centre.refusal(() -> centre.bookings.move(centre.director, inside, later, null, null)));
  }

  @Test
  void forLongerThanThePlanSaysSomebodySaysWhy() {
    Case opened = centre.opened();
    NewContact wanted =
        NewContact.of(
            opened.plan(),
            centre.slot(DAY, "08:00", "10:01"),
            Place.in(centre.room()),
            centre.viewer("key-worker").staff(),
            centre.allowed(opened));
    assertEquals(Because.FIELD + ": rule.longer.against", refusal(opened, wanted));
    centre.bookings.book(opened.worker(), wanted, Centre.BECAUSE);
    assertEquals(1, overrides(opened));
  }

  @Test
  void aContactGetsAnotherFacilitatorAndTheFirstOneSeesItNoLonger() {
    Case opened = centre.opened();
    Viewer first = centre.viewer("key-worker");
    Viewer second = centre.viewer("key-worker");
    ContactId contact = centre.booked(opened, first);
    NewContact wanted = wanted(opened, null, Place.in(centre.room()), second.staff());
    centre.bookings.change(opened.worker(), contact, 1, wanted, null);
    assertEquals(second.staff().value(), centre.views.view(second, contact).row().facilitator());
    assertThrows(
        Stale.class, () -> centre.bookings.change(opened.worker(), contact, 1, wanted, null));
    centre.forward(Duration.ofDays(1));
    try {
      assertThrows(NotFound.class, () -> centre.views.view(first, contact));
    } finally {
      centre.forward(Duration.ofDays(-1));
    }
    centre.cancel(
        opened.worker(),
        contact,
        centre.views.view(opened.worker(), contact).row().version(),
        CancelledBy.CARER,
        opened.worker().now(),
        "Nemoc.");
    assertEquals(
        "null: book.not-planned",
        Centre.refusal(
            () -> centre.bookings.change(opened.worker(), contact, 3, wanted, Centre.BECAUSE)));
  }

  @Test
  void aReasonThatIsNotAskedForIsNotKept() {
    Case opened = centre.opened();
    Because because = Centre.BECAUSE;
    centre.bookings.book(
        opened.worker(), wanted(opened, null, Place.in(centre.room()), facilitator()), because);
    assertEquals(0, overrides(opened));
  }
}
