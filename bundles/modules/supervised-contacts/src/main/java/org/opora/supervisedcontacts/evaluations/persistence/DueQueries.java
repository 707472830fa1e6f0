package org.opora.supervisedcontacts.evaluations.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/**
 * What says of all plans at once when their contacts are to be evaluated, as far as the scope
 * reaches: a question each, however many plans there are.
 *
 * @param scope one that reaches something
 */
public record DueQueries(EntityManager em, Scope scope) {
  private static final String HERE =
      "NEW org.opora.supervisedcontacts.evaluations.persistence.DueQueries$";

  /** A plan that holds. */
  public record Plan(UUID id, UUID caseFile, UUID childFile, UUID child, LocalDate from) {}

  /** An evaluation that stands. */
  public record Looked(UUID plan, int number, LocalDate until, Decision decision) {}

  /**
   * A contact that was held.
   *
   * @param child key of what it was for the child
   * @param present whether the child was there; null where nobody wrote that down
   */
  public record Day(UUID child, UUID plan, LocalDate day, Boolean present) {
    boolean met() {
      return !Boolean.FALSE.equals(present);
    }
  }

  /** Those that hold on this day, in the order of their keys. */
  public List<Plan> plans(LocalDate today) {
    return scope
        .bind(
            em.createQuery(
                "SELECT DISTINCT "
                    + HERE
                    + "Plan(p.id, p.caseFile, p.childFile, p.child, p.validFrom) FROM "
                    + scope.from("ContactPlan", "p", "childFile")
                    + " WHERE "
                    + ChildScope.where(scope, "p")
                    + " AND p.validFrom <= :day AND (p.validUntil IS NULL OR p.validUntil >= :day)"
                    + " ORDER BY p.id",
                Plan.class))
        .setParameter("day", today)
        .getResultList();
  }

  /** Those that stand, the last one first, by the key of the plan. */
  public Map<UUID, List<Looked>> looked() {
    return scope
        .bind(
            em.createQuery(
                "SELECT DISTINCT "
                    + HERE
                    + "Looked(e.plan, e.number, e.until, e.decision) FROM "
                    + scope.from("ContactEvaluation", "e", "childFile")
                    + " WHERE "
                    + ChildScope.where(scope, "e")
                    + " AND e.struckOn IS NULL ORDER BY e.plan, e.number DESC",
                Looked.class))
        .getResultList()
        .stream()
        .collect(Collectors.groupingBy(Looked::plan));
  }

  /** Days from this one on which a child met somebody, in their order, by the key of the plan. */
  public Map<UUID, List<LocalDate>> heldFrom(LocalDate first) {
    return scope
        .bind(
            em.createQuery(
                "SELECT DISTINCT "
                    + HERE
                    + "Day(k.id, k.plan, c.day, k.present) FROM "
                    + scope.from("ContactChild", "k", "childFile")
                    + " JOIN Contact c ON c.id = k.contact WHERE "
                    + ChildScope.where(scope, "k")
                    + " AND c.day >= :first AND c.state IN :held ORDER BY c.day, k.id",
                Day.class))
        .setParameter("first", first)
        .setParameter("held", List.of(ContactState.HELD, ContactState.STOPPED))
        .getResultList()
        .stream()
        .filter(Day::met)
        .collect(
            Collectors.groupingBy(Day::plan, Collectors.mapping(Day::day, Collectors.toList())));
  }
}
