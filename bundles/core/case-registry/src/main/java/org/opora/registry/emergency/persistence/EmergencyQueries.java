package org.opora.registry.emergency.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.registry.emergency.domain.EmergencyAccess;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.shared.persistence.Sql;
import org.opora.registry.shared.persistence.UnderFiles;

/** Reads emergency accesses. */
public final class EmergencyQueries {
  private final EntityManager em;

  public EmergencyQueries(EntityManager em) {
    this.em = em;
  }

  /** Those of files in the scope, the newest day first. */
  public Page<EmergencyAccess> page(Scope scope, String after, int limit) {
    Page<UUID> keys = under(scope).page(Clause.of("1 = 1"), after, limit);
    return new Page<>(rows(keys.items()), keys.next());
  }

  /** Those of files in the scope that nobody has reviewed, the ones that may wait least first. */
  public List<EmergencyAccess> waiting(Scope scope, int most) {
    return scope.empty()
        ? List.of()
        : rows(
            scope
                .bind(
                    em.createQuery(
                        "SELECT DISTINCT e.dueOn, e.id FROM "
                            + scope.from("EmergencyAccess", "e", "file")
                            + " WHERE "
                            + scope.where("e", "file")
                            + " AND e.verdict IS NULL ORDER BY e.dueOn, e.id",
                        Object[].class))
                .setMaxResults(most)
                .getResultStream()
                .map(row -> (UUID) row[1])
                .toList());
  }

  private UnderFiles under(Scope scope) {
    return new UnderFiles(
        new NewestFirst(em, "CASE_REGISTRY.EMERGENCY_ACCESS", "OPENED_ON"), scope, List.of());
  }

  private List<EmergencyAccess> rows(List<UUID> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<UUID, EmergencyAccess> rows =
        em.createQuery("SELECT e FROM EmergencyAccess e WHERE e.id IN :keys", EmergencyAccess.class)
            .setParameter("keys", keys)
            .getResultStream()
            .collect(Collectors.toMap(EmergencyAccess::id, Function.identity()));
    return keys.stream().map(rows::get).toList();
  }

  /** Whether the file was ever opened so. Every page of a file asks, and hardly ever one was. */
  public boolean ever(CaseFileId file) {
    return !Sql.query(
            em,
            Clause.of(
                "SELECT e.ID FROM CASE_REGISTRY.EMERGENCY_ACCESS e WHERE e.FILE = ?"
                    + " FETCH FIRST 1 ROWS ONLY",
                file.value()),
            row -> Sql.key(row, 1))
        .isEmpty();
  }

  /** Of a file, the newest first. */
  public List<EmergencyAccess> of(CaseFileId file) {
    return em.createQuery(
            "SELECT e FROM EmergencyAccess e WHERE e.file = :file ORDER BY e.openedOn DESC, e.id DESC",
            EmergencyAccess.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  /** Of a member of staff, the newest first. */
  public List<EmergencyAccess> by(StaffId staff, int most) {
    return em.createQuery(
            "SELECT e FROM EmergencyAccess e WHERE e.staff = :staff ORDER BY e.openedOn DESC, e.id DESC",
            EmergencyAccess.class)
        .setParameter("staff", staff.value())
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Theirs that should have been reviewed by now, those that should have been first; without what
   * was reported because nobody could.
   */
  public List<EmergencyAccess> overdue(StaffId staff, LocalDate today) {
    return em.createQuery(
            "SELECT e FROM EmergencyAccess e WHERE e.staff = :staff AND e.verdict IS NULL"
                + " AND e.reportedOn IS NULL AND e.dueOn < :today ORDER BY e.dueOn, e.id",
            EmergencyAccess.class)
        .setParameter("staff", staff.value())
        .setParameter("today", today)
        .getResultList();
  }

  /** Which of them are over and not closed yet. */
  public List<UUID> expired(Instant now) {
    return em.createQuery(
            "SELECT e.id FROM EmergencyAccess e WHERE e.endedAt IS NULL AND e.expires <= :now ORDER BY e.id",
            UUID.class)
        .setParameter("now", now)
        .getResultList();
  }

  /** How many hold this reason. */
  public long uses(String reason) {
    return em.createQuery(
            "SELECT COUNT(e) FROM EmergencyAccess e WHERE e.reason = :reason", Long.class)
        .setParameter("reason", reason)
        .getSingleResult();
  }

  /** The file that was opened. */
  public Optional<CaseFileId> fileOf(UUID access) {
    return em.createQuery("SELECT e.file FROM EmergencyAccess e WHERE e.id = :id", UUID.class)
        .setParameter("id", access)
        .getResultStream()
        .findFirst()
        .map(CaseFileId::new);
  }

  /** Files with this number, put away or not: one at most. */
  public List<UUID> numbered(String number) {
    return em.createQuery("SELECT f.id FROM CaseFile f WHERE f.number = :number", UUID.class)
        .setParameter("number", number)
        .getResultList();
  }

  /** Entries with this day of birth and one of these names, as they are folded. */
  public List<UUID> named(LocalDate born, Collection<String> families, String given) {
    return em.createQuery(
            "SELECT p.id FROM Person p WHERE p.birthDate = :born AND p.familyN IN :families"
                + " AND (p.givenN = :given OR p.givenN LIKE :longer)",
            UUID.class)
        .setParameter("born", born)
        .setParameter("families", families)
        .setParameter("given", given)
        .setParameter("longer", given + " %")
        .getResultList();
  }

  /** Files in which one of these people is on the day. */
  public List<UUID> filesOf(Collection<UUID> people, LocalDate day) {
    return em.createQuery(
            "SELECT DISTINCT f.id FROM CaseFile f WHERE"
                + " EXISTS (SELECT c.id FROM FileCarer c WHERE c.file = f.id AND c.person IN :people"
                + " AND (c.until IS NULL OR c.until >= :day))"
                + " OR EXISTS (SELECT p.id FROM Placement p WHERE p.file = f.id AND p.child IN :people"
                + " AND (p.until IS NULL OR p.until >= :day))",
            UUID.class)
        .setParameter("people", people)
        .setParameter("day", day)
        .getResultList();
  }

  /** Of these files, those that are not put away, each with its number. */
  public Map<UUID, String> there(Collection<UUID> files) {
    return em.createQuery(
            "SELECT f.id, f.number FROM CaseFile f WHERE f.id IN :files AND f.archivedOn IS NULL",
            Object[].class)
        .setParameter("files", files)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }

  /** Who leads the file on the day. */
  public List<StaffId> leading(CaseFileId file, LocalDate day) {
    return em.createQuery(
            "SELECT DISTINCT a.staff FROM Assignment a WHERE a.file = :file AND a.kind IN :kinds"
                + " AND a.since <= :day AND (a.until IS NULL OR a.until >= :day)",
            UUID.class)
        .setParameter("file", file.value())
        .setParameter("kinds", RelationKind.leading())
        .setParameter("day", day)
        .getResultStream()
        .map(StaffId::new)
        .toList();
  }
}
