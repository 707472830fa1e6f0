package org.opora.supervisedcontacts.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.domain.Attendance;
import org.opora.supervisedcontacts.domain.CancelledBy;
import org.opora.supervisedcontacts.domain.Contact;
import org.opora.supervisedcontacts.domain.ContactId;
import org.opora.supervisedcontacts.domain.ContactRecord;
import org.opora.supervisedcontacts.domain.PlanPerson;
import org.opora.supervisedcontacts.domain.PlanPersonId;
import org.opora.supervisedcontacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.persistence.ContactRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contacts after the booking: seen in lists, written down, cancelled. */
@Component(service = Contacts.class)
public final class Contacts {
  /** Kind of the evidence a held contact leaves, in minutes. */
  public static final String EVIDENCE = "supervised-contact";

  private static final int LAST_OF_FILE = 50;

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Access access;
  private final AuditTrail audit;
  private final Relations relations;
  private final Evidence evidence;
  private final People people;
  private final Staff staff;
  private final Bookings bookings;

  @Activate
  public Contacts(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Relations relations,
      @Reference Evidence evidence,
      @Reference People people,
      @Reference Staff staff,
      @Reference Bookings bookings) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.access = access;
    this.audit = audit;
    this.relations = relations;
    this.evidence = evidence;
    this.people = people;
    this.staff = staff;
    this.bookings = bookings;
  }

  /** A line of a list. {@code childName} is null when the viewer may not see the name. */
  public record Line(ContactRow row, PersonName childName, String facilitatorName) {}

  /** What is written down after a contact. At least {@code during} is there. */
  public record Observation(String before, String during, String after, Set<PlanPersonId> came) {}

  /**
   * Contacts to come, the nearest first, or past ones, the latest first.
   *
   * @param after cursor of the page before, or null
   */
  public Page<Line> list(Viewer viewer, boolean past, UUID after, int limit) {
    return transactions.read(
        em -> {
          Contact last = after == null ? null : em.find(Contact.class, after);
          Instant startOfDay = viewer.today().atStartOfDay(viewer.zone()).toInstant();
          List<ContactRow> rows =
              ContactQueries.around(
                  em,
                  access.scope(viewer, SupervisedContactsModule.READ),
                  past,
                  startOfDay,
                  last,
                  limit + 1);
          boolean more = rows.size() > limit;
          List<ContactRow> shown = more ? rows.subList(0, limit) : rows;
          String next = more ? shown.get(shown.size() - 1).id().toString() : null;
          return new Page<>(lines(viewer, shown), next);
        });
  }

  /** The last contacts of these children, newest first. */
  public List<Line> of(Viewer viewer, Collection<ChildFileId> childFiles) {
    return transactions.read(
        em ->
            lines(
                viewer,
                ContactQueries.contactsOf(
                    em,
                    access.scope(viewer, SupervisedContactsModule.READ),
                    childFiles.stream().map(ChildFileId::value).toList(),
                    LAST_OF_FILE)));
  }

  public ContactView view(Viewer viewer, ContactId id) {
    return transactions.read(
        em -> {
          ContactRow row = ContactQueries.contact(em, id.value());
          if (row == null) {
            throw new NotFound();
          }
          ChildFileId file = new ChildFileId(row.childFile());
          access.require(viewer, SupervisedContactsModule.READ, Subject.of(file));
          boolean mayRead =
              access.decide(viewer, SupervisedContactsModule.RECORD, Subject.of(file)).allowed();
          Contact contact = em.find(Contact.class, id.value());
          Line line = lines(viewer, List.of(row)).get(0);
          return new ContactView(
              row,
              line.childName(),
              line.facilitatorName(),
              expected(em, row, file),
              mayRead ? sealed.open(file, SealedTexts.REASON, row.id(), contact.reason()) : null,
              mayRead ? observed(em, row.id(), file) : null);
        });
  }

  /**
   * Writes down a contact that took place.
   *
   * @param version version of an earlier record, 0 for the first
   * @throws org.opora.api.faults.Refused when it was cancelled, has not begun yet, or nothing is
   *     written
   */
  public void record(Viewer viewer, ContactId id, long version, Observation observation) {
    transactions.run(
        em -> {
          Contact contact = Bookings.find(em, id);
          ChildFileId file = contact.childFile();
          access.require(viewer, SupervisedContactsModule.RECORD, Subject.of(file));
          checkRecord(viewer, contact, observation);
          ContactRecord record = em.find(ContactRecord.class, id.value());
          if (record == null) {
            record = new ContactRecord(id);
            em.persist(record);
          } else if (record.version() != version) {
            throw new Stale();
          }
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
          bookings.tell(viewer, contact, "timeline.held");
          audit.wrote(viewer, "supervised-contacts.record", List.of(Subject.of(file)));
        });
  }

  /**
   * Cancels a planned contact; it stays on record, and the room is free again.
   *
   * @param toldAt when the centre was told; not in the future
   * @throws org.opora.api.faults.Refused when it is not planned any more or the time is in the
   *     future
   */
  public void cancel(
      Viewer viewer, ContactId id, long version, CancelledBy by, Instant toldAt, String reason) {
    transactions.run(
        em -> {
          Contact contact = Bookings.find(em, id);
          Subject subject = Subject.of(contact.childFile());
          access.require(viewer, SupervisedContactsModule.WRITE, subject);
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
          LocalDate lastDay = viewer.today();
          String origin = SupervisedContactsModule.ID + ":" + id;
          relations.end(subject, RelationKind.FACILITATOR, origin, lastDay);
          relations.end(Subject.of(contact.child()), RelationKind.FACILITATOR, origin, lastDay);
          bookings.tell(viewer, contact, "timeline.cancelled");
          audit.wrote(viewer, "supervised-contacts.cancel", List.of(subject));
        });
  }

  private static void checkRecord(Viewer viewer, Contact contact, Observation observation) {
    if (contact.cancelled()) {
      throw Refusals.refused(null, "record.cancelled");
    }
    if (contact.slot().start().isAfter(viewer.now())) {
      throw Refusals.refused(null, "record.not-yet");
    }
    if (observation.during() == null) {
      throw Refusals.refused("during", "record.during.missing");
    }
  }

  private void prove(Viewer viewer, Contact contact) {
    evidence.record(
        new Evidence.NewFact(
            SupervisedContactsModule.ID,
            EVIDENCE,
            contact.id().value(),
            contact.caseFile(),
            contact.child(),
            LocalDate.ofInstant(contact.slot().start(), viewer.zone()),
            BigDecimal.valueOf(contact.slot().minutes()),
            "min",
            false));
  }

  private List<Line> lines(Viewer viewer, List<ContactRow> rows) {
    Map<PersonId, PersonName> children =
        people.names(viewer, rows.stream().map(row -> new PersonId(row.child())).toList());
    Map<StaffId, String> facilitators =
        staff.names(rows.stream().map(row -> new StaffId(row.facilitator())).toList());
    return rows.stream()
        .map(
            row ->
                new Line(
                    row,
                    children.get(new PersonId(row.child())),
                    facilitators.get(new StaffId(row.facilitator()))))
        .toList();
  }

  private List<ContactView.Expected> expected(EntityManager em, ContactRow row, ChildFileId file) {
    Map<PlanPersonId, PlanPerson> named =
        ContactQueries.people(em, List.of(row.plan())).stream()
            .collect(Collectors.toMap(PlanPerson::id, person -> person));
    return ContactQueries.attendance(em, row.id()).stream()
        .map(
            attendance -> {
              PlanPerson person = named.get(attendance.planPerson());
              String name = sealed.open(file, SealedTexts.NAME, person.id().value(), person.name());
              return new ContactView.Expected(person.id(), name, person.kin(), attendance.came());
            })
        .toList();
  }

  private ContactView.Observed observed(EntityManager em, UUID contact, ChildFileId file) {
    ContactRecord record = em.find(ContactRecord.class, contact);
    if (record == null) {
      return null;
    }
    return new ContactView.Observed(
        record.version(),
        sealed.open(file, SealedTexts.BEFORE, contact, record.before()),
        sealed.open(file, SealedTexts.DURING, contact, record.during()),
        sealed.open(file, SealedTexts.AFTER, contact, record.after()),
        staff.names(List.of(record.writtenBy())).get(record.writtenBy()),
        record.writtenAt());
  }
}
