package org.opora.registry.care.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.registry.care.domain.VisitSignature;

/** Reads of signatures and scans of a visit. */
public final class PaperQueries {
  private final EntityManager em;

  public PaperQueries(EntityManager em) {
    this.em = em;
  }

  /** In the order in which they were noted. */
  public List<VisitSignature> signatures(UUID visit) {
    return em.createQuery(
            "SELECT s FROM VisitSignature s WHERE s.visit = :visit ORDER BY s.notedAt, s.id",
            VisitSignature.class)
        .setParameter("visit", visit)
        .getResultList();
  }

  /** Names of those who signed, those behind a wall left out. */
  public List<MetRow> signers(UUID visit, Scope scope) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return walls
        .bind(
            em.createQuery(
                "SELECT DISTINCT NEW org.opora.registry.care.persistence.MetRow(p.id, p.given,"
                    + " p.family) FROM VisitSignature s JOIN Person p ON p.id = s.person WHERE"
                    + " s.visit = :visit AND "
                    + walls.where("p", "id"),
                MetRow.class))
        .setParameter("visit", visit)
        .getResultList();
  }

  /** When a signature or refusal was last noted, struck out or not; null when none was. */
  public Instant notedAt(UUID visit) {
    return em.createQuery(
            "SELECT MAX(s.notedAt) FROM VisitSignature s WHERE s.visit = :visit", Instant.class)
        .setParameter("visit", visit)
        .getSingleResult();
  }

  /** Numbers of the wordings that were printed. */
  public Set<Integer> printed(UUID visit) {
    return Set.copyOf(
        em.createQuery(
                "SELECT DISTINCT p.wording FROM VisitPrint p WHERE p.visit = :visit", Integer.class)
            .setParameter("visit", visit)
            .getResultList());
  }

  /** Their contents are left where they are. */
  public List<ScanRow> scans(UUID visit) {
    return em.createQuery(
            "SELECT NEW org.opora.registry.care.persistence.ScanRow(s.id, s.kind, s.bytes,"
                + " s.addedBy, s.addedAt, s.struckOn, s.struckBy, s.struckWhy) FROM VisitScan s"
                + " WHERE s.visit = :visit ORDER BY s.addedAt, s.id",
            ScanRow.class)
        .setParameter("visit", visit)
        .getResultList();
  }
}
