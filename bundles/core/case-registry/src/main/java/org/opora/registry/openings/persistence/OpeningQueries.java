package org.opora.registry.openings.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.registry.openings.domain.OpenedFile;
import org.opora.registry.openings.domain.Opening;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;

/** Reads what is opened for an inspection. */
public final class OpeningQueries {
  private static final String TABLE = "CASE_REGISTRY.OPENING";
  private static final String STANDS = "f.CLOSED_AT IS NULL AND f.UNTIL_DAY >= ?";
  private final EntityManager em;

  public OpeningQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * Those with a file in the scope, the newest first.
   *
   * @param standing whether with a file that somebody reads or will read, or without
   */
  public Page<Opening> page(
      Scope scope, boolean standing, LocalDate today, String after, int limit) {
    Clause stands = file(scope).then(" AND " + STANDS + ")", today);
    Clause which = standing ? stands : file(scope).then(")").then(" AND NOT ").then(stands);
    Page<UUID> keys =
        new NewestFirst(em, TABLE, "OPENED_ON")
            .page(
                scope.empty()
                    ? List.of()
                    : List.of(
                        Clause.of("SELECT t.ID, t.OPENED_ON FROM " + TABLE + " t WHERE ")
                            .then(which)),
                after,
                limit);
    return new Page<>(rows(keys.items()), keys.next());
  }

  /** That it has a file in the scope; its last bracket stays open. */
  private static Clause file(Scope scope) {
    return Clause.of(
            "EXISTS (SELECT f.ID FROM CASE_REGISTRY.OPENED_FILE f WHERE f.OPENING = t.ID AND ")
        .then(Clause.reached(scope, "f.FILE"));
  }

  private List<Opening> rows(List<UUID> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<UUID, Opening> rows =
        em.createQuery("SELECT o FROM Opening o WHERE o.id IN :keys", Opening.class)
            .setParameter("keys", keys)
            .getResultStream()
            .collect(Collectors.toMap(Opening::id, Function.identity()));
    return keys.stream().map(rows::get).toList();
  }

  /** By their keys. */
  public Map<UUID, Opening> openings(Collection<UUID> keys) {
    return rows(keys.stream().distinct().toList()).stream()
        .collect(Collectors.toMap(Opening::id, Function.identity()));
  }

  /** The files of these openings, each under its opening. */
  public Map<UUID, List<OpenedFile>> files(Collection<UUID> openings) {
    return Chunks.ask(
            List.copyOf(openings),
            some ->
                em.createQuery(
                        "SELECT f FROM OpenedFile f WHERE f.opening IN :openings ORDER BY f.id",
                        OpenedFile.class)
                    .setParameter("openings", some)
                    .getResultList())
        .stream()
        .collect(Collectors.groupingBy(OpenedFile::opening));
  }

  /** Of one file, what was opened last first; at most so many. */
  public List<OpenedFile> of(CaseFileId file, int most) {
    return em.createQuery(
            "SELECT f FROM OpenedFile f WHERE f.file = :file ORDER BY f.until DESC, f.id DESC",
            OpenedFile.class)
        .setParameter("file", file.value())
        .setMaxResults(most)
        .getResultList();
  }

  /** Of these files, those that are open to the inspector on one of these days already. */
  public Set<CaseFileId> taken(
      StaffId staff, Collection<CaseFileId> files, LocalDate first, LocalDate last) {
    return Chunks.ask(
            Chunks.values(files),
            some ->
                em.createQuery(
                        "SELECT f.file FROM OpenedFile f WHERE f.staff = :staff AND f.file IN"
                            + " :files AND f.closedAt IS NULL AND f.since <= :last AND f.until >="
                            + " :first",
                        UUID.class)
                    .setParameter("staff", staff.value())
                    .setParameter("files", some)
                    .setParameter("first", first)
                    .setParameter("last", last)
                    .getResultList())
        .stream()
        .map(CaseFileId::new)
        .collect(Collectors.toSet());
  }

  /** Keys of files by the form of their number by which lists are sorted. */
  public Map<CaseFileId, String> numbered(Collection<String> sorted) {
    Map<CaseFileId, String> found = new HashMap<>();
    em.createQuery(
            "SELECT f.id, f.numberN FROM CaseFile f WHERE f.numberN IN :numbers", Object[].class)
        .setParameter("numbers", sorted)
        .getResultList()
        .forEach(row -> found.put(new CaseFileId((UUID) row[0]), (String) row[1]));
    return found;
  }

  /** Which of these files are put away. */
  public Set<CaseFileId> archived(Collection<CaseFileId> files) {
    return Chunks.ask(
            Chunks.values(files),
            some ->
                em.createQuery(
                        "SELECT f.id FROM CaseFile f WHERE f.id IN :files"
                            + " AND f.archivedOn IS NOT NULL",
                        UUID.class)
                    .setParameter("files", some)
                    .getResultList())
        .stream()
        .map(CaseFileId::new)
        .collect(Collectors.toSet());
  }

  /** Who leads which of these files on the day. */
  public Map<StaffId, Set<CaseFileId>> leading(Collection<CaseFileId> files, LocalDate day) {
    Map<StaffId, Set<CaseFileId>> leading = new HashMap<>();
    Chunks.ask(
            Chunks.values(files),
            some ->
                em.createQuery(
                        "SELECT a.staff, a.file FROM Assignment a WHERE a.file IN :files"
                            + " AND a.kind IN :kinds AND a.since <= :day"
                            + " AND (a.until IS NULL OR a.until >= :day)",
                        Object[].class)
                    .setParameter("files", some)
                    .setParameter("kinds", RelationKind.leading())
                    .setParameter("day", day)
                    .getResultList())
        .forEach(
            row ->
                leading
                    .computeIfAbsent(new StaffId((UUID) row[0]), first -> new HashSet<>())
                    .add(new CaseFileId((UUID) row[1])));
    return leading;
  }
}
