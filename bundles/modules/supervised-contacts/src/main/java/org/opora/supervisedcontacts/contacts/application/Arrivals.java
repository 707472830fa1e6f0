package org.opora.supervisedcontacts.contacts.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who comes to a contact and leaves it, moment by moment. Each step may be sent twice: the second
 * time changes nothing.
 */
@Component(service = Arrivals.class)
public final class Arrivals {
  private final Transactions transactions;
  private final AuditTrail audit;
  private final ContactDoors doors;

  @Activate
  public Arrivals(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people) {
    this.transactions = transactions;
    this.audit = audit;
    this.doors = new ContactDoors(access, people);
  }

  /**
   * These have come. Who is there already keeps the moment.
   *
   * @return their keys in the register, of those whom it knows
   * @throws org.opora.api.faults.Refused when the contact does not take place, or is over
   */
  public Set<PersonId> came(Viewer viewer, ContactId id, Collection<Whom> these, Instant at) {
    return transactions.required(
        em -> {
          Held held = planned(doors.hold(em, viewer, SupervisedContactsModule.RECORD, id));
          each(
              held,
              these,
              (child, first) -> child.there(first ? at : child.cameAt(), null),
              (one, first) -> {
                one.came(true, true);
                one.there(first ? at : one.cameAt(), null);
              });
          wrote(audit, viewer, held, "supervised-contacts.came");
          return keys(held, these);
        });
  }

  /**
   * These have left.
   *
   * @return as {@link #came}
   * @throws org.opora.api.faults.Refused when one of them has not come, or the contact does not
   *     take place
   */
  public Set<PersonId> left(Viewer viewer, ContactId id, Collection<Whom> these, Instant at) {
    return transactions.required(
        em -> {
          Held held = doors.hold(em, viewer, SupervisedContactsModule.RECORD, id);
          if (!held.contact().planned() && !held.contact().state().tookPlace()) {
            throw Refusals.refused(null, "meeting.not-planned");
          }
          each(
              held,
              these,
              (child, never) -> child.there(came(never, child.cameAt()), at),
              (one, never) -> one.there(came(never, one.cameAt()), at));
          wrote(audit, viewer, held, "supervised-contacts.left");
          return keys(held, these);
        });
  }

  private static Instant came(boolean never, Instant at) {
    if (never) {
      throw Refusals.refused(null, "meeting.not-come");
    }
    return at;
  }

  /**
   * That they came was written down by mistake. Only before the contact has begun.
   *
   * @return as {@link #came}
   */
  public Set<PersonId> away(Viewer viewer, ContactId id, Collection<Whom> these) {
    return transactions.required(
        em -> {
          Held held = planned(doors.hold(em, viewer, SupervisedContactsModule.RECORD, id));
          if (held.contact().beganAt() != null) {
            throw Refusals.refused(null, "meeting.begun");
          }
          each(
              held,
              these,
              (child, never) -> child.present(false),
              (one, never) -> one.came(false, false));
          wrote(audit, viewer, held, "supervised-contacts.away");
          return keys(held, these);
        });
  }

  static Held planned(Held held) {
    if (!held.contact().planned()) {
      throw Refusals.refused(null, "meeting.not-planned");
    }
    return held;
  }

  /**
   * @param ofChild with whether nobody has written down so far that they came, as {@code ofOther}
   */
  private static void each(
      Held held,
      Collection<Whom> these,
      BiConsumer<ContactChild, Boolean> ofChild,
      BiConsumer<Attendance, Boolean> ofOther) {
    for (Whom whom : these) {
      if (whom.child() == null) {
        Attendance one = attendance(held, whom);
        ofOther.accept(one, one.cameAt() == null);
      } else {
        ContactChild child = child(held, whom);
        ofChild.accept(child, child.cameAt() == null);
      }
    }
  }

  private static ContactChild child(Held held, Whom whom) {
    return held.children().stream()
        .filter(one -> one.id().equals(whom.child()))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static Attendance attendance(Held held, Whom whom) {
    UUID key =
        held.named().stream()
            .filter(as -> as.planPerson().equals(whom.person()))
            .map(AttendsAs::attendance)
            .findFirst()
            .orElseThrow(NotFound::new);
    return held.attendance().stream()
        .filter(one -> one.id().equals(key))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static Set<PersonId> keys(Held held, Collection<Whom> these) {
    return these.stream()
        .map(
            whom ->
                whom.child() == null ? attendance(held, whom).person() : child(held, whom).child())
        .filter(one -> one != null)
        .collect(Collectors.toSet());
  }

  static void wrote(AuditTrail audit, Viewer viewer, Held held, String act) {
    audit.wrote(
        viewer, act, held.children().stream().map(child -> Subject.of(child.childFile())).toList());
  }
}
