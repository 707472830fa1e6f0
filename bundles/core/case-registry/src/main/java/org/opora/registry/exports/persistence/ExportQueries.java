package org.opora.registry.exports.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.opora.api.ids.StaffId;
import org.opora.registry.exports.domain.ExportRequest;
import org.opora.registry.exports.domain.Verdict;

/** Reads who asked to take a long list along. */
public final class ExportQueries {
  private final EntityManager em;

  public ExportQueries(EntityManager em) {
    this.em = em;
  }

  /** Asked by this person, the newest first; at most so many. */
  public List<ExportRequest> by(StaffId staff, int most) {
    return em.createQuery(
            "SELECT e FROM ExportRequest e WHERE e.askedBy = :staff"
                + " ORDER BY e.askedAt DESC, e.id DESC",
            ExportRequest.class)
        .setParameter("staff", staff.value())
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Asked by others and not decided, those that may wait least first; at most so many.
   *
   * @param since what was asked before waits no more
   */
  public List<ExportRequest> waiting(StaffId but, Instant since, int most) {
    return em.createQuery(
            "SELECT e FROM ExportRequest e WHERE e.askedBy <> :but AND e.verdict IS NULL"
                + " AND e.askedAt > :since ORDER BY e.askedAt, e.id",
            ExportRequest.class)
        .setParameter("but", but.value())
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultList();
  }

  /** Of this list, asked by this person, not decided yet; the newest first. */
  public List<ExportRequest> undecided(StaffId staff, String address, Instant since) {
    return em.createQuery(
            "SELECT e FROM ExportRequest e WHERE e.askedBy = :staff AND e.address = :address"
                + " AND e.verdict IS NULL AND e.askedAt > :since ORDER BY e.askedAt DESC, e.id DESC",
            ExportRequest.class)
        .setParameter("staff", staff.value())
        .setParameter("address", address)
        .setParameter("since", since)
        .getResultList();
  }

  /** Of this list, asked by this person, confirmed and not fetched; the newest first. */
  public List<ExportRequest> confirmed(StaffId staff, String address, Instant since) {
    return em.createQuery(
            "SELECT e FROM ExportRequest e WHERE e.askedBy = :staff AND e.address = :address"
                + " AND e.verdict = :confirmed AND e.fetchedAt IS NULL AND e.decidedAt > :since"
                + " ORDER BY e.decidedAt DESC, e.id DESC",
            ExportRequest.class)
        .setParameter("staff", staff.value())
        .setParameter("address", address)
        .setParameter("confirmed", Verdict.CONFIRMED)
        .setParameter("since", since)
        .getResultList();
  }

  /** Deletes what was asked for before this moment; how many that were. */
  public int forget(Instant before) {
    return em.createQuery("DELETE FROM ExportRequest e WHERE e.askedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
