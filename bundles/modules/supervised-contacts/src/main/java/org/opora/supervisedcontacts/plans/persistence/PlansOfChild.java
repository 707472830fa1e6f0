package org.opora.supervisedcontacts.plans.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;

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
