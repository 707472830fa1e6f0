package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.application.Contacts.There;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.shared.application.Refusals;

/** Who is at a contact, and whether those who are may meet. */
record Presence(Objections objections) {
  /**
   * How it goes on with those who are there; nothing of it is written but why, where somebody says
   * so.
   *
   * @return null when all are there who have to be
   * @throws org.opora.api.faults.Refused when no child is there or nobody whom it meets, or when
   *     one is missing without whom somebody may not meet the others, and nobody said how it goes
   *     on
   */
  Onward look(EntityManager em, Viewer viewer, Held held, There there, Because because) {
    if (held.children().stream().noneMatch(child -> there.children().contains(child.id()))) {
      throw Refusals.refused("children", "record.no-child");
    }
    Set<UUID> came = came(held, there.people());
    boolean siblings = there.children().size() > 1;
    if (came.isEmpty() && !siblings) {
      throw Refusals.refused("came", "record.nobody");
    }
    if (onlyTogether(em, held, there, came).isEmpty()) {
      return null;
    }
    goOn(em, viewer, held, there.onward(), because);
    return there.onward();
  }

  /**
   * Somebody came whom a plan has come to forbid since it was booked: they and the child do not
   * meet. That they came is written down all the same.
   */
  static void nobodyForbidden(EntityManager em, Held held) {
    Set<UUID> came =
        held.attendance().stream()
            .filter(one -> Boolean.TRUE.equals(one.came()))
            .map(Attendance::id)
            .collect(Collectors.toSet());
    boolean forbidden =
        held.named().stream()
            .filter(as -> came.contains(as.attendance()))
            .map(as -> em.find(PlanPerson.class, as.planPerson().value()))
            .anyMatch(person -> person != null && person.standing() == Standing.FORBIDDEN);
    if (forbidden) {
      throw Refusals.refused(null, "meeting.forbidden");
    }
  }

  /** Writes down that those met who were there, or that it was stopped at once. */
  void write(EntityManager em, Viewer viewer, Held held, There there, Because because) {
    Onward onward = look(em, viewer, held, there, because);
    Set<UUID> came = came(held, there.people());
    boolean kept = onward == Onward.CHILDREN_ALONE || onward == Onward.STOP;
    Set<UUID> away = kept ? onlyTogether(em, held, there, came) : Set.of();
    held.children().forEach(child -> child.present(there.children().contains(child.id())));
    held.attendance().forEach(one -> one.came(came.contains(one.id()), !away.contains(one.id())));
    Contact contact = held.contact();
    boolean early = contact.state() == ContactState.STOPPED && contact.onward() != Onward.STOP;
    contact.goesOn(onward);
    if (early || onward == Onward.STOP) {
      contact.stopped();
    } else {
      contact.held();
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

  private void goOn(EntityManager em, Viewer viewer, Held held, Onward onward, Because because) {
    if (onward == null) {
      throw Refusals.refused("onward", "record.together");
    }
    Contact contact = held.contact();
    // Whoever began it has said why already; the end asks for nothing anew.
    boolean said = contact.onward() == Onward.ALL_THE_SAME && because == null;
    if (onward == Onward.ALL_THE_SAME && !said) {
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
