package org.opora.moduletemplate.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.moduletemplate.domain.Wish;

/** Everything the module asks its table. Lists are scoped, ordered by a key and cut by it. */
public final class WishQueries {
  private static final String ROW =
      "NEW org.opora.moduletemplate.persistence.WishRow(w.id, w.caseFile, w.child, w.kind,"
          + " w.wishedOn, w.words, w.answeredOn)";
  private static final String NEWEST_FIRST = " ORDER BY w.wishedOn DESC, w.id DESC";

  private WishQueries() {}

  /** Wishes of one file, newest first. */
  public static List<WishRow> of(EntityManager em, Scope scope, CaseFileId file, int limit) {
    if (scope.empty()) {
      return List.of();
    }
    TypedQuery<WishRow> query =
        em.createQuery(select(scope) + " AND w.caseFile = :file" + NEWEST_FIRST, WishRow.class);
    return scope
        .bind(query)
        .setParameter("file", file.value())
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Wishes that wait for an answer, in all files of the scope, newest first; continued behind the
   * cursor.
   *
   * @param after last wish of the page before; null for the first page
   */
  public static List<WishRow> waiting(EntityManager em, Scope scope, Wish after, int limit) {
    if (scope.empty()) {
      return List.of();
    }
    String behind =
        after == null ? "" : " AND (w.wishedOn < :on OR (w.wishedOn = :on AND w.id < :id))";
    TypedQuery<WishRow> query =
        em.createQuery(
            select(scope) + " AND w.answeredOn IS NULL" + behind + NEWEST_FIRST, WishRow.class);
    scope.bind(query);
    if (after != null) {
      query.setParameter("on", after.wishedOn()).setParameter("id", after.id().value());
    }
    return query.setMaxResults(limit).getResultList();
  }

  /** What belongs to these people, under every key, from the earliest. */
  public static List<Wish> ofPeople(EntityManager em, Collection<UUID> people) {
    return em.createQuery(
            "SELECT w FROM Wish w WHERE w.child IN :people ORDER BY w.wishedOn, w.id", Wish.class)
        .setParameter("people", people)
        .getResultList();
  }

  /** How many wishes are of this kind, in the whole centre. */
  public static long ofKind(EntityManager em, String kind) {
    return em.createQuery("SELECT COUNT(w.id) FROM Wish w WHERE w.kind = :kind", Long.class)
        .setParameter("kind", kind)
        .getSingleResult();
  }

  /**
   * By the file, and past no wall at the child whose wish it is: the same that is decided for a
   * single one.
   */
  private static String select(Scope scope) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return "SELECT DISTINCT "
        + ROW
        + " FROM "
        + scope.from("Wish", "w", "caseFile")
        + " WHERE "
        + scope.where("w", "caseFile")
        + " AND (w.child IS NULL OR ("
        + walls.where("w", "child")
        + "))";
  }
}
