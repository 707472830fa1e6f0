package org.opora.supervisedcontacts.requests.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.requests.domain.ContactRequest;
import org.opora.supervisedcontacts.requests.domain.RequestState;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/** What is asked of requests. */
public final class RequestQueries {
  private RequestQueries() {}

  /**
   * Open ones by the day on which somebody asked, or answered ones, the last first.
   *
   * @param last the last one of the page before; null for the first page
   */
  public static List<ContactRequest> list(
      EntityManager em, Scope scope, boolean answered, ContactRequest last, int limit) {
    if (scope.empty()) {
      return List.of();
    }
    String day = answered ? "r.decidedOn" : "r.askedOn";
    String beyond = answered ? " < " : " > ";
    TypedQuery<ContactRequest> query =
        em.createQuery(
            "SELECT DISTINCT r FROM "
                + scope.from("ContactRequest", "r", "childFile")
                + " WHERE "
                + ChildScope.where(scope, "r")
                + (answered ? " AND r.state <> :open" : " AND r.state = :open")
                + (last == null
                    ? ""
                    : " AND ("
                        + day
                        + beyond
                        + ":day OR "
                        + day
                        + " = :day AND r.id"
                        + beyond
                        + ":last)")
                + " ORDER BY "
                + day
                + (answered ? " DESC, r.id DESC" : ", r.id"),
            ContactRequest.class);
    scope.bind(query).setParameter("open", RequestState.OPEN);
    if (last != null) {
      query
          .setParameter("day", answered ? last.decidedOn() : last.askedOn())
          .setParameter("last", last.key());
    }
    return query.setMaxResults(limit).getResultList();
  }

  /** Keys of those of these requests that the scope reaches. */
  public static List<UUID> reached(EntityManager em, Scope scope, Collection<UUID> requests) {
    return scope.empty() || requests.isEmpty()
        ? List.of()
        : scope
            .bind(
                em.createQuery(
                    "SELECT DISTINCT r.id FROM "
                        + scope.from("ContactRequest", "r", "childFile")
                        + " WHERE "
                        + ChildScope.where(scope, "r")
                        + " AND r.id IN :requests",
                    UUID.class))
            .setParameter("requests", requests)
            .getResultList();
  }

  /** How many are open, as far as the scope reaches. */
  public static long open(EntityManager em, Scope scope) {
    return scope.empty()
        ? 0
        : scope
            .bind(
                em.createQuery(
                    "SELECT COUNT(DISTINCT r.id) FROM "
                        + scope.from("ContactRequest", "r", "childFile")
                        + " WHERE "
                        + ChildScope.where(scope, "r")
                        + " AND r.state = :open",
                    Long.class))
            .setParameter("open", RequestState.OPEN)
            .getSingleResult();
  }

  /** Of these sub-files, the last first. */
  public static List<ContactRequest> of(
      EntityManager em, Scope scope, Collection<UUID> childFiles) {
    if (scope.empty() || childFiles.isEmpty()) {
      return List.of();
    }
    TypedQuery<ContactRequest> query =
        em.createQuery(
            "SELECT DISTINCT r FROM "
                + scope.from("ContactRequest", "r", "childFile")
                + " WHERE "
                + ChildScope.where(scope, "r")
                + " AND r.childFile IN :files ORDER BY r.askedOn DESC, r.id",
            ContactRequest.class);
    return scope.bind(query).setParameter("files", childFiles).getResultList();
  }

  /** Of a child, under each of these keys. */
  public static List<ContactRequest> ofChild(EntityManager em, Collection<UUID> children) {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM ContactRequest r WHERE r.child IN :children"
                    + " ORDER BY r.askedOn, r.id",
                ContactRequest.class)
            .setParameter("children", children)
            .getResultList();
  }

  /** What somebody asked, under each of these keys. */
  public static List<ContactRequest> askedBy(EntityManager em, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM ContactRequest r WHERE r.person IN :people"
                    + " ORDER BY r.askedOn, r.id",
                ContactRequest.class)
            .setParameter("people", people)
            .getResultList();
  }
}
