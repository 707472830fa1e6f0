package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Calendar;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
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
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ChildTold;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.MissedBy;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.contacts.domain.Teller;
import org.opora.supervisedcontacts.contacts.domain.Telling;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What does not take place: cancelled by somebody, or missed by those for whom it was waited. */
@Component(service = Cancellations.class)
public final class Cancellations {
  private final Transactions transactions;
  private final Calendar calendar;
  private final AuditTrail audit;
  private final SealedTexts sealed;
  private final ContactDoors doors;
  private final ContactFigures figures;
  private final Objections objections;
  private final ReviewCalls reviews;
  private final Aftermath aftermath;

  @Activate
  public Cancellations(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference FacilitatorReach reach,
      @Reference CaseFiles files,
      @Reference Calendar calendar,
      @Reference Settings settings,
      @Reference Overrides overrides,
      @Reference Tasks tasks,
      @Reference Evidence evidence,
      @Reference StaffTime time,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.calendar = calendar;
    this.audit = audit;
    this.sealed = new SealedTexts(keys);
    this.doors = new ContactDoors(access, people);
    this.figures = new ContactFigures(settings);
    this.objections = new Objections(files, people, figures, overrides, messages);
    this.reviews = new ReviewCalls(new Reminders(tasks, files, messages), figures);
    this.aftermath =
        new Aftermath(
            new Proof(evidence),
            new TimeSpent(time, messages),
            reach,
            new ContactStory(new Story(timeline, messages)),
            audit);
  }

  /**
   * That a contact is cancelled.
   *
   * @param toldAt when the centre was told; not in the future
   * @param reason in the words of whoever cancelled
   * @param effort what it took from the facilitator already
   */
  public record Cancellation(CancelledBy by, Instant toldAt, String reason, StaffEffort effort) {}

  /**
   * Cancels a planned contact for all its children; it stays on record, and room, facilitator and
   * people are free again. The facilitator sees until the end of the day that it was cancelled.
   *
   * @throws org.opora.api.faults.Refused when it is not planned any more, the time is in the
   *     future, or nobody said why
   * @throws Stale when somebody else has changed it meanwhile
   */
  public void cancel(Viewer viewer, ContactId id, long version, Cancellation how) {
    transactions.run(
        em -> {
          Held held = hold(em, viewer, SupervisedContactsModule.WRITE, id, version);
          if (how.toldAt().isAfter(viewer.now())) {
            throw Refusals.refused("toldOn", "cancel.future");
          }
          if (how.reason() == null) {
            throw Refusals.refused("reason", "cancel.reason.missing");
          }
          Contact contact = held.contact();
          contact.cancel(how.by(), how.toldAt(), how.effort());
          held.children().forEach(child -> because(child, how.reason()));
          calendar.cancel(viewer, SupervisedContactsModule.ID, id.value());
          objections.withdraw(id);
          if (how.by() == CancelledBy.PARENT) {
            reviews.look(em, viewer, held.children());
          }
          aftermath.wrote(viewer, held, "supervised-contacts.cancel");
        });
  }

  private Held hold(
      EntityManager em, Viewer viewer, String permission, ContactId id, long version) {
    Held held = doors.hold(em, viewer, permission, id);
    if (held.contact().version() != version) {
      throw new Stale();
    }
    if (!held.contact().planned()) {
      throw Refusals.refused(null, "cancel.not-planned");
    }
    return held;
  }

  private void because(ContactChild child, String reason) {
    child.because(sealed.seal(child.childFile(), SealedTexts.REASON, child.id().value(), reason));
  }

  /**
   * That it was waited in vain.
   *
   * @param children those who were there
   * @param people those who came, said by one of their names
   * @param waitedMinutes how long it was waited
   * @param words what is to be said of it; null for nothing
   * @param effort what it took from the facilitator
   */
  public record NoShow(
      Set<ContactChildId> children,
      Set<PlanPersonId> people,
      int waitedMinutes,
      String words,
      StaffEffort effort) {
    public NoShow {
      children = Set.copyOf(children);
      people = Set.copyOf(people);
    }
  }

