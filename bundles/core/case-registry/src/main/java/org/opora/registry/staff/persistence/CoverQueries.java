package org.opora.registry.staff.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  /**
   * Which of these absences, confirmed and not over, leave a family of the absent without anybody
   * for some of the days that are still to come; closed families need nobody.
   */
  public Set<UUID> lacking(Collection<AwayRow> rows, LocalDate today) {
    List<AwayRow> asked =
        rows.stream()
            .filter(row -> row.confirmedOn() != null && !row.until().isBefore(today))
            .toList();
    if (asked.isEmpty()) {
      return Set.of();
    }
    Map<UUID, List<Assignment>> led =
        Chunks.ask(
                asked.stream().map(AwayRow::staff).distinct().toList(),
                some ->
                    em.createQuery(
                            "SELECT a FROM Assignment a JOIN CaseFile f ON f.id = a.file WHERE"
                                + " a.staff IN :absent AND a.kind = :kind AND f.closedOn IS NULL"
                                + " AND (a.until IS NULL OR a.until >= :today)",
                            Assignment.class)
                        .setParameter("absent", some)
                        .setParameter("kind", RelationKind.KEY_WORKER)
                        .setParameter("today", today)
                        .getResultList())
            .stream()
            .collect(Collectors.groupingBy(one -> one.staff().value()));
    Map<UUID, List<Assignment>> given = new HashMap<>();
    Chunks.ask(
            asked.stream().map(AwayRow::id).toList(),
            some ->
                em.createQuery(
                        "SELECT f.absence, a FROM Assignment a JOIN AbsenceFile f ON f.assignment ="
                            + " a.id WHERE f.absence IN :absences",
                        Object[].class)
                    .setParameter("absences", some)
                    .getResultList())
        .forEach(
            one ->
                given
                    .computeIfAbsent((UUID) one[0], first -> new ArrayList<>())
                    .add((Assignment) one[1]));
    return asked.stream()
        .filter(
            row ->
                led.getOrDefault(row.staff(), List.of()).stream()
                    .anyMatch(
                        one -> lacks(row, one, given.getOrDefault(row.id(), List.of()), today)))
        .map(AwayRow::id)
        .collect(Collectors.toSet());
  }

  private static boolean lacks(
      AwayRow row, Assignment led, List<Assignment> given, LocalDate today) {
    LocalDate open = latest(latest(row.since(), led.since()), today);
    LocalDate last =
        led.until() != null && led.until().isBefore(row.until()) ? led.until() : row.until();
    List<Assignment> here =
        given.stream()
            .filter(one -> one.file().equals(led.file()))
            .sorted(Comparator.comparing(Assignment::since))
            .toList();
    for (Assignment one : here) {
      if (!one.since().isAfter(open) && (one.until() == null || !one.until().isBefore(open))) {
        open = one.until() == null ? last.plusDays(1) : one.until().plusDays(1);
      }
    }
    return !open.isAfter(last);
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
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
