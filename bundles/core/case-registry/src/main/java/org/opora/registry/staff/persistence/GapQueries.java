package org.opora.registry.staff.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.shared.persistence.Chunks;

/** Who was away on some days, and who worked with families then. */
public record GapQueries(EntityManager em) {
  /** Absences with any of these days, the earliest first. */
  public List<AwayRow> away(LocalDate first, LocalDate last) {
    return em.createQuery(
            "SELECT NEW org.opora.registry.staff.persistence.AwayRow(a.id, a.version, a.staff,"
                + " a.kind, a.since, a.until, a.deputy, a.confirmedOn) FROM Absence a"
                + " WHERE a.since <= :last AND a.until >= :first ORDER BY a.since, a.id",
            AwayRow.class)
        .setParameter("first", first)
        .setParameter("last", last)
        .getResultList();
  }

  /** Key workers of these files and who stood in for them, on any of these days. */
  public List<Assignment> working(List<UUID> files, LocalDate first, LocalDate last) {
    return Chunks.ask(
        files,
        some ->
            em.createQuery(
                    "SELECT a FROM Assignment a WHERE a.file IN :files AND a.kind IN :kinds"
                        + " AND a.since <= :last AND (a.until IS NULL OR a.until >= :first)",
                    Assignment.class)
                .setParameter("files", some)
                .setParameter("kinds", List.of(RelationKind.KEY_WORKER, RelationKind.STAND_IN))
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList());
  }
}
