package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.TimeSlot;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.rooms.application.ResourceRows;
import org.opora.supervisedcontacts.rooms.domain.Room;
import org.opora.supervisedcontacts.rooms.domain.RoomId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.Story;
import org.opora.supervisedcontacts.shared.application.Times;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Booking: one place at a time for room, facilitator and child. The rows of the three are held,
 * then the clash is looked for, then the contact is written: the same on both databases, and two
 * people never get the same room.
 */
@Component(service = Bookings.class)
public final class Bookings {
  /** The facilitator sees the child's contacts until so many days after, to write them down. */
  private static final int DAYS_TO_WRITE = 14;

  private final Transactions transactions;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final Relations relations;
  private final People people;
  private final Staff staff;
  private final Story story;
  private final ResourceRows resources;

  @Activate
  public Bookings(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Relations relations,
      @Reference People people,
      @Reference Staff staff,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.relations = relations;
    this.people = people;
    this.staff = staff;
    this.story = new Story(timeline, messages);
    this.resources = new ResourceRows(transactions);
  }

  /**
   * Books a contact.
   *
   * @param expected people of the plan who will come, at least one
   * @throws org.opora.api.faults.Refused when the plan does not cover the day, a person is
   *     forbidden, the facilitator must not see the child, or room, facilitator or child are taken
   */
  public ContactId book(
      Viewer viewer,
      PlanId planId,
      RoomId room,
      StaffId facilitator,
      TimeSlot slot,
      Set<PlanPersonId> expected) {
    ContactPlan known = transactions.read(em -> Plans.find(em, planId));
    door.require(
        viewer, SupervisedContactsModule.WRITE, known.caseFile(), known.childFile(), known.child());
    if (!staff.names(List.of(facilitator)).containsKey(facilitator)) {
      throw Refusals.refused("facilitator", "book.facilitator.gone");
    }
    resources.prepare(places(known.child(), facilitator.value()));
    return transactions.required(
        em -> {
          ContactPlan plan = Plans.find(em, planId);
          LocalDate day = LocalDate.ofInstant(slot.start(), viewer.zone());
          checkPlan(em, plan, day, expected);
          checkRoom(em, room);
          Set<UUID> child = places(plan.child());
          checkFacilitator(em, plan, child, facilitator, viewer.today());
          ResourceRows.hold(em, places(plan.child(), room.value(), facilitator.value()));
          checkClash(em, viewer, child, room, facilitator, slot);
          Contact contact = write(em, plan, room, facilitator, slot, day, expected);
          relate(viewer, contact, day);
          story.tell(viewer, contact, "timeline.planned");
          audit.wrote(viewer, "supervised-contacts.book", List.of(Subject.of(plan.childFile())));
          return contact.id();
        });
  }

  /** A child is in one place only, under whichever key it is known, and so are these. */
  private Set<UUID> places(PersonId child, UUID... others) {
    Set<UUID> all = new HashSet<>(List.of(others));
    people.idsOf(child).forEach(key -> all.add(key.value()));
    return all;
  }

  /** Who says that the facilitator has to do with the child. */
  static String origin(ContactId contact) {
    return SupervisedContactsModule.ID + ":" + contact;
  }

  private static Contact write(
      EntityManager em,
      ContactPlan plan,
      RoomId room,
      StaffId facilitator,
      TimeSlot slot,
      LocalDate day,
      Set<PlanPersonId> expected) {
    Contact contact = new Contact(ContactId.next(), plan, room, facilitator, slot, day);
    em.persist(contact);
    em.flush();
    for (PlanPersonId person : expected) {
      em.persist(new Attendance(Ids.next(), contact.id(), person));
    }
    return contact;
  }

  /** A contact that is entered late has still to be written down. */
  private void relate(Viewer viewer, Contact contact, LocalDate day) {
    LocalDate today = viewer.today();
    LocalDate until = (day.isBefore(today) ? today : day).plusDays(DAYS_TO_WRITE);
    for (Subject subject : List.of(Subject.of(contact.childFile()), Subject.of(contact.child()))) {
      relations.grant(
          contact.facilitator(),
          subject,
          RelationKind.FACILITATOR,
          today,
          until,
          origin(contact.id()));
    }
  }

  private static void checkPlan(
      EntityManager em, ContactPlan plan, LocalDate day, Set<PlanPersonId> expected) {
    if (!plan.coversDay(day)) {
      throw Refusals.refused("on", "book.outside-plan", day);
    }
    if (expected.isEmpty()) {
      throw Refusals.refused("people", "book.nobody");
    }
    Set<PlanPersonId> allowed =
        PlanQueries.people(em, List.of(plan.id().value())).stream()
            .filter(person -> person.standing() == Standing.ALLOWED)
            .map(PlanPerson::id)
            .collect(Collectors.toSet());
    if (!allowed.containsAll(expected)) {
      throw Refusals.refused("people", "book.forbidden");
    }
  }

  private static void checkRoom(EntityManager em, RoomId id) {
    Room room = em.find(Room.class, id.value());
    if (room == null || !room.inUse()) {
      throw Refusals.refused("room", "book.room.gone");
    }
  }

  /** A wall is not opened by a booking. */
  private static void checkFacilitator(
      EntityManager em, ContactPlan plan, Set<UUID> child, StaffId facilitator, LocalDate today) {
    Set<UUID> subjects = new HashSet<>(child);
    subjects.add(plan.caseFile().value());
    subjects.add(plan.childFile().value());
    if (ContactQueries.walled(em, facilitator.value(), subjects, today)) {
      throw Refusals.refused("facilitator", "book.facilitator.walled");
    }
  }

  private static void checkClash(
      EntityManager em,
      Viewer viewer,
      Set<UUID> child,
      RoomId room,
      StaffId facilitator,
      TimeSlot slot) {
    List<ContactRow> clashes =
        ContactQueries.clashes(em, slot, room.value(), facilitator.value(), child);
    if (clashes.isEmpty()) {
      return;
    }
    ContactRow first = clashes.get(0);
    String from = Times.clock(first.start(), viewer.zone());
    String to = Times.clock(first.end(), viewer.zone());
    if (first.room().equals(room.value())) {
      throw Refusals.refused("room", "book.room.taken", first.roomName(), from, to);
    }
    if (first.facilitator().equals(facilitator.value())) {
      throw Refusals.refused("facilitator", "book.facilitator.taken", from, to);
    }
    throw Refusals.refused("on", "book.child.taken", from, to);
  }
}
