package org.opora.registry.story.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.registry.shared.persistence.Chunks;

/** The last fact of each person, in one statement for up to some hundred keys. */
public final class EvidenceQueries {
  private final EntityManager em;

  public EvidenceQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * @param field {@code file} or {@code person}: what the keys are
   */
  public List<LastRow> last(String field, List<UUID> keys, String kind, LocalDate asOf) {
    return Chunks.ask(
        keys,
        some ->
            em.createQuery(
                    "SELECT NEW org.opora.registry.story.persistence.LastRow(e.file, e.person, e.day, e.source.record, e.openingBalance)"
                        + " FROM EvidenceFact e WHERE e."
                        + field
                        + " IN :keys AND e.source.kind = :kind AND e.day <= :asOf"
                        + " AND NOT EXISTS (SELECT n.id FROM EvidenceFact n WHERE n.file = e.file AND n.person = e.person"
                        + " AND n.source.kind = e.source.kind AND n.day <= :asOf AND (n.day > e.day OR (n.day = e.day AND n.id > e.id)))",
                    LastRow.class)
                .setParameter("keys", some)
                .setParameter("kind", kind)
                .setParameter("asOf", asOf)
                .getResultList());
  }
}
