package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Where;
import org.opora.api.choices.Choices;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.supervisedcontacts.contacts.domain.Joint;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.Span;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.Refusals;

/** Whether a contact can be booked at all; whether it fits in, the calendar says. */
record BookingCheck(People people, Choices choices) {
  private static final int LONGEST_WORDS = 200;
  private static final Set<ContactForm> FACE_TO_FACE =
      Set.of(ContactForm.SUPERVISED, ContactForm.ASSISTED_HANDOVER);

  /**
   * The draft of what is wanted.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  Draft draft(EntityManager em, Viewer viewer, List<ContactPlan> plans, NewContact wanted) {
    LocalDate day = LocalDate.ofInstant(wanted.slot().start(), viewer.zone());
    ContactForm form = wanted.form() == null ? plans.get(0).form() : wanted.form();
    covers(plans, day);
    oneOfEach(plans);
    place(viewer, form, wanted.place(), wanted.placeWords());
    return new Draft(
        plans,
        form,
        new Span(wanted.slot().start(), wanted.slot().end(), day),
        wanted.place(),
        wanted.facilitator(),
        expected(em, plans, wanted.expected()));
  }

  static void covers(Collection<ContactPlan> plans, LocalDate day) {
    if (!plans.stream().allMatch(plan -> plan.coversDay(day))) {
      throw Refusals.refused("on", "book.outside-plan", day);
    }
  }

  /** Of those who were invited once, a plan may have come to forbid some. */
  static void nobodyForbidden(Collection<Joint> invited) {
    if (invited.stream().anyMatch(Joint::forbidden)) {
      throw Refusals.refused(null, "book.forbidden.since");
    }
  }

  private void oneOfEach(List<ContactPlan> plans) {
    long children = plans.stream().map(ContactPlan::child).map(this::one).distinct().count();
    if (children < plans.size()) {
      throw Refusals.refused("children", "book.child.twice");
    }
  }

  /** What of a place is needed, and what makes no sense together. */
  void place(Viewer viewer, ContactForm form, Place place, String words) {
    if (place.inTheHouse()) {
      return;
    }
    if (place.code() == null) {
      if (FACE_TO_FACE.contains(form)) {
        throw Refusals.refused("room", "book.nowhere");
      }
    } else if (place.code().equals(Places.CENTRE)
        || !choices.fits(Places.LIST, List.of(place.code()), viewer.today(), List.of())) {
      throw Refusals.refused("place", "book.place.gone");
    }
    if (place.wayMinutes() > Where.LONGEST_WAY) {
      throw Refusals.refused("way", "book.way.range", Where.LONGEST_WAY);
    }
    if (words != null && words.length() > LONGEST_WORDS) {
      throw Refusals.refused("placeWords", "book.place.long", LONGEST_WORDS);
    }
  }

  /** All whom the plans name. */
  List<Joint> named(EntityManager em, Collection<ContactPlan> plans) {
    List<UUID> keys = plans.stream().map(plan -> plan.id().value()).toList();
    return Joint.of(PlanQueries.people(em, keys), this::one);
  }

  /** Those whom every one of the plans allows, the children of the contact left out. */
  List<Joint> offered(EntityManager em, Collection<ContactPlan> plans) {
    List<PlanId> all = plans.stream().map(ContactPlan::id).toList();
    Set<PersonId> children = children(plans);
    return named(em, plans).stream()
        .filter(one -> one.allowedBy(all))
        .filter(one -> one.person() == null || !children.contains(one.person()))
        .toList();
  }

  private Set<PersonId> children(Collection<ContactPlan> plans) {
    Set<PersonId> children = new HashSet<>();
    plans.forEach(plan -> children.addAll(people.idsOf(plan.child())));
    return children;
  }

  private List<Joint> expected(
      EntityManager em, List<ContactPlan> plans, Set<PlanPersonId> ticked) {
    if (ticked.isEmpty()) {
      // Siblings may meet with nobody else.
      if (plans.size() > 1) {
        siblings(named(em, plans), plans);
        return List.of();
      }
      throw Refusals.refused("people", "book.nobody");
    }
    List<Joint> allowed = Draft.expected(offered(em, plans), ticked);
    long found =
        allowed.stream()
            .flatMap(one -> one.as().stream())
            .filter(p -> ticked.contains(p.id()))
            .count();
    if (found < ticked.size()) {
      boolean sibling =
          plans.size() > 1 && named(em, plans).stream().noneMatch(one -> forbidden(one, ticked));
      throw Refusals.refused("people", sibling ? "book.not-in-all" : "book.forbidden");
    }
    return allowed;
  }

  /**
   * Children meet by themselves when they belong to each other: each with another one, by somebody
   * whom both may meet, or because the plan of each allows the other.
   */
  private void siblings(List<Joint> named, List<ContactPlan> plans) {
    for (ContactPlan plan : plans) {
      boolean alone =
          plans.stream()
              .filter(other -> !other.id().equals(plan.id()))
              .noneMatch(other -> together(named, plan, other));
      if (alone) {
        throw Refusals.refused("siblings", "book.not-siblings");
      }
    }
  }

  private boolean together(List<Joint> named, ContactPlan one, ContactPlan other) {
    return named.stream().anyMatch(joint -> joint.allowedBy(List.of(one.id(), other.id())))
        || lets(named, one, other.child()) && lets(named, other, one.child());
  }

  private boolean lets(List<Joint> named, ContactPlan plan, PersonId child) {
    Set<PersonId> keys = people.idsOf(child);
    return named.stream()
        .filter(joint -> joint.person() != null && keys.contains(joint.person()))
        .anyMatch(joint -> joint.allowedBy(List.of(plan.id())));
  }

  private static boolean forbidden(Joint one, Set<PlanPersonId> ticked) {
    return one.forbidden() && one.as().stream().anyMatch(each -> ticked.contains(each.id()));
  }

  /** Of all keys of a person one and the same. */
  private PersonId one(PersonId person) {
    return people.idsOf(person).stream().min(Comparator.comparing(PersonId::value)).orElse(person);
  }
}
