package org.opora.supervisedcontacts.meeting.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.meeting.application.MeetingView.Guest;
import org.opora.supervisedcontacts.meeting.contributions.MeetingPersonData;
import org.opora.supervisedcontacts.meeting.domain.StepKind;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.testkit.OnEveryDatabase;

/** A contact while it goes on. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingTest {
  @Parameter Product product;
  private MeetingHouse house;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new MeetingHouse(product);
    centre = house.centre;
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private Viewer facilitator() {
    return centre.viewer("facilitator");
  }

  private PersonId mother() {
    return centre.register.person(centre.director, "Lenka", "Slavíková", LocalDate.of(1990, 2, 3));
  }

  @Test
  void theyComeItBeginsItIsNotedAndItEnds() {
    Case opened = centre.opened(mother());
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    assertEquals(
        List.of(id),
        house.meetings.running(facilitator).stream().map(MeetingReader.Running::contact).toList());
    house.desk.note(facilitator, id, UUID.randomUUID(), StepKind.NOTE, Set.of(), "Čeká u okna.");
    house.desk.arrived(facilitator, id, house.all(id));
    MeetingView there = house.meetings.view(facilitator, id);
    assertTrue(there.guests().stream().allMatch(Guest::here), there.guests().toString());
    assertFalse(there.waits());
    centre.forward(Duration.ofMinutes(10));
    house.desk.begin(facilitator, id, null, null);
    UUID key = UUID.randomUUID();
    centre.forward(Duration.ofMinutes(5));
    house.desk.note(facilitator, id, key, StepKind.CHILD_WORDS, Set.of(), "Mami, pojď.");
    house.desk.note(facilitator, id, key, StepKind.CHILD_WORDS, Set.of(), "Mami, pojď.");
    centre.forward(Duration.ofSeconds(1));
    house.desk.note(facilitator, id, UUID.randomUUID(), StepKind.GIFT, Set.of(), null);
    centre.forward(Duration.ofMinutes(40));
    house.desk.end(facilitator, id);
    house.desk.end(facilitator, id);
    MeetingView over = house.meetings.view(facilitator, id);
    assertEquals(
        List.of(StepKind.NOTE, StepKind.CHILD_WORDS, StepKind.GIFT),
        over.steps().stream().map(MeetingView.Step::kind).toList(),
        "what is sent twice stands once");
    assertEquals(ContactState.HELD, over.contact().row().state());
    assertEquals(45, Duration.between(over.began(), over.ended()).toMinutes());
    assertTrue(over.contact().people().get(0).met());
    assertEquals(
        45,
        centre
            .register
            .evidence
            .of(
                centre.director,
                opened.family().file(),
                opened.family().child(),
                Contacts.EVIDENCE,
                5)
            .get(0)
            .quantity()
            .intValue());
    house.desk.left(facilitator, id, house.all(id));
    assertTrue(
        house.meetings.view(facilitator, id).guests().stream()
            .noneMatch(guest -> guest.left() == null));
    assertEquals(1, centre.audited(facilitator, "supervised-contacts.end", opened.childFile()));
  }

  @Test
  void whoeverCameHasComeAlsoWhenTheContactIsChanged() {
    Case opened = centre.opened(mother());
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    house.desk.arrived(facilitator, id, house.all(id));
    ContactView before = centre.views.view(opened.worker(), id);
    NewContact wanted =
        NewContact.of(
            opened.plan(),
            new Slot(house.soon().start().plusSeconds(300), house.soon().end()),
            Place.in(centre.room()),
            facilitator.staff(),
            centre.allowed(opened));
    centre.bookings.change(opened.worker(), id, before.row().version(), wanted, null);
    assertTrue(house.meetings.view(facilitator, id).guests().stream().allMatch(Guest::here));
  }

  @Test
  void whoeverMustNotMeetAndIsInTheHouseIsToldBeforeTheDoorIsOpened() {
    PersonId mother = mother();
    Case one = centre.opened(mother);
    Case other = centre.opened();
    Viewer facilitator = facilitator();
    Viewer second = facilitator();
    ContactId first = house.soon(other, second);
    ContactId contact = house.soon(one, facilitator);
    centre.apart.put("test", UUID.randomUUID(), mother, other.family().child(), Centre.TODAY, null);
    assertEquals(1, house.meetings.view(facilitator, contact).warnings().size());
    house.desk.arrived(second, first, house.all(first));
    List<Text> warned = house.meetings.view(facilitator, contact).warnings();
    assertEquals(1, warned.size());
    assertTrue(warned.get(0).key().startsWith("encounter.here"), warned.toString());
    house.desk.left(second, first, house.all(first));
    assertEquals(List.of(), house.meetings.view(facilitator, contact).warnings());
  }

  @Test
  void itIsStoppedWithTheReasonAndStaysStopped() {
    Case opened = centre.opened();
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    house.desk.arrived(facilitator, id, house.all(id));
    assertEquals("null: meeting.not-begun", Centre.refusal(() -> house.desk.end(facilitator, id)));
    house.desk.begin(facilitator, id, null, null);
    assertEquals(
        "why: words.missing",
        Centre.refusal(() -> house.desk.stop(facilitator, id, UUID.randomUUID(), " ")));
    house.desk.stop(facilitator, id, UUID.randomUUID(), "Matka křičela.");
    MeetingView over = house.meetings.view(facilitator, id);
    assertEquals(ContactState.STOPPED, over.contact().row().state());
    assertEquals("Matka křičela.", over.steps().get(0).words());
    centre.forward(Duration.ofMinutes(15));
    centre.held(centre.director, id, centre.allowed(opened));
    assertEquals(ContactState.STOPPED, centre.views.view(facilitator, id).row().state());
  }

  @Test
  void onlyWhoeverAssistsWritesAndOnlyAtTheTime() {
    Case opened = centre.opened();
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    assertEquals(
        "null: meeting.not-yours",
        Centre.refusal(() -> house.desk.arrived(centre.director, id, house.all(id))));
    assertEquals(List.of(), house.meetings.running(centre.director));
    Viewer stranger = facilitator();
    assertThrows(NotFound.class, () -> house.desk.arrived(stranger, id, house.all(id)));
    assertThrows(NotFound.class, () -> house.meetings.view(stranger, id));
    ContactId tomorrow =
        centre.book(
            opened,
            centre.room(),
            facilitator.staff(),
            centre.slot(Centre.TODAY.plusDays(9), "14:00", "15:00"));
    assertEquals(
        "null: meeting.closed",
        Centre.refusal(() -> house.desk.arrived(facilitator, tomorrow, house.all(tomorrow))));
    centre.wall(facilitator, Subject.of(opened.family().child()));
    assertEquals(List.of(), house.meetings.running(facilitator), "a wall closes the list");
    assertThrows(NotFound.class, () -> house.meetings.view(facilitator, id));
    assertThrows(
        NotFound.class,
        () -> house.desk.note(facilitator, id, UUID.randomUUID(), StepKind.NOTE, Set.of(), "x"));
  }

  @Test
  void whatWasTappedByMistakeIsTakenBackUntilItBegins() {
    Case opened = centre.opened();
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    house.desk.arrived(facilitator, id, List.of(house.mother(opened)));
    house.desk.away(facilitator, id, List.of(house.mother(opened)));
    assertTrue(
        house.meetings.view(facilitator, id).guests().stream()
            .allMatch(guest -> guest.came() == null));
    assertEquals(
        "null: meeting.not-come",
        Centre.refusal(() -> house.desk.left(facilitator, id, List.of(house.mother(opened)))));
    assertEquals(
        "children: record.no-child",
        Centre.refusal(() -> house.desk.begin(facilitator, id, null, null)));
    house.desk.arrived(facilitator, id, house.all(id));
    house.desk.begin(facilitator, id, null, null);
    assertEquals(
        "null: meeting.begun",
        Centre.refusal(() -> house.desk.away(facilitator, id, house.all(id))));
  }

  @Test
  void wordsAreSealedAndGoWithTheChild() {
    Case opened = centre.opened();
    Viewer facilitator = facilitator();
    ContactId id = house.soon(opened, facilitator);
    house.desk.note(facilitator, id, UUID.randomUUID(), StepKind.NOTE, Set.of(), "Zvláštní slovo.");
    byte[] stored =
        centre.tx.read(
            em ->
                em.createQuery(
                        "SELECT s.words FROM MeetingStep s WHERE s.contact = :contact",
                        byte[].class)
                    .setParameter("contact", id.value())
                    .getSingleResult());
    assertNotNull(stored);
    assertFalse(new String(stored).contains("slovo"));
    var data = new MeetingPersonData(new MeetingData(centre.tx));
    Set<PersonId> child = Set.of(opened.family().child());
    assertEquals(1, data.count(child));
    assertEquals(1, data.export(child).size());
    assertEquals(1, data.review(child).size());
    data.erase(child);
    assertNull(house.meetings.view(facilitator, id).steps().get(0).words());
  }
}
