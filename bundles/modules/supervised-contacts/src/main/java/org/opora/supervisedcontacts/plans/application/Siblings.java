package org.opora.supervisedcontacts.plans.application;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.plans.domain.TogetherChild;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;

/**
 * Groups of siblings who are met together or not at all. The same children are the same group,
 * whoever is to meet them and in whose plan that stands.
 */
record Siblings(EntityManager em) {
  /**
   * The group of the child with these.
   *
   * @param others null or empty when the child may be met without siblings
   * @return null then
   */
  TogetherId group(PersonId child, Set<PersonId> others) {
    if (others == null || others.isEmpty()) {
      return null;
    }
    Set<PersonId> all = new HashSet<>(others);
    all.add(child);
    List<UUID> known = PlanQueries.groupsOf(em, child.value());
    for (Map.Entry<UUID, Set<PersonId>> group : PlanQueries.together(em, known).entrySet()) {
      if (group.getValue().equals(all)) {
        return new TogetherId(group.getKey());
      }
    }
    TogetherId made = TogetherId.next();
    all.forEach(each -> em.persist(new TogetherChild(made, each)));
    em.flush();
    return made;
  }

  /** The others of a group; empty for none. */
  Set<PersonId> others(TogetherId group, PersonId child) {
    if (group == null) {
      return Set.of();
    }
    Set<PersonId> others =
        new HashSet<>(
            PlanQueries.together(em, List.of(group.value())).getOrDefault(group.value(), Set.of()));
    others.remove(child);
    return others;
  }
}
