package org.opora.supervisedcontacts.contacts.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.Standing;

/**
 * Somebody as the plans of the children of one contact name them: once for each plan that does.
 * Only whom the registry knows can be one in the plans of several children.
 *
 * @param as at least one, none of the same plan
 */
public record Joint(List<PlanPerson> as) {
  public Joint {
    as = List.copyOf(as);
  }

  /**
   * All whom these plans name.
   *
   * @param one the key under which all keys of a person are the same
   */
  public static List<Joint> of(Collection<PlanPerson> named, Function<PersonId, PersonId> one) {
    Map<Object, List<PlanPerson>> together = new LinkedHashMap<>();
    for (PlanPerson each : named) {
      Object who = each.person() == null ? each.id() : one.apply(each.person());
      together.computeIfAbsent(who, first -> new ArrayList<>()).add(each);
    }
    return together.values().stream().map(Joint::new).toList();
  }

  /** Whether each of these plans allows them: nobody meets a child by the plan of a sibling. */
  public boolean allowedBy(Collection<PlanId> plans) {
    Set<PlanId> allowing =
        as.stream()
            .filter(each -> each.standing() == Standing.ALLOWED)
            .map(PlanPerson::plan)
            .collect(Collectors.toSet());
    return !forbidden() && allowing.containsAll(plans);
  }

  /** Whether one of the plans forbids them. */
  public boolean forbidden() {
    return as.stream().anyMatch(each -> each.standing() == Standing.FORBIDDEN);
  }

  /** Null when the registry does not know them. */
  public PersonId person() {
    return as.get(0).person();
  }
}
