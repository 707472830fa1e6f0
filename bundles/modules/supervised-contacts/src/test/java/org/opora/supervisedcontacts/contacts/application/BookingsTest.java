package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** Booking: room, facilitator and time, and why it is refused. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingsTest {
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

  private static final LocalDate DAY = Centre.TODAY.plusDays(1);

  private Slot slot(String from, String to) {
    return centre.slot(DAY, from, to);
  }

  private String refusal(Case opened, RoomId room, Viewer facilitator, Slot slot) {
    return Centre.refusal(() -> centre.book(opened, room, facilitator.staff(), slot));
  }

  @Test
  void aContactHasARoomAFacilitatorATimeAndThoseWhoCome() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    RoomId room = centre.room();
    ContactId id = centre.book(opened, room, facilitator.staff(), slot("14:00", "15:00"));
    ContactView contact = centre.views.view(opened.worker(), id);
    assertEquals(room.value(), contact.row().room());
    assertTrue(contact.where().startsWith("Pokoj "), contact.where());
    assertEquals(facilitator.staff().value(), contact.row().facilitator());
    assertEquals("Mgr. Jana Testová", contact.facilitatorName());
    assertEquals(centre.moment(DAY, "14:00"), contact.row().start());
    assertEquals(centre.moment(DAY, "15:00"), contact.row().end());
    assertEquals(ContactState.PLANNED, contact.row().state());
    assertEquals("Ema", contact.children().get(0).name().given());
    assertEquals("Lenka Slavíková", contact.people().get(0).name());
    assertNull(contact.people().get(0).came());
    assertNull(contact.children().get(0).record());
    assertTrue(
        centre.story(opened.worker(), opened).contains("2026-11-03 Kontakt objednán"),
        () -> centre.story(opened.worker(), opened).toString());
    assertEquals(
        1, centre.audited(opened.worker(), "supervised-contacts.book", opened.childFile()));
  }

  @Test
  void aTakenRoomIsRefusedWithItsNameAndTheTime() {
    Viewer facilitator = centre.viewer("key-worker");
    RoomId room = centre.room();
    centre.book(centre.opened(), room, facilitator.staff(), slot("14:00", "15:00"));
    Case other = centre.opened();
    Refused refused =
        assertThrows(
            Refused.class,
            () -> centre.book(other, room, centre.director.staff(), slot("14:30", "15:30")));
    assertEquals("room", refused.field());
    assertEquals("collision.room-taken", refused.text().key());
    assertEquals(List.of("14:00", "15:00"), refused.text().arguments().subList(1, 3));
    assertTrue(refused.text().arguments().get(0).toString().startsWith("Pokoj "));
    assertTrue(centre.reader.of(other.worker(), List.of(other.childFile())).isEmpty());
    centre.book(other, room, centre.director.staff(), slot("15:00", "16:00"));
  }

  @Test
  void aContactThatBeganLongBeforeStillTakesItsRoom() {
    RoomId room = centre.room();
    centre.book(
        centre.opened(),
        room,
        centre.viewer("key-worker").staff(),
        new Slot(
            centre.moment(DAY.plusDays(20), "08:00"), centre.moment(DAY.plusDays(21), "08:00")));
    assertEquals(
        "room: collision.room-taken",
        refusal(
            centre.opened(),
            room,
            centre.director,
            centre.slot(DAY.plusDays(21), "07:59", "09:00")));
  }

  @Test
  void thePlanKnowsItsLastContactAndCancelledOnesDoNotCount() {
    Case opened = centre.opened();
    ContactId last =
        centre.book(
            opened,
            centre.room(),
            opened.worker().staff(),
            centre.slot(DAY.plusDays(3), "12:00", "13:00"));
    ContactId cancelled =
        centre.book(
            opened,
            centre.room(),
            opened.worker().staff(),
            centre.slot(DAY.plusDays(5), "12:00", "13:00"));
    centre.cancel(
        opened.worker(), cancelled, 1, CancelledBy.CARER, opened.worker().now(), "Nemoc.");
    assertEquals(last.value(), centre.reader.last(opened.worker(), opened.plan()).id());
  }

  @Test
  void aFacilitatorIsInOnePlaceOnly() {
    Viewer facilitator = centre.viewer("key-worker");
    centre.book(centre.opened(), centre.room(), facilitator.staff(), slot("14:00", "15:00"));
    assertEquals(
        "staff: collision.staff-taken",
        refusal(centre.opened(), centre.room(), facilitator, slot("13:30", "14:01")));
  }

  @Test
  void aChildIsInOnePlaceOnly() {
    Case opened = centre.opened();
    centre.book(opened, centre.room(), centre.viewer("key-worker").staff(), slot("14:00", "15:00"));
    assertEquals(
        "people: collision.person-taken",
        refusal(opened, centre.room(), centre.viewer("key-worker"), slot("14:59", "16:00")));
  }

  @Test
  void whoeverMustNotMeetTheChildCannotBeBooked() {
    Case opened = centre.opened();
    Set<PlanPersonId> strangers = centre.allowed(centre.opened());
    for (Set<PlanPersonId> people : List.of(centre.forbidden(opened), strangers)) {
      assertEquals("people: book.forbidden", refusal(opened, people));
    }
    assertEquals("people: book.nobody", refusal(opened, Set.of()));
  }

  private String refusal(Case opened, Set<PlanPersonId> people) {
    return Centre.refusal(
        () ->
            centre.bookings.book(
                opened.worker(),
                NewContact.of(
                    opened.plan(),
                    slot("07:00", "08:00"),
                    Place.in(centre.room()),
                    centre.director.staff(),
                    people),
                null));
  }

  @Test
  void aDayOutsideThePlanIsRefused() {
    Case opened = centre.opened();
    for (LocalDate day : List.of(LocalDate.of(2026, 8, 31), LocalDate.of(2027, 9, 1))) {
      Refused refused =
          assertThrows(
              Refused.class,
              () ->
                  centre.book(
                      opened,
                      centre.room(),
                      centre.director.staff(),
                      centre.slot(day, "14:00", "15:00")));
      assertEquals("book.outside-plan", refused.text().key());
      assertEquals(List.of(day), refused.text().arguments());
    }
    for (LocalDate day : List.of(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31))) {
      centre.book(
          opened, centre.room(), centre.director.staff(), centre.slot(day, "14:00", "15:00"));
    }
  }

  @Test
  void aRoomThatIsNotUsedAnyMoreAndAStrangerAreRefused() {
    Case opened = centre.opened();
    RoomId room = centre.room();
    centre.roomDesk.amend(
        centre.director, room, 1, new RoomFacts("Zavřený pokoj", 8, false, "", false));
    assertEquals(
        "room: collision.room-gone",
        refusal(opened, room, centre.director, slot("16:00", "17:00")));
    assertEquals(
        "room: collision.room-gone",
        refusal(opened, RoomId.next(), centre.director, slot("16:00", "17:00")));
    assertEquals(
        "staff: book.facilitator.not-able",
        Centre.refusal(
            () -> centre.book(opened, centre.room(), StaffId.next(), slot("16:00", "17:00"))));
  }

  @Test
  void aCancelledContactLeavesItsPlaceFree() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    RoomId room = centre.room();
    ContactId first = centre.book(opened, room, facilitator.staff(), slot("10:00", "11:00"));
    centre.cancel(opened.worker(), first, 1, CancelledBy.CHILD, opened.worker().now(), "Nechce.");
    centre.book(opened, room, facilitator.staff(), slot("10:00", "11:00"));
  }

  @Test
  void theFacilitatorSeesTheChildsContactsAndNotTheFamilysFile() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    Viewer uninvolved = centre.viewer("key-worker");
    ContactId id = centre.booked(opened, facilitator);
    assertEquals("Ema", centre.part(facilitator, id).name().given());
    assertEquals(1, centre.reader.list(facilitator, false, null, 10).items().size());
    assertThrows(NotFound.class, () -> centre.views.view(uninvolved, id));
    assertThrows(
        NotFound.class,
        () -> centre.register.files.header(facilitator, opened.family().file()),
        "the family's file stays closed");
    Duration twoMonths = Duration.ofDays(60);
    centre.forward(twoMonths);
    try {
      centre.views.view(facilitator, id);
    } finally {
      centre.forward(twoMonths.negated());
    }
  }

  @Test
  void whereNoReportIsWrittenTheFacilitatorSeesTheChildUntilTwoWeeksAfter() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    ContactId id =
        centre.bookings.book(
            opened.worker(),
            new NewContact(
                List.of(opened.plan()),
                ContactForm.PHONE_OR_VIDEO,
                slot("14:00", "15:00"),
                Place.in(centre.room()),
                null,
                facilitator.staff(),
                centre.allowed(opened),
                null,
                null),
            Centre.BECAUSE);
    Duration untilTheLastDay = Duration.ofDays(15);
    centre.forward(untilTheLastDay);
    try {
      centre.views.view(facilitator, id);
      centre.forward(Duration.ofDays(1));
      assertThrows(NotFound.class, () -> centre.views.view(facilitator, id));
      assertTrue(centre.reader.list(facilitator, true, null, 10).items().isEmpty());
      centre.forward(Duration.ofDays(-1));
    } finally {
      centre.forward(untilTheLastDay.negated());
    }
  }

  @Test
  void aContactEnteredLateCanStillBeWrittenDownByItsFacilitator() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    ContactId id =
        centre.book(
            opened,
            centre.room(),
            facilitator.staff(),
            centre.slot(Centre.TODAY.minusDays(40), "14:00", "15:00"));
    centre.held(facilitator, id, centre.allowed(opened));
    assertEquals(ContactState.HELD, centre.views.view(facilitator, id).row().state());
  }

  @Test
  void theFacilitatorOfACancelledContactSeesItThatDayAndNoLonger() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    ContactId id = centre.booked(opened, facilitator);
    centre.cancel(
        opened.worker(), id, 1, CancelledBy.CENTRE, opened.worker().now(), "Jiný pracovník.");
    assertEquals(ContactState.CANCELLED, centre.views.view(facilitator, id).row().state());
    centre.forward(Duration.ofDays(1));
    try {
      assertThrows(NotFound.class, () -> centre.views.view(facilitator, id));
      assertFalse(
          centre
              .register
              .people
              .names(facilitator, List.of(opened.family().child()))
              .containsKey(opened.family().child()));
    } finally {
      centre.forward(Duration.ofDays(-1));
    }
  }

  @Test
  void anotherContactOfTheSameFacilitatorKeepsTheChildVisible() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    ContactId first = centre.booked(opened, facilitator);
    centre.book(
        opened, centre.room(), facilitator.staff(), centre.slot(DAY.plusDays(7), "14:00", "15:00"));
    centre.cancel(opened.worker(), first, 1, CancelledBy.CARER, opened.worker().now(), "Nemoc.");
    centre.forward(Duration.ofDays(2));
    try {
      assertEquals(1, centre.reader.list(facilitator, false, null, 10).items().size());
    } finally {
      centre.forward(Duration.ofDays(-2));
    }
  }

  @Test
  void listsGoOnWhereThePageBeforeEnded() {
    Case opened = centre.opened();
    RoomId room = centre.room();
    for (int day = 0; day < 5; day++) {
      centre.book(
          opened, room, opened.worker().staff(), centre.slot(DAY.plusDays(day), "08:00", "09:00"));
    }
    var first = centre.reader.list(opened.worker(), false, null, 3);
    var second =
        centre.reader.list(opened.worker(), false, java.util.UUID.fromString(first.next()), 3);
    assertEquals(3, first.items().size());
    assertEquals(2, second.items().size());
    assertNull(second.next());
    assertTrue(first.items().get(2).row().start().isBefore(second.items().get(0).row().start()));
  }
}
