package org.opora.supervisedcontacts.plans.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanRelease;
import org.opora.supervisedcontacts.plans.domain.PlanVersion;

/**
 * The plans for a child, under every key.
 *
 * @param children keys of the child
 */
public record PlansOfChild(EntityManager em, Collection<UUID> children) {
  public PlansOfChild {
    children = List.copyOf(children);
  }

  /** From the earliest. */
  public List<ContactPlan> plans() {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT p FROM ContactPlan p WHERE p.child IN :children"
                    + " ORDER BY p.validFrom, p.id",
                ContactPlan.class)
            .setParameter("children", children)
            .getResultList();
  }

  public Map<UUID, ContactPlan> byKey() {
    return plans().stream().collect(Collectors.toMap(plan -> plan.id().value(), plan -> plan));
  }

  /** How they read before. */
  public List<PlanVersion> versions() {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT v FROM PlanVersion v JOIN ContactPlan p ON p.id = v.plan"
                    + " WHERE p.child IN :children",
                PlanVersion.class)
            .setParameter("children", children)
            .getResultList();
  }

  /** Whom they were asked to let meet the child. */
  public List<PlanRelease> releases() {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM PlanRelease r JOIN ContactPlan p ON p.id = r.plan"
                    + " WHERE p.child IN :children",
                PlanRelease.class)
            .setParameter("children", children)
            .getResultList();
  }

  /** Where somebody is named in a plan for another child, under each of these keys. */
  public static List<PlanPerson> naming(EntityManager em, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery("SELECT n FROM PlanPerson n WHERE n.person IN :people", PlanPerson.class)
            .setParameter("people", people)
            .getResultList();
  }

  /** Whom the plans name. */
  public List<PlanPerson> named() {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT n FROM PlanPerson n JOIN ContactPlan p ON p.id = n.plan"
                    + " WHERE p.child IN :children",
                PlanPerson.class)
            .setParameter("children", children)
            .getResultList();
  }
}
