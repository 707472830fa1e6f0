package org.opora.registry.story.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.paging.Page;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.FileInScope;
import org.opora.registry.shared.persistence.Sql;

/** Reads of the chronology. */
public final class TimelineQueries {
  private static final String ENTRY =
      "t.id, t.source.origin, t.source.kind, t.source.record, t.day, t.title.cs, t.title.pl,"
          + " t.title.en, t.writtenBy, t.href, t.writtenIn";

  /** For the page of a file, a statement of its own: nobody opens a case without it. */
  private static final String COLUMNS =
      "SELECT t.ID, t.ORIGIN, t.KIND, t.SOURCE, t.HAPPENED_ON, t.TITLE_CS, t.TITLE_PL, t.TITLE_EN,"
          + " t.WRITTEN_BY, s.FULL_NAME, t.HREF, t.WRITTEN_IN FROM CASE_REGISTRY.TIMELINE t LEFT JOIN"
          + " CASE_REGISTRY.STAFF_MEMBER s ON s.ID = t.WRITTEN_BY";

  /**
   * Behind a wall nobody is there, not even as somebody who was written down, whatever key the wall
   * names. To be filled in: the wall, the table of keys, its canonical key, its key, and the two
   * sides of a relationship.
   */
  private static final String BEFORE_A_RELATIVE =
      "(%1$s = %5$s OR %1$s = %6$s"
          + " OR EXISTS (SELECT a1.%4$s FROM %2$s a1 WHERE a1.%4$s = %1$s"
          + " AND (a1.%3$s = %5$s OR a1.%3$s = %6$s))"
          + " OR EXISTS (SELECT a2.%4$s FROM %2$s a2 WHERE a2.%3$s = %1$s"
          + " AND (a2.%4$s = %5$s OR a2.%4$s = %6$s))"
          + " OR EXISTS (SELECT a3.%4$s FROM %2$s a3, %2$s a4 WHERE a3.%3$s = a4.%3$s"
          + " AND a3.%4$s = %1$s AND (a4.%4$s = %5$s OR a4.%4$s = %6$s)))";

  private static final String NO_RELATIVE_BEHIND_A_WALL =
      " AND (t.source.kind <> 'kin-tied' OR NOT EXISTS (SELECT k.id FROM KinTie k, Wall kinWall"
          + " WHERE k.id = t.source.record AND kinWall.staff = :scopeStaff AND kinWall.liftedOn IS"
          + " NULL AND (kinWall.until IS NULL OR kinWall.until >= :scopeToday) AND "
          + BEFORE_A_RELATIVE.formatted(
              "kinWall.subject", "CanonicalPerson", "canonical", "person", "k.first", "k.other")
          + "))";

  /** Kinds of what is about more than one of the family: its evidence says who they are. */
  private static final String PROVING = "('education', 'respite', 'excuse', 'balance')";

  /** What stands in a ledger is closed by a wall at whom it is about. */
  private static final String NOTHING_PROVEN_BEHIND_A_WALL =
      " AND (t.source.kind NOT IN "
          + PROVING
          + " OR NOT EXISTS"
          + " (SELECT e.id FROM EvidenceFact e, Wall carerWall WHERE e.source.origin ="
          + " t.source.origin AND e.source.record = t.source.record AND (carerWall.subject ="
          + " e.person OR carerWall.subject IN (SELECT carerKey.other FROM SameKey carerKey WHERE"
          + " carerKey.person = e.person)) AND carerWall.staff = :scopeStaff AND carerWall.liftedOn"
          + " IS NULL AND (carerWall.until IS NULL OR carerWall.until >= :scopeToday)))";

  private final EntityManager em;

  public TimelineQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * The story of a file: its own entries, those of the children who live there now, and of the
   * children who did, those up to the day they left. Children whose sub-file is not in the scope
   * any more, and those before whom a wall stands, are left out; so is that somebody behind a wall
   * was written down as a relative, what tells of a carer behind one, what a child brought along
   * from a file behind one, and what stands in a ledger of somebody behind one.
   */
  public Page<TimelineRow> page(
      FileInScope in, Collection<String> permissions, String after, int limit) {
    Clause query = visible(in, permissions);
    UUID last = Cursors.key(after);
    LocalDate lastDay = last == null ? null : day(last);
    if (lastDay != null) {
      query =
          query.then(
              " AND (t.HAPPENED_ON < ? OR (t.HAPPENED_ON = ? AND t.ID < ?))",
              lastDay,
              lastDay,
              last);
    }
    List<TimelineRow> rows =
        Sql.query(
            em,
            query.then(
                " ORDER BY t.HAPPENED_ON DESC, t.ID DESC FETCH FIRST ? ROWS ONLY", limit + 1),
            row -> row(row, in));
    return Cursors.page(rows, limit, TimelineRow::id);
  }

  /** Of these, what the story of the file shows; by the key of the record. */
  public Map<UUID, TimelineRow> behind(
      FileInScope in, Collection<String> permissions, Collection<UUID> records) {
    Map<UUID, TimelineRow> found = new LinkedHashMap<>();
    Sql.query(
            em,
            visible(in, permissions).and(Clause.in("t.SOURCE", List.copyOf(records))),
            row -> row(row, in))
        .forEach(row -> found.put(row.source(), row));
    return found;
  }