  /**
   * Writes down that nobody of those came whom the children were to meet, or no child: whoever was
   * there has waited as long as the centre has decided. The facilitator sees the children for some
   * days, as after any contact.
   *
   * @throws org.opora.api.faults.Refused when it is not planned any more, it was not waited long
   *     enough, or both sides came
   * @throws Stale when somebody else has changed it meanwhile
   */
  public void missed(Viewer viewer, ContactId id, long version, NoShow how) {
    transactions.run(
        em -> {
          Held held = hold(em, viewer, SupervisedContactsModule.RECORD, id, version);
          Contact contact = held.contact();
          waited(viewer, contact, how.waitedMinutes());
          MissedBy by = by(held, how);
          contact.missed(by, how.waitedMinutes(), how.effort());
          Set<UUID> came = came(held, how.people());
          held.children().forEach(child -> child.present(how.children().contains(child.id())));
          held.attendance().forEach(one -> one.came(came.contains(one.id()), false));
          held.children().forEach(child -> because(child, how.words()));
          calendar.cancel(viewer, SupervisedContactsModule.ID, id.value());
          if (by == MissedBy.PARENT) {
            reviews.look(em, viewer, held.children());
          }
          aftermath.wrote(viewer, held, "supervised-contacts.no-show");
        });
  }

  private void waited(Viewer viewer, Contact contact, int minutes) {
    int least = figures.waitingMinutes(contact.span().day());
    if (minutes < least) {
      throw Refusals.refused("waited", "no-show.wait", least);
    }
    if (contact.span().start().plusSeconds(60L * minutes).isAfter(viewer.now())) {
      throw Refusals.refused("waited", "no-show.not-yet");
    }
  }

  private static MissedBy by(Held held, NoShow how) {
    boolean child = held.children().stream().anyMatch(one -> how.children().contains(one.id()));
    boolean parent = !came(held, how.people()).isEmpty();
    boolean onlySiblings = held.attendance().isEmpty();
    if (child && parent || onlySiblings && how.children().size() > 1) {
      throw Refusals.refused("came", "no-show.both");
    }
    return child && !onlySiblings ? MissedBy.PARENT : MissedBy.CHILD;
  }

  private static Set<UUID> came(Held held, Set<PlanPersonId> people) {
    return held.named().stream()
        .filter(as -> people.contains(as.planPerson()))
        .map(AttendsAs::attendance)
        .collect(Collectors.toSet());
  }

  /**
   * That a child was told.
   *
   * @param reaction how it took it, in its own words; null when nobody wrote it down
   */
  public record Told(Teller by, Instant at, Telling how, String reaction) {}

  /**
   * Writes down who told the child that the contact does not take place, and how it took it.
   *
   * @throws org.opora.api.faults.Refused when the contact was not cancelled or missed, or the time
   *     is in the future
   * @throws Stale when somebody else has changed it meanwhile
   */
  public void tell(Viewer viewer, ContactChildId id, long version, Told told) {
    transactions.run(
        em -> {
          ContactChild child = em.find(ContactChild.class, id.value());
          if (child == null) {
            throw new NotFound();
          }
          doors.require(viewer, SupervisedContactsModule.RECORD, List.of(child));
          if (child.version() != version) {
            throw new Stale();
          }
          Contact contact = em.find(Contact.class, child.contact().value());
          if (contact.planned() || contact.state().tookPlace()) {
            throw Refusals.refused(null, "told.not-cancelled");
          }
          if (told.at().isAfter(viewer.now())) {
            throw Refusals.refused("at", "told.future");
          }
          byte[] reaction =
              sealed.seal(child.childFile(), SealedTexts.REACTION, id.value(), told.reaction());
          child.told(new ChildTold(told.by(), told.at(), told.how(), reaction));
          audit.wrote(viewer, "supervised-contacts.told", List.of(Subject.of(child.childFile())));
        });
  }
}
