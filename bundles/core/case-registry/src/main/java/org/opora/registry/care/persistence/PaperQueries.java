package org.opora.registry.care.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.registry.care.domain.FormerWording;
import org.opora.registry.care.domain.PaperSignature;

/** Reads of signatures, prints and scans of an entry. */
public final class PaperQueries {
  private static final String ENTRY = "entry";
  private final EntityManager em;
  private final PaperTables tables;

  public PaperQueries(EntityManager em, PaperTables tables) {
    this.em = em;
    this.tables = tables;
  }

  /** In the order in which they were noted. */
  public List<PaperSignature> signatures(UUID entry) {
    return em.createQuery(
            "SELECT s FROM "
                + tables.signature()
                + " s WHERE s.written = :entry ORDER BY s.notedAt, s.id",
            PaperSignature.class)
        .setParameter(ENTRY, entry)
        .getResultList();
  }

  /** Names of those who signed, those behind a wall left out. */
  public List<MetRow> signers(UUID entry, Scope scope) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return walls
        .bind(
            em.createQuery(
                "SELECT DISTINCT NEW org.opora.registry.care.persistence.MetRow(p.id, p.given,"
                    + " p.family) FROM "
                    + tables.signature()
                    + " s JOIN Person p ON p.id = s.person WHERE s.written = :entry AND "
                    + walls.where("p", "id"),
                MetRow.class))
        .setParameter(ENTRY, entry)
        .getResultList();
  }

  /** When a signature or refusal was last noted, struck out or not; null when none was. */
  public Instant notedAt(UUID entry) {
    return em.createQuery(
            "SELECT MAX(s.notedAt) FROM " + tables.signature() + " s WHERE s.written = :entry",
            Instant.class)
        .setParameter(ENTRY, entry)
        .getSingleResult();
  }

  /** Numbers of the wordings that were printed. */
  public Set<Integer> printed(UUID entry) {
    return Set.copyOf(
        em.createQuery(
                "SELECT DISTINCT p.wording FROM " + tables.print() + " p WHERE p.written = :entry",
                Integer.class)
            .setParameter(ENTRY, entry)
            .getResultList());
  }

  /** How the entry read before, the oldest first. */
  public List<FormerWording> former(UUID entry) {
    return em.createQuery(
            "SELECT v FROM "
                + tables.former()
                + " v WHERE v."
                + tables.key()
                + " = :entry ORDER BY v.at, v.id",
            FormerWording.class)
        .setParameter(ENTRY, entry)
        .getResultList();
  }

  /** Their contents are left where they are. */
  public List<ScanRow> scans(UUID entry) {
    return em.createQuery(
            "SELECT NEW org.opora.registry.care.persistence.ScanRow(s.id, s.kind, s.bytes,"
                + " s.addedBy, s.addedAt, s.struckOn, s.struckBy, s.struckWhy) FROM "
                + tables.scan()
                + " s WHERE s.written = :entry ORDER BY s.addedAt, s.id",
            ScanRow.class)
        .setParameter(ENTRY, entry)
        .getResultList();
  }

  /** Without loading it again. */
  public void remove(UUID scan) {
    em.createQuery("DELETE FROM " + tables.scan() + " s WHERE s.id = :id")
        .setParameter("id", scan)
        .executeUpdate();
  }
}
