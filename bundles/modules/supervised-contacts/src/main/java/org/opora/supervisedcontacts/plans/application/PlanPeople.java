package org.opora.supervisedcontacts.plans.application;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;

/**
 * Whom a plan names, and what they may: they stand as the plan rests, with siblings or without, and
 * whoever is forbidden stays so until a second person has agreed.
 */
final class PlanPeople {
  private final SealedTexts sealed;
  private final People people;
  private final Releases releases;

  PlanPeople(SealedTexts sealed, People people, Releases releases) {
    this.sealed = sealed;
    this.people = people;
    this.releases = releases;
  }

  /** Whom the change is to take off the forbidden list. */
  static List<PlanPerson> asked(List<PlanPerson> there, PlanChange change) {
    List<PlanPerson> asked =
        there.stream()
            .filter(PlanPerson::forbidden)
            .filter(one -> change.standings().get(one.id()) == Standing.ALLOWED)
            .toList();
    for (PlanPerson person : asked) {
      if (!person.releasable(change.terms())) {
        throw Refusals.refused("standing-" + person.id(), "plan.court-forbids");
      }
    }
    if (!asked.isEmpty()) {
      Refusals.words("releaseWhy", change.releaseWhy(), Plans.TEXT);
    }
    return asked;
  }

  /**
   * With which siblings people of the plan may be met from now on. Siblings whom the writer may not
   * see stay as they are: the form did not show them.
   */
  Map<PlanPersonId, TogetherId> groups(
      EntityManager em,
      Viewer viewer,
      ContactPlan plan,
      List<PlanPerson> there,
      PlanChange change) {
    Siblings siblings = new Siblings(em);
    Map<PlanPersonId, TogetherId> groups = new HashMap<>();
    for (PlanPerson person : there) {
      Set<PersonId> chosen = change.together().get(person.id());
      if (chosen == null) {
        groups.put(person.id(), person.together());
        continue;
      }
      Set<PersonId> all = new HashSet<>(chosen);
      seen(viewer, "together-" + person.id(), chosen);
      Set<PersonId> before = siblings.others(person.together(), plan.child());
      Set<PersonId> shown = people.names(viewer, before).keySet();
      before.stream().filter(one -> !shown.contains(one)).forEach(all::add);
      groups.put(person.id(), siblings.group(plan.child(), all));
    }
    return groups;
  }

  private void seen(Viewer viewer, String field, Set<PersonId> chosen) {
    if (!people.names(viewer, chosen).keySet().containsAll(chosen)) {
      throw Refusals.refused(field, "plan.person.unknown");
    }
  }

  /** Whether somebody may be met with fewer siblings there than until now. */
  static boolean loosened(
      EntityManager em,
      ContactPlan plan,
      List<PlanPerson> there,
      Map<PlanPersonId, TogetherId> groups) {
    Siblings siblings = new Siblings(em);
    return there.stream()
        .anyMatch(
            person ->
                !siblings
                    .others(groups.get(person.id()), plan.child())
                    .containsAll(siblings.others(person.together(), plan.child())));
  }

  /**
   * Nobody is let meet the child here: {@link Releases} does that. Who stays forbidden is so by
   * what the plan rests on now; only where a second person is still to decide, and the plan rests
   * on the same as before, it stays as it was asked.
   *
   * @param same whether the plan rests on what it rested on before
   */
  void stand(
      EntityManager em,
      Viewer viewer,
      ContactPlan plan,
      List<PlanPerson> there,
      PlanChange change,
      Map<PlanPersonId, TogetherId> groups,
      boolean same) {
    Set<PlanPersonId> waiting = releases.waiting(em, plan.id());
    for (PlanPerson person : there) {
      know(viewer, plan, person, change.known().get(person.id()));
      Standing told = change.standings().get(person.id());
      if (person.forbidden()) {
        if (told != Standing.ALLOWED && !(same && waiting.contains(person.id()))) {
          person.forbid(change.terms());
        }
      } else if (told == Standing.FORBIDDEN) {
        person.forbid(change.terms());
      } else {
        person.onlyWith(groups.get(person.id()));
      }
    }
  }

  private void know(Viewer viewer, ContactPlan plan, PlanPerson person, PersonId known) {
    if (known == null || person.person() != null) {
      return;
    }
    seen(viewer, "person-" + person.id(), Set.of(known));
    if (people.idsOf(plan.child()).contains(known)) {
      throw Refusals.refused("person-" + person.id(), "plan.person.is-child");
    }
    person.is(known);
  }

  /** Whom the plan names from now on as well. */
  void name(
      EntityManager em, Viewer viewer, ContactPlan plan, PlanTerms terms, List<Plans.Named> named) {
    Siblings siblings = new Siblings(em);
    for (Plans.Named each : named) {
      PlanPersonId id = PlanPersonId.next();
      byte[] name = sealed.seal(plan.childFile(), SealedTexts.NAME, id.value(), each.name());
      PlanPerson person = new PlanPerson(id, plan.id(), name, each.kin());
      person.is(each.person());
      if (each.standing() == Standing.FORBIDDEN) {
        person.forbid(terms);
      } else {
        seen(viewer, "together" + each.line(), each.together());
        person.onlyWith(siblings.group(plan.child(), each.together()));
      }
      em.persist(person);
    }
    em.flush();
  }
}
