package org.opora.supervisedcontacts.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.DataClass;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.domain.Attendance;
import org.opora.supervisedcontacts.domain.Contact;
import org.opora.supervisedcontacts.domain.ContactId;
import org.opora.supervisedcontacts.domain.ContactPlan;
import org.opora.supervisedcontacts.domain.PlanId;
import org.opora.supervisedcontacts.domain.PlanPerson;
import org.opora.supervisedcontacts.domain.PlanPersonId;
import org.opora.supervisedcontacts.domain.Resource;
import org.opora.supervisedcontacts.domain.Room;
import org.opora.supervisedcontacts.domain.RoomId;
import org.opora.supervisedcontacts.domain.Standing;
import org.opora.supervisedcontacts.domain.TimeSlot;
import org.opora.supervisedcontacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.persistence.ContactRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Booking: one place at a time for room, facilitator and child. The rows of the three are locked in
 * the order of their keys, then the clash is looked for, then the contact is written: the same on
 * both databases, and two people never get the same room.
 */
@Component(service = Bookings.class)
public final class Bookings {
  /** The facilitator sees the child's contacts until so many days after, to write them down. */
  private static final int DAYS_TO_WRITE = 14;

  private final Transactions transactions;
  private final Access access;
  private final AuditTrail audit;
  private final Relations relations;
  private final Timeline timeline;
  private final Messages messages;

  @Activate
  public Bookings(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Relations relations,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.access = access;
    this.audit = audit;
    this.relations = relations;
    this.timeline = timeline;
    this.messages = messages;
  }

  /**
   * Books a contact.
   *
   * @param expected people of the plan who will come, at least one
   * @throws org.opora.api.faults.Refused when the plan does not cover the day, a person is
   *     forbidden, or room, facilitator or child are taken
   */
  public ContactId book(
      Viewer viewer,
      PlanId planId,
      RoomId room,
      StaffId facilitator,
      TimeSlot slot,
      Set<PlanPersonId> expected) {
    ensureResources(facilitator.value(), planId);
    return transactions.required(
        em -> {
          ContactPlan plan = Plans.find(em, planId);
          access.require(viewer, SupervisedContactsModule.WRITE, Subject.of(plan.childFile()));
          LocalDate day = LocalDate.ofInstant(slot.start(), viewer.zone());
          checkPlan(em, plan, day, expected);
          checkRoom(em, room);
          lock(em, room.value(), facilitator.value(), plan.child().value());
          checkClash(em, viewer, plan, room, facilitator, slot);

          ContactId id = ContactId.next();
          Contact contact = new Contact(id, plan, room, facilitator, slot);
          em.persist(contact);
          em.flush();
          for (PlanPersonId person : expected) {
            em.persist(new Attendance(Ids.next(), id, person));
          }
          String origin = SupervisedContactsModule.ID + ":" + id;
          LocalDate until = day.plusDays(DAYS_TO_WRITE);
          for (Subject subject : List.of(Subject.of(plan.childFile()), Subject.of(plan.child()))) {
            relations.grant(
                facilitator, subject, RelationKind.FACILITATOR, viewer.today(), until, origin);
          }
          tell(viewer, contact, "timeline.planned");
          audit.wrote(viewer, "supervised-contacts.book", List.of(Subject.of(plan.childFile())));
          return id;
        });
  }

  static Contact find(EntityManager em, ContactId id) {
    Contact contact = em.find(Contact.class, id.value());
    if (contact == null) {
      throw new NotFound();
    }
    return contact;
  }

  /** Pushes the contact's line of the story; the same contact again replaces it. */
  void tell(Viewer viewer, Contact contact, String title) {
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            SupervisedContactsModule.ID,
            "supervised-contact",
            contact.id().value(),
            Subject.of(contact.childFile()),
            LocalDate.ofInstant(contact.slot().start(), viewer.zone()),
            SupervisedContactsModule.READ,
            DataClass.CONTACT_FACTS,
            messages.title(title),
            "/m/supervised-contacts/contacts/" + contact.id()));
  }

  /**
   * The lock rows of facilitator and child must exist before anybody can wait for them; on a
   * transaction of their own, made once.
   */
  private void ensureResources(UUID facilitator, PlanId planId) {
    UUID child = transactions.read(em -> Plans.find(em, planId).child().value());
    for (UUID resource : List.of(facilitator, child)) {
      boolean known = transactions.read(em -> em.find(Resource.class, resource) != null);
      if (!known) {
        insert(resource);
      }
    }
  }

  private void insert(UUID resource) {
    try {
      transactions.separate(
          em -> {
            em.persist(new Resource(resource));
            return null;
          });
    } catch (jakarta.persistence.PersistenceException raced) {
      boolean known = transactions.separate(em -> em.find(Resource.class, resource) != null);
      if (!known) {
        throw raced;
      }
    }
  }

  private static void lock(EntityManager em, UUID... resources) {
    for (UUID resource : new TreeSet<>(List.of(resources))) {
      em.find(Resource.class, resource, LockModeType.PESSIMISTIC_WRITE);
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
        ContactQueries.people(em, List.of(plan.id().value())).stream()
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

  private void checkClash(
      EntityManager em,
      Viewer viewer,
      ContactPlan plan,
      RoomId room,
      StaffId facilitator,
      TimeSlot slot) {
    List<ContactRow> clashes =
        ContactQueries.clashes(em, slot, room.value(), facilitator.value(), plan.child().value());
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
