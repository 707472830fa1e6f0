package org.opora.supervisedcontacts.contacts.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.contacts.domain.Outcome;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/**
 * What became of contacts, in the order of their days, as far as the scope reaches: one statement
 * for a count, however many there are.
 */
public record Outcomes(EntityManager em, Scope scope) {
  static final String OUTCOME =
      "NEW org.opora.supervisedcontacts.contacts.domain.Outcome(k.id, c.day, c.state,"
          + " c.cancelledBy, c.missedBy, k.present, c.insteadOf)";

  /** Of a child in one family, from the first of these days to the last. */
  public List<Outcome> of(UUID childFile, UUID caseFile, LocalDate from, LocalDate until) {
    return scope.empty()
        ? List.of()
        : between(query("k.childFile = :childFile AND k.caseFile = :caseFile"), from, until)
            .setParameter("childFile", childFile)
            .setParameter("caseFile", caseFile)
            .getResultList();
  }

  /** By one plan. */
  public List<Outcome> ofPlan(UUID plan, LocalDate from, LocalDate until) {
    return scope.empty()
        ? List.of()
        : between(query("k.plan = :plan"), from, until).setParameter("plan", plan).getResultList();
  }

  private TypedQuery<Outcome> query(String which) {
    return scope.bind(
        em.createQuery(
            "SELECT DISTINCT "
                + OUTCOME
                + " FROM "
                + scope.from("ContactChild", "k", "childFile")
                + " JOIN Contact c ON c.id = k.contact WHERE "
                + ChildScope.where(scope, "k")
                + " AND c.day >= :from AND c.day <= :until AND "
                + which
                + " ORDER BY c.day, k.id",
            Outcome.class));
  }

  private static TypedQuery<Outcome> between(
      TypedQuery<Outcome> query, LocalDate from, LocalDate until) {
    return query.setParameter("from", from).setParameter("until", until);
  }
}
