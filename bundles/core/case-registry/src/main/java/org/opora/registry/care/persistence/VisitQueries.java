package org.opora.registry.care.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.files.FileKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.paging.Page;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.FileInScope;
import org.opora.registry.shared.persistence.Sql;

/** Reads of visits. */
public final class VisitQueries {
  private static final String CHILD =
      "NEW org.opora.registry.care.persistence.ChildRow(c.id, c.visit, v.file, c.child,"
          + " c.childFile, v.day, c.seenAlone, c.notAloneReason, c.view, c.learntBy, v.recordedBy)";
  private final EntityManager em;

  public VisitQueries(EntityManager em) {
    this.em = em;
  }

  /** Visits of a file, newest first. */
  public Page<VisitRow> page(CaseFileId file, String after, int limit) {
    UUID last = Cursors.key(after);
    LocalDate lastDay = last == null ? null : day(last);
    TypedQuery<VisitRow> query =
        em.createQuery(
                "SELECT NEW org.opora.registry.care.persistence.VisitRow(v.id, v.day, v.start,"
                    + " v.minutes, v.announced, v.place, v.recordedBy, v.counts) FROM Visit v WHERE"
                    + " v.file = :file"
                    + (lastDay == null
                        ? ""
                        : " AND (v.day < :lastDay OR (v.day = :lastDay AND v.id < :last))")
                    + " ORDER BY v.day DESC, v.id DESC",
                VisitRow.class)
            .setParameter("file", file.value())
            .setMaxResults(limit + 1);
    if (lastDay != null) {
      query.setParameter("lastDay", lastDay).setParameter("last", last);
    }
    return Cursors.page(query.getResultList(), limit, VisitRow::id);
  }

  private LocalDate day(UUID visit) {
    return em.createQuery("SELECT v.day FROM Visit v WHERE v.id = :id", LocalDate.class)
        .setParameter("id", visit)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** How many people each of these visits met. */
  public Map<UUID, Integer> met(List<UUID> visits) {
    Map<UUID, Integer> met = new HashMap<>();
    Chunks.ask(
            visits,
            some ->
                em.createQuery(
                        "SELECT p.visit, COUNT(p.id) FROM VisitPerson p WHERE p.visit IN :visits"
                            + " GROUP BY p.visit",
                        Object[].class)
                    .setParameter("visits", some)
                    .getResultList())
        .forEach(row -> met.put((UUID) row[0], ((Number) row[1]).intValue()));
    return met;
  }

  /** Everybody who was met; whoever asks shows nobody of them. */
  public List<UUID> present(UUID visit) {
    return em.createQuery("SELECT m.person FROM VisitPerson m WHERE m.visit = :visit", UUID.class)
        .setParameter("visit", visit)
        .getResultList();
  }

  /** Who was met, those behind a wall left out. */
  public List<MetRow> people(UUID visit, Scope scope) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return walls
        .bind(
            em.createQuery(
                "SELECT NEW org.opora.registry.care.persistence.MetRow(p.id, p.given, p.family)"
                    + " FROM VisitPerson m JOIN Person p ON p.id = m.person WHERE m.visit = :visit"
                    + " AND "
                    + walls.where("p", "id")
                    + " ORDER BY p.birthDate, p.id",
                MetRow.class))
        .setParameter("visit", visit)
        .getResultList();
  }

  /** The children's parts of a visit that the scope covers. */
  public List<ChildRow> children(UUID visit, Scope scope) {
    return scope
        .bind(
            em.createQuery(
                "SELECT "
                    + CHILD
                    + " FROM "
                    + scope.from("VisitChild", "c", "childFile")
                    + " JOIN Visit v ON v.id = c.visit WHERE "
                    + scope.where("c", "childFile")
                    + " AND "
                    + noWall(scope)
                    + " AND c.visit = :visit ORDER BY c.id",
                ChildRow.class))
        .setParameter("visit", visit)
        .getResultStream()
        .collect(
            LinkedHashMap<UUID, ChildRow>::new,
            (map, row) -> map.putIfAbsent(row.id(), row),
            Map::putAll)
        .values()
        .stream()
        .toList();
  }

  /** A wall at the child closes its sub-file as well. */
  private static String noWall(Scope scope) {
    return all(scope).where("c", "child").replace("scopeWall", "childWall");
  }

  private static Scope all(Scope scope) {
    return new Scope(Reach.ALL, scope.staff(), scope.today());
  }

  /** Every child's part of a visit; whoever asks shows nothing of it. */
  public List<ChildRow> children(UUID visit) {
    return em.createQuery(
            "SELECT "
                + CHILD
                + " FROM VisitChild c JOIN Visit v ON v.id = c.visit WHERE c.visit = :visit ORDER"
                + " BY c.id",
            ChildRow.class)
        .setParameter("visit", visit)
        .getResultList();
  }

