package org.opora.supervisedcontacts.plans.application;

import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.persistence.PlansOfChild;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * Whom a plan names, as somebody writes it down: people of the register whom the writer may see, or
 * words; nobody twice, and nobody anew whom a plan of the child forbids.
 */
record Naming(SealedTexts sealed, People people, Choices choices) {
  private static final int LONGEST = 200;

  /** A name in the form in which names are compared. */
  private record Known(Set<PersonId> keys, String folded) {
    /** Two keys tell people apart; where one of the two has none, the name does. */
    boolean same(Known other) {
      return keys.isEmpty() || other.keys.isEmpty()
          ? folded.equals(other.folded)
          : keys.stream().anyMatch(other.keys::contains);
    }
  }

  /**
   * The same people with the names they have in the register where none was typed.
   *
   * @param here whom the plan names already
   * @throws org.opora.api.faults.Refused beside the line
   */
  List<Plans.Named> checked(
      EntityManager em,
      Viewer viewer,
      ChildOfFile whose,
      PlanTerms terms,
      List<PlanPerson> here,
      List<Plans.Named> typed) {
    List<Plans.Named> named = new ArrayList<>();
    Set<PersonId> self = people.idsOf(whose.child());
    List<Former> former = former(em, whose, here);
    for (Plans.Named each : typed) {
      if (!choices.fits(Kin.LIST, List.of(each.kin()), viewer.today(), List.of())) {
        throw Refusals.refused("kin" + each.line(), "plan.kin.gone");
      }
      Plans.Named one = called(viewer, each);
      if (one.person() != null && self.contains(one.person())) {
        throw Refusals.refused("person" + each.line(), "plan.person.is-child");
      }
      Known known = known(one.person(), one.name());
      if (named.stream().anyMatch(other -> known(other.person(), other.name()).same(known))) {
        throw Refusals.refused("name" + each.line(), "plan.person.twice");
      }
      former.forEach(other -> other.check(one, known, terms));
      named.add(one);
    }
    return named;
  }

  private Plans.Named called(Viewer viewer, Plans.Named each) {
    String field = "name" + each.line();
    if (each.person() == null) {
      return each.called(Refusals.words(field, each.name(), LONGEST));
    }
    PersonName name = people.names(viewer, List.of(each.person())).get(each.person());
    if (name == null) {
      throw Refusals.refused("person" + each.line(), "plan.person.unknown");
    }
    String typed = Refusals.optional(field, each.name(), LONGEST);
    return each.called(typed == null ? name.spoken() : typed);
  }

  private Known known(PersonId person, String name) {
    return new Known(person == null ? Set.of() : people.idsOf(person), folded(name));
  }

  /** Words in any order and without their marks: Slavík Radek is Radek Slavík. */
  private static String folded(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('ł', 'l')
            .replace('Ł', 'l')
            .toLowerCase(Locale.ROOT);
    return String.join(" ", List.of(plain.split("[^\\p{L}\\p{N}]+")).stream().sorted().toList())
        .strip();
  }

  /**
   * Somebody whom a plan of the child names.
   *
   * @param here whether it is the plan that is written
   */
  private record Former(PlanPerson person, Known known, boolean here) {
    void check(Plans.Named one, Known name, PlanTerms terms) {
      if (!known.same(name)) {
        return;
      }
      boolean anew = one.standing() == Standing.ALLOWED && person.forbidden();
      if (here && (anew || person.kin().equals(one.kin()) || !known.keys().isEmpty())) {
        throw Refusals.refused("name" + one.line(), "plan.person.twice");
      }
      boolean decidedAnew = terms.byCourt() && terms.decision() != null && person.releasable(terms);
      if (anew && !here && !decidedAnew) {
        throw Refusals.refused(
            "standing" + one.line(),
            person.releasable(terms) ? "plan.other-forbids" : "plan.court-forbids");
      }
    }
  }

  /** Everybody of this plan, and of each other one whoever it has named last. */
  private List<Former> former(EntityManager em, ChildOfFile whose, List<PlanPerson> here) {
    List<UUID> keys = people.idsOf(whose.child()).stream().map(PersonId::value).toList();
    PlansOfChild rows = new PlansOfChild(em, keys);
    Map<UUID, ContactPlan> plans = rows.byKey();
    List<Former> former = new ArrayList<>();
    here.forEach(person -> former.add(new Former(person, known(plans, whose, person), true)));
    Set<PlanPersonId> mine = here.stream().map(PlanPerson::id).collect(Collectors.toSet());
    for (PlanPerson person : latestFirst(rows.named(), plans)) {
      Known known = known(plans, whose, person);
      if (!mine.contains(person.id())
          && former.stream().noneMatch(one -> one.known().same(known))) {
        former.add(new Former(person, known, false));
      }
    }
    return former;
  }

  private static List<PlanPerson> latestFirst(
      Collection<PlanPerson> named, Map<UUID, ContactPlan> plans) {
    return named.stream()
        .sorted(
            Comparator.comparing(
                    (PlanPerson person) -> plans.get(person.plan().value()).validFrom())
                .reversed())
        .toList();
  }

  private Known known(Map<UUID, ContactPlan> plans, ChildOfFile whose, PlanPerson person) {
    ContactPlan plan = plans.get(person.plan().value());
    return known(
        person.person(),
        sealed.open(
            plan == null ? whose.childFile() : plan.childFile(),
            SealedTexts.NAME,
            person.id().value(),
            person.name()));
  }
}
