package org.opora.registry.story.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.registry.shared.persistence.Cursors;

/** Reads of the chronology. */
public final class TimelineQueries {
  private static final String ENTRY =
      "t.id, t.source.origin, t.source.kind, t.day, t.title.cs, t.title.pl, t.title.en, t.writtenBy, t.href";
  private static final String ROW =
      "NEW org.opora.registry.story.persistence.TimelineRow(" + ENTRY + ")";
  private final EntityManager em;

  public TimelineQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * The story of a file: its own entries, those of the children who live there now, and of the
   * children who did, those up to the day they left. Children whose sub-file is not in the scope
   * any more are left out.
   */
  public Page<TimelineRow> page(
      CaseFileId file, Scope scope, Collection<String> permissions, String after, int limit) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", file.value());
    String subjects = "t.subject = :file";
    int child = 0;
    for (Map.Entry<UUID, LocalDate> stay : stays(file, scope).entrySet()) {
      child++;
      values.put("child" + child, stay.getKey());
      subjects += " OR t.subject = :child" + child;
      if (stay.getValue() != null) {
        values.put("left" + child, stay.getValue());
        subjects += " AND t.day <= :left" + child;
      }
    }
    UUID last = Cursors.key(after);
    LocalDate lastDay = last == null ? null : day(last);
    String following =
        lastDay == null ? "" : " AND (t.day < :lastDay OR (t.day = :lastDay AND t.id < :last))";
    TypedQuery<TimelineRow> query =
        em.createQuery(
                "SELECT "
                    + ROW
                    + " FROM TimelineEntry t WHERE ("
                    + subjects
                    + ") AND t.permission IN :permissions"
                    + following
                    + " ORDER BY t.day DESC, t.id DESC",
                TimelineRow.class)
            .setParameter("permissions", permissions)
            .setMaxResults(limit + 1);
    values.forEach(query::setParameter);
    if (lastDay != null) {
      query.setParameter("lastDay", lastDay).setParameter("last", last);
    }
    return Cursors.page(query.getResultList(), limit, TimelineRow::id);
  }

  /** Sub-files of children placed here, with the last day of the stay; null while it lasts. */
  private Map<UUID, LocalDate> stays(CaseFileId file, Scope scope) {
    List<Object[]> rows =
        scope
            .bind(
                em.createQuery(
                    "SELECT DISTINCT p.childFile, p.until, p.since FROM "
                        + scope.from("Placement", "p", "childFile")
                        + " WHERE "
                        + scope.where("p", "childFile")
                        + " AND p.file = :file ORDER BY p.since",
                    Object[].class))
            .setParameter("file", file.value())
            .getResultList();
    Map<UUID, LocalDate> stays = new LinkedHashMap<>();
    rows.forEach(row -> stays.put((UUID) row[0], (LocalDate) row[1]));
    return stays;
  }

  private LocalDate day(UUID entry) {
    return em.createQuery("SELECT t.day FROM TimelineEntry t WHERE t.id = :id", LocalDate.class)
        .setParameter("id", entry)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Newest entries of files and of children placed in them that are the viewer's own. */
  public List<RecentRow> recent(
      Scope own, Collection<String> permissions, LocalDate from, int limit) {
    return recent(own, permissions, from, limit, "", Map.of());
  }

  /**
   * Newest entries of all files of the scope, of what was written lately: so the query starts from
   * the newest keys, and does not read the history of the centre.
   *
   * @param since smallest key
   */
  public List<RecentRow> written(
      Scope all, Collection<String> permissions, LocalDate from, UUID since, int limit) {
    return recent(all, permissions, from, limit, " AND t.id > :since", Map.of("since", since));
  }

  /** A wall before a child's sub-file stands, whatever is seen of the file. */
  private static String noWall(Scope scope) {
    return new Scope(Reach.ALL, scope.staff(), scope.today())
        .where("p", "childFile")
        .replace("scopeWall", "childWall");
  }

  private List<RecentRow> recent(
      Scope scope,
      Collection<String> permissions,
      LocalDate from,
      int limit,
      String conditions,
      Map<String, Object> values) {
    List<RecentRow> rows = new ArrayList<>();
    rows.addAll(
        query(
                scope,
                permissions,
                from,
                "JOIN TimelineEntry t ON t.subject = f.id",
                conditions,
                values)
            .setMaxResults(limit)
            .getResultList());
    rows.addAll(
        query(
                scope,
                permissions,
                from,
                "JOIN Placement p ON p.file = f.id JOIN TimelineEntry t ON t.subject = p.childFile",
                conditions
                    + " AND p.since <= :today AND (p.until IS NULL OR p.until >= :today) AND "
                    + noWall(scope),
                values)
            .setParameter("today", scope.today())
            .setMaxResults(limit)
            .getResultList());
    return rows;
  }

  private TypedQuery<RecentRow> query(
      Scope own,
      Collection<String> permissions,
      LocalDate from,
      String joins,
      String conditions,
      Map<String, Object> values) {
    TypedQuery<RecentRow> query =
        own.bind(
            em.createQuery(
                "SELECT DISTINCT NEW org.opora.registry.story.persistence.RecentRow(f.id, f.number, f.familyName, "
                    + ENTRY
                    + ") FROM "
                    + own.from("CaseFile", "f", "id")
                    + " "
                    + joins
                    + " WHERE "
                    + own.where("f", "id")
                    + " AND t.day >= :from AND t.permission IN :permissions"
                    + conditions
                    + " ORDER BY t.day DESC, t.id DESC",
                RecentRow.class));
    values.forEach(query::setParameter);
    return query.setParameter("from", from).setParameter("permissions", permissions);
  }
}
