package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/**
 * Plans of other children with whom a child may have one contact, as far as the scope reaches: the
 * same people may be met by both, or the children may meet each other.
 */
public record SiblingPlans(EntityManager em, Scope scope) {
  /**
   * A plan of another child.
   *
   * @param person whom both plans allow, or the child that is known already, under the key in this
   *     one; one row for each
   */
  public record Row(UUID plan, UUID child, UUID person) {}

  /**
   * @param people keys of those who may be met, children among them
   * @param children keys of the child that is known already
   * @param today plans that are over by then are left out
   */
  public List<Row> of(Collection<UUID> people, Collection<UUID> children, LocalDate today) {
    if (scope.empty() || people.isEmpty()) {
      return List.of();
    }
    return scope
        .bind(
            em.createQuery(
                "SELECT DISTINCT NEW"
                    + " org.opora.supervisedcontacts.contacts.persistence.SiblingPlans$Row(p.id,"
                    + " p.child, n.person) FROM "
                    + scope.from("ContactPlan", "p", "childFile")
                    + " JOIN PlanPerson n ON n.plan = p.id WHERE "
                    + ChildScope.where(scope, "p")
                    + " AND n.standing = :allowed AND (n.person IN :people"
                    + " OR n.person IN :children AND p.child IN :people)"
                    + " AND p.child NOT IN :children"
                    + " AND (p.validUntil IS NULL OR p.validUntil >= :today)"
                    + " ORDER BY p.id, n.person",
                Row.class))
        .setParameter("people", people)
        .setParameter("allowed", Standing.ALLOWED)
        .setParameter("children", children)
        .setParameter("today", today)
        .getResultList();
  }
}
