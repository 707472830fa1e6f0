package org.opora.supervisedcontacts.contacts.application;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.overrides.Because;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.application.Contacts.There;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.risks.application.RiskGate;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A contact while it goes on: when it began, when it was over. Each step may be sent twice: the
 * second time changes nothing.
 */
@Component(service = Course.class)
public final class Course {
  private final Transactions transactions;
  private final AuditTrail audit;
  private final ContactDoors doors;
  private final TookPlace tookPlace;
  private final RiskGate risks;

  @Activate
  public Course(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference TookPlace tookPlace,
      @Reference RiskGate risks) {
    this.transactions = transactions;
    this.audit = audit;
    this.doors = new ContactDoors(access, people);
    this.tookPlace = tookPlace;
    this.risks = risks;
  }

  /**
   * It begins with those who are there.
   *
   * @param onward how, where somebody came who may only meet the children all together, and one of
   *     them is away; null otherwise
   * @param because why that person meets the others; null when nobody said so
   * @throws org.opora.api.faults.Refused beside {@code onward} when that has to be said; also when
   *     nobody is there, its time is over, somebody came whom a plan forbids by now, or its risks
   *     let nobody meet
   */
  public void begin(Viewer viewer, ContactId id, Instant at, Onward onward, Because because) {
    transactions.run(
        em -> {
          Held held = Arrivals.planned(doors.hold(em, viewer, SupervisedContactsModule.RECORD, id));
          Contact contact = held.contact();
          if (contact.beganAt() != null) {
            return;
          }
          if (at.isAfter(contact.span().end())) {
            throw Refusals.refused(null, "meeting.too-late");
          }
          Presence.nobodyForbidden(em, held);
          risks.require(held.children().stream().map(ContactChild::plan).distinct().toList());
          Onward how = tookPlace.look(em, viewer, held, there(held, onward), because);
          contact.goesOn(how);
          if (how == Onward.STOP) {
            tookPlace.write(
                em,
                viewer,
                held,
                there(held, how),
                because,
                at,
                at,
                false,
                "supervised-contacts.stop");
          } else {
            contact.lasted(at, null);
            Arrivals.wrote(audit, viewer, held, "supervised-contacts.begin");
          }
        });
  }

  /**
   * It is over.
   *
   * @param early whether it was stopped before its time
   * @throws org.opora.api.faults.Refused when it has not begun
   */
  public void end(Viewer viewer, ContactId id, boolean early, Instant at) {
    transactions.run(
        em -> {
          Held held = doors.hold(em, viewer, SupervisedContactsModule.RECORD, id);
          Contact contact = held.contact();
          if (contact.state().tookPlace()) {
            return;
          }
          Arrivals.planned(held);
          if (contact.beganAt() == null) {
            throw Refusals.refused(null, "meeting.not-begun");
          }
          tookPlace.write(
              em,
              viewer,
              held,
              there(held, contact.onward()),
              null,
              contact.beganAt(),
              at,
              early,
              early ? "supervised-contacts.stop" : "supervised-contacts.end");
        });
  }

  /** Those of whom it is written down that they came. */
  private static There there(Held held, Onward onward) {
    Set<ContactChildId> children =
        held.children().stream()
            .filter(child -> Boolean.TRUE.equals(child.present()))
            .map(ContactChild::id)
            .collect(Collectors.toSet());
    Set<UUID> came =
        held.attendance().stream()
            .filter(one -> Boolean.TRUE.equals(one.came()))
            .map(Attendance::id)
            .collect(Collectors.toSet());
    Set<PlanPersonId> people =
        held.named().stream()
            .filter(as -> came.contains(as.attendance()))
            .map(AttendsAs::planPerson)
            .collect(Collectors.toSet());
    return new There(children, people, onward);
  }
}
