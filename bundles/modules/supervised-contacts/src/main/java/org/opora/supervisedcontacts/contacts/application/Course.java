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
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.time.StaffTime;
import org.opora.api.timeline.Timeline;
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
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A contact while it goes on: who came when, when it began, when it was over. Each step may be sent
 * twice: the second time changes nothing.
 */
@Component(service = Course.class)
public final class Course {
  private final Transactions transactions;
  private final AuditTrail audit;
  private final ContactDoors doors;
  private final Presence presence;
  private final ReviewCalls reviews;
  private final Aftermath aftermath;

  @Activate
  public Course(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
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
    this.audit = audit;
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
          wrote(viewer, held, "supervised-contacts.came");
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
          wrote(viewer, held, "supervised-contacts.left");
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
          wrote(viewer, held, "supervised-contacts.away");
          return keys(held, these);
        });
  }

  /**
   * It begins with those who are there.
   *
   * @param onward how, where somebody came who may only meet the children all together, and one of
   *     them is away; null otherwise
   * @param because why that person meets the others; null when nobody said so
   * @throws org.opora.api.faults.Refused beside {@code onward} when that has to be said; also when
   *     nobody is there, or its time is over
   */
  public void begin(Viewer viewer, ContactId id, Instant at, Onward onward, Because because) {
    transactions.run(
        em -> {
          Held held = planned(doors.hold(em, viewer, SupervisedContactsModule.RECORD, id));
          Contact contact = held.contact();
          if (contact.beganAt() != null) {
            return;
          }
          if (at.isAfter(contact.span().end())) {
            throw Refusals.refused(null, "meeting.too-late");
          }
          Onward how = presence.look(em, viewer, held, there(held, onward), because);
          contact.goesOn(how);
          if (how == Onward.STOP) {
            presence.write(em, viewer, held, there(held, how), because);
            contact.lasted(at, at);
            over(viewer, held, "supervised-contacts.stop");
          } else {
            contact.lasted(at, null);
            wrote(viewer, held, "supervised-contacts.begin");
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
          planned(held);
          if (contact.beganAt() == null) {
            throw Refusals.refused(null, "meeting.not-begun");
          }
          presence.write(em, viewer, held, there(held, contact.onward()), null);
          contact.lasted(contact.beganAt(), at);
          if (early) {
            contact.stopped();
          }
          over(viewer, held, early ? "supervised-contacts.stop" : "supervised-contacts.end");
        });
  }

  private void over(Viewer viewer, Held held, String act) {
    reviews.withdraw(held.children());
    aftermath.wrote(viewer, held, act);
  }

  private static Held planned(Held held) {
    if (!held.contact().planned()) {
      throw Refusals.refused(null, "meeting.not-planned");
    }
    return held;
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

  private void wrote(Viewer viewer, Held held, String act) {
    audit.wrote(
        viewer, act, held.children().stream().map(child -> Subject.of(child.childFile())).toList());
  }
}
