package org.opora.registry.safety.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.registry.safety.domain.Apart;
import org.opora.registry.shared.persistence.Chunks;

/** Reads of who must not meet whom. */
public final class ApartQueries {
  private final EntityManager em;

  public ApartQueries(EntityManager em) {
    this.em = em;
  }

  /** What a record says, or null. */
  public Apart of(String origin, UUID source) {
    return em.createQuery(
            "SELECT a FROM Apart a WHERE a.origin = :origin AND a.source = :source", Apart.class)
        .setParameter("origin", origin)
        .setParameter("source", source)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Those that name one of these keys on the day, on either side; some perhaps twice. */
  public List<Apart> naming(List<UUID> keys, LocalDate day) {
    return Chunks.ask(
        keys,
        some ->
            em.createQuery(
                    "SELECT a FROM Apart a WHERE (a.one IN :keys OR a.other IN :keys)"
                        + " AND a.since <= :day AND (a.until IS NULL OR a.until >= :day)",
                    Apart.class)
                .setParameter("keys", some)
                .setParameter("day", day)
                .getResultList());
  }
}
