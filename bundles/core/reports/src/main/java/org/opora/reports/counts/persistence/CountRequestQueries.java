package org.opora.reports.counts.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.statistics.Counted;
import org.opora.reports.counts.domain.CountChange;
import org.opora.reports.counts.domain.CountRequest;
import org.opora.reports.counts.domain.KeptFigure;
import org.opora.reports.counts.domain.KeptRow;

/** Reads of what was asked for and kept. */
public final class CountRequestQueries {
  private final EntityManager em;

  public CountRequestQueries(EntityManager em) {
    this.em = em;
  }

  /** The newest first. */
  public List<CountRequest> page(UUID after, int limit) {
    CountRequest last = after == null ? null : em.find(CountRequest.class, after);
    TypedQuery<CountRequest> query =
        em.createQuery(
            "SELECT r FROM CountRequest r"
                + (last == null
                    ? ""
                    : " WHERE r.deliveredOn < :day OR (r.deliveredOn = :day AND r.id < :key)")
                + " ORDER BY r.deliveredOn DESC, r.id DESC",
            CountRequest.class);
    if (last != null) {
      query.setParameter("day", last.deliveredOn()).setParameter("key", last.id());
    }
    return query.setMaxResults(limit).getResultList();
  }

  public List<CountRequest> counting() {
    return em.createQuery(
            "SELECT r FROM CountRequest r WHERE r.state = :state ORDER BY r.id", CountRequest.class)
        .setParameter("state", CountRequest.State.COUNTING)
        .getResultList();
  }

  /** What was a mistake of it, the newest first. */
  public List<CountChange> changes(UUID request) {
    return em.createQuery(
            "SELECT c FROM CountChange c WHERE c.request = :request ORDER BY c.id DESC",
            CountChange.class)
        .setParameter("request", request)
        .getResultList();
  }

  /** In their order. */
  public List<KeptFigure> figures(UUID request) {
    return em.createQuery(
            "SELECT f FROM KeptFigure f WHERE f.request = :request ORDER BY f.place",
            KeptFigure.class)
        .setParameter("request", request)
        .getResultList();
  }

  public Optional<KeptFigure> figure(UUID request, UUID figure) {
    return Optional.ofNullable(em.find(KeptFigure.class, figure))
        .filter(one -> one.where().request().equals(request));
  }

  /** In the order of the keys. */
  public List<Counted> rows(UUID figure, UUID after, int limit) {
    TypedQuery<KeptRow> query =
        em.createQuery(
                "SELECT r FROM KeptRow r WHERE r.figure = :figure"
                    + (after == null ? "" : " AND r.counted > :after")
                    + " ORDER BY r.counted",
                KeptRow.class)
            .setParameter("figure", figure);
    if (after != null) {
      query.setParameter("after", after);
    }
    return query.setMaxResults(limit).getResultStream().map(KeptRow::counted).toList();
  }

  /** Takes away what was kept for a request, to keep it anew. */
  public void forget(UUID request) {
    em.createQuery(
            "DELETE FROM KeptRow r WHERE r.figure IN"
                + " (SELECT f.id FROM KeptFigure f WHERE f.request = :request)")
        .setParameter("request", request)
        .executeUpdate();
    em.createQuery("DELETE FROM KeptFigure f WHERE f.request = :request")
        .setParameter("request", request)
        .executeUpdate();
  }
}
