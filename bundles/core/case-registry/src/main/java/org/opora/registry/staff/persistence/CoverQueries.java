package org.opora.registry.staff.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.RelationKind;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.staff.domain.Absence;

/**
 * Which families somebody really looks after while their key worker is away: not what was confirmed
 * once, but the assignments that stand.
 */
public final class CoverQueries {
  private final EntityManager em;

  public CoverQueries(EntityManager em) {
    this.em = em;
  }

  /** Families whose deputy stays as long as the absent would lead them in that time. */
  public List<CaseFileId> covered(Absence absence) {
    List<Assignment> standing =
        em.createQuery(
                "SELECT a FROM Assignment a, AbsenceFile f WHERE a.id = f.assignment"
                    + " AND f.absence = :absence ORDER BY a.file, a.since",
                Assignment.class)
            .setParameter("absence", absence.id())
            .getResultList();
    Set<UUID> files = standing.stream().map(row -> row.file().value()).collect(Collectors.toSet());
    List<Assignment> led =
        Chunks.ask(
            List.copyOf(files),
            some ->
                em.createQuery(
                        "SELECT a FROM Assignment a WHERE a.file IN :files AND a.staff = :absent"
                            + " AND a.kind = :kind AND a.since <= :last"
                            + " AND (a.until IS NULL OR a.until >= :first)",
                        Assignment.class)
                    .setParameter("files", some)
                    .setParameter("absent", absence.staff().value())
                    .setParameter("kind", RelationKind.KEY_WORKER)
                    .setParameter("first", absence.since())
                    .setParameter("last", absence.until())
                    .getResultList());
    Set<CaseFileId> covered = new LinkedHashSet<>();
    for (Assignment row : standing) {
      boolean whole =
          led.stream()
              .filter(one -> one.file().equals(row.file()))
              .allMatch(
                  one ->
                      standing.stream()
                          .filter(other -> other.file().equals(row.file()))
                          .anyMatch(other -> reaches(other, last(absence, one))));
      if (whole) {
        covered.add(row.file());
      }
    }
    return List.copyOf(covered);
  }

  private static boolean reaches(Assignment standIn, LocalDate last) {
    return !standIn.since().isAfter(last)
        && (standIn.until() == null || !standIn.until().isBefore(last));
  }

  private static LocalDate last(Absence absence, Assignment led) {
    return led.until() != null && led.until().isBefore(absence.until())
        ? led.until()
        : absence.until();
  }
}
