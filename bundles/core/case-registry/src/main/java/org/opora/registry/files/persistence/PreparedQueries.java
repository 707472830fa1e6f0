package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.registry.files.domain.AgreementState;

/** Agreements in preparation under a decision whose legal force is known. */
public final class PreparedQueries {
  private final EntityManager em;
  private final Scope scope;

  public PreparedQueries(EntityManager em, Scope scope) {
    this.em = em;
    this.scope = scope;
  }

  /**
   * Those that had begun by the day and were neither signed nor given up, without the files that
   * are in the archive then.
   *
   * @param files only these; null for all
   */
  public List<PreparedRow> on(LocalDate day, List<UUID> files) {
    TypedQuery<PreparedRow> query =
        scope
            .bind(
                em.createQuery(
                    "SELECT DISTINCT NEW org.opora.registry.files.persistence.PreparedRow(f.id,"
                        + " f.number, f.familyName, f.movedIn, a.id) FROM "
                        + scope.from("CaseFile", "f", "id")
                        + " JOIN Proposal a ON a.file = f.id WHERE "
                        + scope.where("f", "id")
                        + " AND a.decisionForceOn IS NOT NULL AND a.begunOn <= :day"
                        + " AND (a.state NOT IN :settled OR a.stateSince > :day)"
                        + " AND (f.archivedOn IS NULL OR f.archivedOn > :day)"
                        + (files == null ? "" : " AND f.id IN :files"),
                    PreparedRow.class))
            .setParameter("day", day)
            .setParameter("settled", List.of(AgreementState.SIGNED, AgreementState.DROPPED));
    return (files == null ? query : query.setParameter("files", files)).getResultList();
  }
}
