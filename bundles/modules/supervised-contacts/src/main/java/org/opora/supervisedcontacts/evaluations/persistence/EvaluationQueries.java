package org.opora.supervisedcontacts.evaluations.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.evaluations.domain.ContactEvaluation;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/** What is asked of evaluations. */
public record EvaluationQueries(EntityManager em) {
  /** Of a plan, the last one first. */
  public List<ContactEvaluation> ofPlan(UUID plan) {
    return em.createQuery(
            "SELECT e FROM ContactEvaluation e WHERE e.plan = :plan ORDER BY e.number DESC",
            ContactEvaluation.class)
        .setParameter("plan", plan)
        .getResultList();
  }

  /** Of a child, under each of these keys, from the earliest. */
  public List<ContactEvaluation> ofChild(Collection<UUID> children) {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT e FROM ContactEvaluation e WHERE e.child IN :children"
                    + " ORDER BY e.writtenAt, e.id",
                ContactEvaluation.class)
            .setParameter("children", children)
            .getResultList();
  }

  /** Of a child in one file whose last day lies between these, as far as the scope reaches. */
  public List<ContactEvaluation> between(
      Scope scope, UUID childFile, UUID caseFile, LocalDate from, LocalDate until) {
    return scope.empty()
        ? List.of()
        : scope
            .bind(
                em.createQuery(
                    "SELECT DISTINCT e FROM "
                        + scope.from("ContactEvaluation", "e", "childFile")
                        + " WHERE "
                        + ChildScope.where(scope, "e")
                        + " AND e.childFile = :childFile AND e.caseFile = :caseFile"
                        + " AND e.until >= :from AND e.until <= :until"
                        + " ORDER BY e.until, e.id",
                    ContactEvaluation.class))
            .setParameter("childFile", childFile)
            .setParameter("caseFile", caseFile)
            .setParameter("from", from)
            .setParameter("until", until)
            .getResultList();
  }

  /** Days from this one on which the child met somebody by the plan, in their order. */
  public List<LocalDate> heldFrom(UUID plan, LocalDate first) {
    return em.createQuery(
            "SELECT c.day FROM ContactChild k JOIN Contact c ON c.id = k.contact"
                + " WHERE k.plan = :plan AND c.day >= :first AND c.state IN :held"
                + " AND (k.present IS NULL OR k.present = TRUE) ORDER BY c.day, c.start",
            LocalDate.class)
        .setParameter("plan", plan)
        .setParameter("first", first)
        .setParameter("held", List.of(ContactState.HELD, ContactState.STOPPED))
        .getResultList();
  }
}
