package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.ChildFileId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of a booked contact: it is written down, or cancelled. */
@Component(service = Contacts.class)
public final class Contacts {
  /** Kind of the evidence a held contact leaves, in minutes. */
  public static final String EVIDENCE = "supervised-contact";

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final Relations relations;
  private final Evidence evidence;
  private final Story story;

  @Activate
  public Contacts(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Relations relations,
      @Reference People people,
      @Reference Evidence evidence,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.relations = relations;
    this.evidence = evidence;
    this.story = new Story(timeline, messages);
  }

  /** What is written down after a contact: the child before, during and after, and who came. */
  public record Observation(String before, String during, String after, Set<PlanPersonId> came) {}

  /**
   * Writes down a contact that took place.
   *
   * @param version version of an earlier record, 0 for the first
   * @throws org.opora.api.faults.Refused when it was cancelled, has not begun yet, or one of the
   *     three parts is missing
   * @throws Stale when somebody else has written it down meanwhile
   */
  public void record(Viewer viewer, ContactId id, long version, Observation observation) {
    transactions.run(
        em -> {
          Contact contact = hold(em, id);
          require(viewer, SupervisedContactsModule.RECORD, contact);
          ContactRecord record = em.find(ContactRecord.class, id.value());
          if ((record == null ? 0 : record.version()) != version) {
            throw new Stale();
          }
          checkRecord(viewer, contact, observation);
          if (record == null) {
            record = new ContactRecord(id);
            em.persist(record);
          }
          ChildFileId file = contact.childFile();
          record.write(
              sealed.seal(file, SealedTexts.BEFORE, id.value(), observation.before()),
              sealed.seal(file, SealedTexts.DURING, id.value(), observation.during()),
              sealed.seal(file, SealedTexts.AFTER, id.value(), observation.after()),
              viewer.staff(),
              viewer.now());
          for (Attendance attendance : ContactQueries.attendance(em, id.value())) {
            attendance.came(observation.came().contains(attendance.planPerson()));
          }
          contact.held();
          prove(viewer, contact);
          story.tell(viewer, contact, "timeline.held");
          audit.wrote(viewer, "supervised-contacts.record", List.of(Subject.of(file)));
        });
  }

  /**
   * Cancels a planned contact; it stays on record, and room, facilitator and child are free again.
   * The facilitator sees until the end of the day that it was cancelled.
   *
   * @param toldAt when the centre was told; not in the future
   * @throws org.opora.api.faults.Refused when it is not planned any more or the time is in the
   *     future
   * @throws Stale when somebody else has changed it meanwhile
   */
  public void cancel(
      Viewer viewer, ContactId id, long version, CancelledBy by, Instant toldAt, String reason) {
    transactions.run(
        em -> {
          Contact contact = hold(em, id);
          require(viewer, SupervisedContactsModule.WRITE, contact);
          if (contact.version() != version) {
            throw new Stale();
          }
          if (!contact.planned()) {
            throw Refusals.refused(null, "cancel.not-planned");
          }
          if (toldAt.isAfter(viewer.now())) {
            throw Refusals.refused("toldOn", "cancel.future");
          }
          contact.cancel(
              by, toldAt, sealed.seal(contact.childFile(), SealedTexts.REASON, id.value(), reason));
          for (Subject subject :
              List.of(Subject.of(contact.childFile()), Subject.of(contact.child()))) {
            relations.end(subject, RelationKind.FACILITATOR, Bookings.origin(id), viewer.today());
          }
          story.tell(viewer, contact, "timeline.cancelled");
          audit.wrote(
              viewer, "supervised-contacts.cancel", List.of(Subject.of(contact.childFile())));
        });
  }

  /** Whoever else decides on the contact waits, so that the second one sees what the first did. */
  private static Contact hold(EntityManager em, ContactId id) {
    Contact contact = em.find(Contact.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (contact == null) {
      throw new NotFound();
    }
    return contact;
  }

  private void require(Viewer viewer, String permission, Contact contact) {
    door.require(viewer, permission, contact.caseFile(), contact.childFile(), contact.child());
  }

  private static void checkRecord(Viewer viewer, Contact contact, Observation observation) {
    if (contact.cancelled()) {
      throw Refusals.refused(null, "record.cancelled");
    }
    if (contact.slot().start().isAfter(viewer.now())) {
      throw Refusals.refused(null, "record.not-yet");
    }
    written("before", observation.before());
    written("during", observation.during());
    written("after", observation.after());
  }

  private static void written(String field, String text) {
    if (text == null) {
      throw Refusals.refused(field, "record." + field + ".missing");
    }
  }

  private void prove(Viewer viewer, Contact contact) {
    evidence.record(
        SupervisedContactsModule.ID,
        contact.id().value(),
        List.of(
            NewFact.of(
                    EVIDENCE,
                    About.person(contact.caseFile(), contact.child()),
                    LocalDate.ofInstant(contact.slot().start(), viewer.zone()))
                .amounting(BigDecimal.valueOf(contact.slot().minutes()), Evidence.MINUTES)));
  }
}
