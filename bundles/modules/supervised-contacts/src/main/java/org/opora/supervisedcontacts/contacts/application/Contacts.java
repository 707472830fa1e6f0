package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.ids.ChildFileId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.time.StaffTime;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A contact that took place is written down: who was there, and what was observed of each child.
 */
@Component(service = Contacts.class)
public final class Contacts {
  /** Kind of the evidence a contact that took place leaves, in minutes. */
  public static final String EVIDENCE = "supervised-contact";

  /** Kind of the evidence that a report on a child at a contact is to be written. */
  public static final String TO_REPORT = "contact-to-report";

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoors doors;
  private final Presence presence;
  private final ReviewCalls reviews;
  private final Aftermath aftermath;

  @Activate
  public Contacts(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference FacilitatorReach reach,
      @Reference CaseFiles files,
      @Reference Settings settings,
      @Reference Overrides overrides,
      @Reference Tasks tasks,
      @Reference Evidence evidence,
      @Reference StaffTime time,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    ContactFigures figures = new ContactFigures(settings);
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.doors = new ContactDoors(access, people);
    this.presence = new Presence(new Objections(files, people, figures, overrides, messages));
    this.reviews = new ReviewCalls(new Reminders(tasks, files, messages), figures);
    this.aftermath =
        new Aftermath(
            new Proof(evidence),
            new TimeSpent(time, messages),
            reach,
            new Story(timeline, messages),
            audit);
  }

  /**
   * Who was there.
   *
   * @param children of those of the contact, at least one
   * @param people of the plans, said by one of their names
   * @param onward how it went on where somebody came who may only meet the children all together,
   *     and one of them was away; null otherwise
   */
  public record There(Set<ContactChildId> children, Set<PlanPersonId> people, Onward onward) {
    public There {
      children = Set.copyOf(children);
      people = Set.copyOf(people);
    }
  }

  /** What was observed of one child: before, during and after. */
  public record Observation(String before, String during, String after) {}

  /**
   * Writes down a contact that took place, for one of its children.
   *
   * @param version version of an earlier record of the child, 0 for the first
   * @param because why somebody met children who were not all there; null when nobody said so
   * @throws org.opora.api.faults.Refused when it was cancelled, has not begun yet, nobody was
   *     there, one of the three parts is missing, or nobody said how it went on without a child
   * @throws Stale when somebody else has written it down meanwhile
   */
  public void record(
      Viewer viewer,
      ContactChildId childOf,
      long version,
      There there,
      Observation observation,
      Because because) {
    transactions.run(
        em -> {
          ContactChild found = em.find(ContactChild.class, childOf.value());
          if (found == null) {
            throw new NotFound();
          }
          Held held = doors.hold(em, viewer, SupervisedContactsModule.RECORD, found.contact());
          ContactRecord record = fresh(em, childOf, version);
          check(viewer, held.contact(), observation);
          presence.write(em, viewer, held, there, because);
          write(viewer, record, found.childFile(), observation);
          if (record.version() == 0) {
            em.persist(record);
          }
          reviews.withdraw(held.children());
          aftermath.wrote(viewer, held, "supervised-contacts.record");
        });
  }

  private static ContactRecord fresh(EntityManager em, ContactChildId child, long version) {
    ContactRecord record = em.find(ContactRecord.class, child.value());
    if ((record == null ? 0 : record.version()) != version) {
      throw new Stale();
    }
    return record == null ? new ContactRecord(child) : record;
  }

  private static void check(Viewer viewer, Contact contact, Observation observation) {
    begun(viewer, contact);
    written("before", observation.before());
    written("during", observation.during());
    written("after", observation.after());
  }

  static void begun(Viewer viewer, Contact contact) {
    if (contact.cancelled()) {
      throw Refusals.refused(null, "record.cancelled");
    }
    if (contact.span().start().isAfter(viewer.now())) {
      throw Refusals.refused(null, "record.not-yet");
    }
  }

  private static void written(String field, String text) {
    if (text == null) {
      throw Refusals.refused(field, "record." + field + ".missing");
    }
  }

  private void write(
      Viewer viewer, ContactRecord record, ChildFileId file, Observation observation) {
    UUID row = record.contactChild().value();
    record.write(
        sealed.seal(file, SealedTexts.BEFORE, row, observation.before()),
        sealed.seal(file, SealedTexts.DURING, row, observation.during()),
        sealed.seal(file, SealedTexts.AFTER, row, observation.after()),
        viewer.staff(),
        viewer.now());
  }
}