  /** One child at visits in every family, newest first. */
  public Page<ChildRow> ofChild(ChildFileId child, String after, int limit) {
    UUID last = Cursors.key(after);
    LocalDate lastDay = last == null ? null : partDay(last);
    TypedQuery<ChildRow> query =
        em.createQuery(
                "SELECT "
                    + CHILD
                    + " FROM VisitChild c JOIN Visit v ON v.id = c.visit"
                    + " WHERE c.childFile = :child AND v.counts = TRUE"
                    + (lastDay == null
                        ? ""
                        : " AND (v.day < :lastDay OR (v.day = :lastDay AND c.id < :last))")
                    + " ORDER BY v.day DESC, c.id DESC",
                ChildRow.class)
            .setParameter("child", child.value())
            .setMaxResults(limit + 1);
    if (lastDay != null) {
      query.setParameter("lastDay", lastDay).setParameter("last", last);
    }
    return Cursors.page(query.getResultList(), limit, ChildRow::id);
  }

  private LocalDate partDay(UUID part) {
    return em.createQuery(
            "SELECT v.day FROM VisitChild c JOIN Visit v ON v.id = c.visit WHERE c.id = :id",
            LocalDate.class)
        .setParameter("id", part)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /**
   * Every part, in every family, of the children placed in the file now; what it says is left. A
   * part written under another entry than that of the stay is looked at for a wall of its own.
   */
  public List<PartDay> parts(FileInScope in) {
    List<FileInScope.Stay> now = in.stays(in.scope().today());
    if (now.isEmpty()) {
      return List.of();
    }
    Clause query =
        Clause.of(
                "SELECT c.ID, c.CHILD, v.VISITED_ON, CASE WHEN c.CHILD_VIEW IS NULL THEN 0 ELSE 1"
                    + " END FROM CASE_REGISTRY.VISIT_CHILD c JOIN CASE_REGISTRY.VISIT v ON v.ID ="
                    + " c.VISIT AND v.COUNTS = TRUE WHERE ")
            .then(Clause.in("c.CHILD_FILE", keys(now, FileInScope.Stay::childFile)));
    if (in.walled()) {
      query =
          query.and(
              Clause.in("c.CHILD", keys(now, FileInScope.Stay::child))
                  .or(Clause.scope(all(in.scope()), "c.CHILD")));
    }
    return Sql.query(
        em,
        query,
        row -> new PartDay(Sql.key(row, 1), Sql.key(row, 2), Sql.day(row, 3), row.getInt(4) == 1));
  }

  private static List<UUID> keys(
      List<FileInScope.Stay> stays, Function<FileInScope.Stay, UUID> key) {
    return stays.stream().map(key).distinct().toList();
  }

  /** These parts; whoever asks has found them in the scope. */
  public List<ChildRow> children(List<UUID> parts) {
    return Chunks.ask(
        parts,
        some ->
            Sql.query(
                em,
                Clause.of(
                        "SELECT c.ID, c.VISIT, v.FILE, c.CHILD, c.CHILD_FILE, v.VISITED_ON,"
                            + " c.SEEN_ALONE, c.NOT_ALONE_REASON, c.CHILD_VIEW, c.LEARNT_BY,"
                            + " v.RECORDED_BY FROM CASE_REGISTRY.VISIT_CHILD c JOIN"
                            + " CASE_REGISTRY.VISIT v ON v.ID = c.VISIT WHERE ")
                    .then(Clause.in("c.ID", some)),
                VisitQueries::child));
  }

  private static ChildRow child(ResultSet row) throws SQLException {
    String learntBy = row.getString(10);
    return new ChildRow(
        Sql.key(row, 1),
        Sql.key(row, 2),
        Sql.key(row, 3),
        Sql.key(row, 4),
        Sql.key(row, 5),
        Sql.day(row, 6),
        row.getBoolean(7),
        row.getBytes(8),
        row.getBytes(9),
        learntBy == null ? null : ViewLearntBy.valueOf(learntBy),
        Sql.key(row, 11));
  }

  /** Everybody who is or was a child of the file, with their sub-file. */
  public Map<UUID, UUID> childrenOf(CaseFileId file) {
    Map<UUID, UUID> children = new HashMap<>();
    em.createQuery(
            "SELECT DISTINCT p.child, p.childFile FROM Placement p WHERE p.file = :file",
            Object[].class)
        .setParameter("file", file.value())
        .getResultList()
        .forEach(row -> children.put((UUID) row[0], (UUID) row[1]));
    return children;
  }

  /** Whether the file can be about somebody who gives no name. */
  public boolean maybeUnnamed(CaseFileId file) {
    return em.createQuery("SELECT f.kind FROM CaseFile f WHERE f.id = :file", FileKind.class)
        .setParameter("file", file.value())
        .getResultStream()
        .anyMatch(kind -> kind == FileKind.IN_NEED);
  }

  /** Every adult who takes or took part in the file. */
  public List<UUID> carersOf(CaseFileId file) {
    return em.createQuery(
            "SELECT DISTINCT c.person FROM FileCarer c WHERE c.file = :file", UUID.class)
        .setParameter("file", file.value())
        .getResultList();
  }
}
