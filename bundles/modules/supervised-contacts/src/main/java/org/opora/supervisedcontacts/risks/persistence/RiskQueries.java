package org.opora.supervisedcontacts.risks.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.risks.domain.RiskArea;
import org.opora.supervisedcontacts.risks.domain.RiskAssessment;
import org.opora.supervisedcontacts.risks.domain.RiskState;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/** What is asked of assessments. */
public final class RiskQueries {
  private RiskQueries() {}

  /** Of these plans, the last one of each plan first. */
  public static List<RiskAssessment> ofPlans(EntityManager em, Collection<UUID> plans) {
    return plans.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM RiskAssessment r WHERE r.plan IN :plans"
                    + " ORDER BY r.plan, r.number DESC",
                RiskAssessment.class)
            .setParameter("plans", plans)
            .getResultList();
  }

  public static List<RiskArea> areas(EntityManager em, Collection<UUID> assessments) {
    return assessments.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT a FROM RiskArea a WHERE a.assessment IN :assessments", RiskArea.class)
            .setParameter("assessments", assessments)
            .getResultList();
  }

  /** Every assessment of a child, under each of these keys. */
  public static List<RiskAssessment> ofChild(EntityManager em, Collection<UUID> children) {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM RiskAssessment r WHERE r.child IN :children"
                    + " ORDER BY r.writtenAt, r.id",
                RiskAssessment.class)
            .setParameter("children", children)
            .getResultList();
  }

  /**
   * Those that wait for a second person and were not replaced meanwhile, the oldest first.
   *
   * @param last the last one of the page before; null for the first page
   */
  public static List<RiskAssessment> waiting(
      EntityManager em, Scope scope, RiskAssessment last, int limit) {
    if (scope.empty()) {
      return List.of();
    }
    TypedQuery<RiskAssessment> query =
        em.createQuery(
            "SELECT DISTINCT r FROM "
                + scope.from("RiskAssessment", "r", "childFile")
                + " WHERE "
                + ChildScope.where(scope, "r")
                + " AND r.state = :state AND NOT EXISTS (SELECT n.id FROM RiskAssessment n"
                + " WHERE n.plan = r.plan AND n.number > r.number)"
                + (last == null
                    ? ""
                    : " AND (r.writtenAt > :at OR r.writtenAt = :at AND r.id > :last)")
                + " ORDER BY r.writtenAt, r.id",
            RiskAssessment.class);
    scope.bind(query).setParameter("state", RiskState.WAITING);
    if (last != null) {
      query.setParameter("at", last.writtenAt()).setParameter("last", last.key());
    }
    return query.setMaxResults(limit).getResultList();
  }

  /** How many of those there are, as far as the scope reaches. */
  public static long waiting(EntityManager em, Scope scope) {
    return scope.empty()
        ? 0
        : scope
            .bind(
                em.createQuery(
                    "SELECT COUNT(DISTINCT r.id) FROM "
                        + scope.from("RiskAssessment", "r", "childFile")
                        + " WHERE "
                        + ChildScope.where(scope, "r")
                        + " AND r.state = :state AND NOT EXISTS (SELECT n.id FROM RiskAssessment n"
                        + " WHERE n.plan = r.plan AND n.number > r.number)",
                    Long.class))
            .setParameter("state", RiskState.WAITING)
            .getSingleResult();
  }
}
