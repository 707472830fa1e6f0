package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.overrides.Because;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A contact that took place is written down afterwards, where nobody did so while it went on, or
 * was wrong: who was there, and from when to when. How the children were stands in the report.
 */
@Component(service = Contacts.class)
public final class Contacts {
  /** Kind of the evidence a contact that took place leaves, in minutes. */
  public static final String EVIDENCE = "supervised-contact";

  /** Kind of the evidence that a report on a child at a contact is to be written. */
  public static final String TO_REPORT = "contact-to-report";

  private final Transactions transactions;
  private final ContactDoors doors;
  private final TookPlace tookPlace;

  @Activate
  public Contacts(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference People people,
      @Reference TookPlace tookPlace) {
    this.transactions = transactions;
    this.doors = new ContactDoors(access, people);
    this.tookPlace = tookPlace;
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

  /**
   * From when to when it really was; null for as planned.
   *
   * @param from when it began
   * @param until when it was over
   */
  public record Lasted(Instant from, Instant until) {
    public static final Lasted AS_PLANNED = new Lasted(null, null);
  }

  /**
   * Writes down that it took place.
   *
   * @param because why somebody met children who were not all there; null when nobody said so
   * @throws org.opora.api.faults.Refused when it was cancelled, has not begun yet, nobody was
   *     there, it ends before it begins or later than now, or nobody said how it went on without a
   *     child
   * @throws org.opora.api.faults.Stale when somebody else has written it down meanwhile
   */
  public void held(
      Viewer viewer, ContactId id, long version, There there, Lasted lasted, Because because) {
    transactions.run(
        em -> {
          Held held = doors.hold(em, viewer, SupervisedContactsModule.RECORD, id);
          Refusals.fresh(held.contact().version(), version);
          begun(viewer, held.contact());
          check(viewer, held.contact(), lasted);
          // Who came stands in rows of its own: whoever changes one of them has changed it.
          em.lock(held.contact(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          tookPlace.write(
              em,
              viewer,
              held,
              there,
              because,
              lasted.from(),
              lasted.until(),
              false,
              "supervised-contacts.held");
        });
  }

  static void begun(Viewer viewer, Contact contact) {
    if (contact.cancelled()) {
      throw Refusals.refused(null, "record.cancelled");
    }
    if (contact.span().start().isAfter(viewer.now())) {
      throw Refusals.refused(null, "record.not-yet");
    }
  }

  private static void check(Viewer viewer, Contact contact, Lasted lasted) {
    Instant from = lasted.from() == null ? contact.span().start() : lasted.from();
    Instant until = lasted.until() == null ? contact.span().end() : lasted.until();
    if (from.isAfter(viewer.now())) {
      throw Refusals.refused("began", "held.began-later");
    }
    if (until.isBefore(from)) {
      throw Refusals.refused("ended", "held.ended-before");
    }
    if (lasted.until() != null && until.isAfter(viewer.now())) {
      throw Refusals.refused("ended", "held.ended-later");
    }
  }
}
