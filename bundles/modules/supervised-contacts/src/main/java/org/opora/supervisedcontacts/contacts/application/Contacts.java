package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A contact that took place is written down: who was there, and what was observed of each child. */
@Component(service = Contacts.class)
public final class Contacts {
  /** Kind of the evidence a contact that took place leaves, in minutes. */
  public static final String EVIDENCE = "supervised-contact";

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoors doors;
  private final Objections objections;
  private final ReviewCalls reviews;
  private final Aftermath aftermath;

  @Activate
  public Contacts(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Settings settings,
      @Reference Overrides overrides,
      @Reference Tasks tasks,
      @Reference Evidence evidence,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    ContactFigures figures = new ContactFigures(settings);
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.doors = new ContactDoors(access, people);
    this.objections = new Objections(files, people, figures, overrides, messages);
    this.reviews = new ReviewCalls(tasks, files, figures, messages);
    this.aftermath = new Aftermath(new Proof(evidence), new Story(timeline, messages), audit);
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
   * @throws org.opora.api.faults.Refused when it was cancelled, has not begun yet, nobody was there,
   *     one of the three parts is missing, or nobody said how it went on without a child
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
          come(em, viewer, held, there, because);
          write(viewer, record, found.childFile(), observation);
          if (record.version() == 0) {
            em.persist(record);
          }
          reviews.withdraw(held.children());
          aftermath.of(viewer, held, "supervised-contacts.record");
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

  private void come(EntityManager em, Viewer viewer, Held held, There there, Because because) {
    if (held.children().stream().noneMatch(child -> there.children().contains(child.id()))) {
      throw Refusals.refused("children", "record.no-child");
    }
    Set<UUID> came = came(held, there.people());
    boolean siblings = there.children().size() > 1;
    if (came.isEmpty() && !siblings) {
      throw Refusals.refused("came", "record.nobody");
    }
    Set<UUID> onlyTogether = onlyTogether(em, held, there, came);
    Onward onward = onlyTogether.isEmpty() ? null : there.onward();
    if (!onlyTogether.isEmpty()) {
      goOn(em, viewer, held, onward, because);
    }
    boolean kept = onward == Onward.CHILDREN_ALONE || onward == Onward.STOP;
    held.children().forEach(child -> child.present(there.children().contains(child.id())));
    held.attendance()
        .forEach(
            one ->
                one.came(
                    came.contains(one.id()), !(kept && onlyTogether.contains(one.id()))));
    held.contact().goesOn(onward);
    if (onward == Onward.STOP) {
      held.contact().stopped();
    } else {
      held.contact().held();
    }
  }

  /** Keys of the attendances of those who came. */
  private static Set<UUID> came(Held held, Set<PlanPersonId> people) {
    return held.named().stream()
        .filter(as -> people.contains(as.planPerson()))
        .map(AttendsAs::attendance)
        .collect(Collectors.toSet());
  }

  /** Of those who came: who may only meet the children all together, and not all are there. */
  private Set<UUID> onlyTogether(EntityManager em, Held held, There there, Set<UUID> came) {
    List<PersonId> children =
        held.children().stream()
            .filter(child -> there.children().contains(child.id()))
            .map(ContactChild::child)
            .toList();
    return held.named().stream()
        .filter(as -> came.contains(as.attendance()))
        .filter(as -> lacks(em, as, children))
        .map(AttendsAs::attendance)
        .collect(Collectors.toSet());
  }

  private boolean lacks(EntityManager em, AttendsAs as, List<PersonId> children) {
    PlanPerson person = em.find(PlanPerson.class, as.planPerson().value());
    TogetherId together = person == null ? null : person.together();
    return together != null && objections.lacksSiblings(em, List.of(together), children);
  }

  private void goOn(
      EntityManager em, Viewer viewer, Held held, Onward onward, Because because) {
    if (onward == null) {
      throw Refusals.refused("onward", "record.together");
    }
    if (onward == Onward.ALL_THE_SAME) {
      Contact contact = held.contact();
      objections.goneOn(
          viewer,
          contact.id(),
          Plans.find(em, held.children().get(0).plan()),
          held.children().stream().map(ContactChild::child).toList(),
          List.of(Objection.to(Objection.Rule.TOGETHER)),
          because);
    }
  }
}