  private static Clause visible(FileInScope in, Collection<String> permissions) {
    Map<UUID, LocalDate> stays = new LinkedHashMap<>();
    in.stays().forEach(stay -> stays.put(stay.childFile(), stay.until()));
    List<UUID> subjects = new ArrayList<>(stays.keySet());
    subjects.add(0, in.file().value());
    Clause query =
        Clause.of(COLUMNS + " WHERE ")
            // Named at once, so that the index serves; what a child did elsewhere is taken out
            // after.
            .then(Clause.in("t.SUBJECT", subjects))
            .and(Clause.among("t.PERMISSION", permissions));
    if (in.walled()) {
      // For whom nothing stands the database has nothing to plan: that took it ten times as long as
      // the reading.
      query = query.and(nobodyBehindAWall(in.scope()));
    }
    for (Map.Entry<UUID, LocalDate> stay : stays.entrySet()) {
      if (stay.getValue() != null) {
        query =
            query.then(
                " AND (t.SUBJECT <> ? OR t.HAPPENED_ON <= ?)", stay.getKey(), stay.getValue());
      }
    }
    return query;
  }

  private static Clause nobodyBehindAWall(Scope scope) {
    return Clause.of(
            "(t.KIND <> 'kin-tied' OR NOT EXISTS (SELECT k.ID FROM CASE_REGISTRY.KIN_TIE k,"
                + " ACCESS.WALL x WHERE k.ID = t.SOURCE AND x.STAFF = ? AND x.LIFTED_ON IS"
                + " NULL AND (x.UNTIL_DAY IS NULL OR x.UNTIL_DAY >= ?) AND "
                + BEFORE_A_RELATIVE.formatted(
                    "x.SUBJECT",
                    "ACCESS.CANONICAL_PERSON",
                    "CANONICAL",
                    "PERSON",
                    "k.FIRST_PERSON",
                    "k.OTHER_PERSON")
                + "))",
            scope.staff().value(),
            scope.today())
        .and(open("t.PERSON", Clause.scope(all(scope), "t.PERSON")))
        .and(open("t.WRITTEN_IN", Clause.scope(all(scope), "t.WRITTEN_IN")))
        .and(
            Clause.of(
                "(t.KIND NOT IN "
                    + PROVING
                    + " OR NOT EXISTS"
                    + " (SELECT e.ID FROM CASE_REGISTRY.EVIDENCE e JOIN ACCESS.WALL x ON"
                    + " (x.SUBJECT = e.PERSON OR x.SUBJECT IN (SELECT y.OTHER FROM"
                    + " ACCESS.SAME_KEY y WHERE y.PERSON = e.PERSON)) WHERE e.ORIGIN = t.ORIGIN"
                    + " AND e.SOURCE = t.SOURCE AND x.STAFF = ? AND x.LIFTED_ON IS NULL"
                    + " AND (x.UNTIL_DAY IS NULL OR x.UNTIL_DAY >= ?)))",
                scope.staff().value(),
                scope.today()));
  }

  /** Most entries tell of nobody and go nowhere; of those no wall is asked. */
  private static Clause open(String column, Clause noWall) {
    return Clause.of(column + " IS NULL").or(noWall);
  }

  private static TimelineRow row(ResultSet row, FileInScope in) throws SQLException {
    return new TimelineRow(
        Sql.key(row, 1),
        row.getString(2),
        row.getString(3),
        Sql.key(row, 4),
        Sql.day(row, 5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        Sql.key(row, 9),
        row.getString(10),
        TimelineRow.link(row.getString(11), Sql.key(row, 12), in.file().value()));
  }

  private LocalDate day(UUID entry) {
    return Sql.query(
            em,
            Clause.of("SELECT t.HAPPENED_ON FROM CASE_REGISTRY.TIMELINE t WHERE t.ID = ?", entry),
            row -> Sql.day(row, 1))
        .stream()
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

  /** A wall before a child or its sub-file stands, whatever is seen of the file. */
  private static String noWall(Scope scope) {
    return all(scope).where("p", "childFile").replace("scopeWall", "childWall")
        + " AND "
        + all(scope).where("p", "child").replace("scopeWall", "personWall");
  }

  private static String nothingElseBehindAWall(Scope scope) {
    return " AND (t.person IS NULL OR ("
        + all(scope).where("t", "person").replace("scopeWall", "aboutWall")
        + ")) AND (t.writtenIn IS NULL OR ("
        + all(scope).where("t", "writtenIn").replace("scopeWall", "writtenWall")
        + "))";
  }

  private static Scope all(Scope scope) {
    return new Scope(Reach.ALL, scope.staff(), scope.today());
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
                "SELECT DISTINCT NEW org.opora.registry.story.persistence.RecentRow(f.id, f.number,"
                    + " f.familyName, "
                    + ENTRY
                    + ") FROM "
                    + own.from("CaseFile", "f", "id")
                    + " "
                    + joins
                    + " WHERE "
                    + own.where("f", "id")
                    + " AND t.day >= :from AND t.permission IN :permissions"
                    + NO_RELATIVE_BEHIND_A_WALL
                    + nothingElseBehindAWall(own)
                    + NOTHING_PROVEN_BEHIND_A_WALL
                    + conditions
                    + " ORDER BY t.day DESC, t.id DESC",
                RecentRow.class));
    values.forEach(query::setParameter);
    return query.setParameter("from", from).setParameter("permissions", permissions);
  }
}
