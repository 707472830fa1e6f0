package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.files.domain.FileWeight;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** Who works with which open file, and how much work that is. */
public final class WorkQueries {
  private static final String OPEN =
      " FROM CASE_REGISTRY.ASSIGNMENT a JOIN CASE_REGISTRY.CASE_FILE f ON f.ID = a.FILE";
  private static final String FOSTER = "CASE WHEN f.KIND = 'FOSTER_FAMILY' THEN ";
  private final EntityManager em;

  public WorkQueries(EntityManager em) {
    this.em = em;
  }

  /** Open files with which this member of staff works on any of these days. */
  public List<WorkRow> of(StaffId staff, LocalDate first, LocalDate last) {
    return Sql.query(
        em,
        Clause.of(
            "SELECT a.FILE, a.KIND, a.SINCE_DAY, a.UNTIL_DAY"
                + OPEN
                + " WHERE a.STAFF = ? AND f.CLOSED_ON IS NULL AND a.SINCE_DAY <= ? AND (a.UNTIL_DAY"
                + " IS NULL OR a.UNTIL_DAY >= ?) ORDER BY f.FAMILY_N, f.NUMBER_N, f.ID",
            staff.value(),
            last,
            first),
        row ->
            new WorkRow(
                Sql.key(row, 1),
                RelationKind.valueOf(row.getString(2)),
                Sql.day(row, 3),
                Sql.day(row, 4)));
  }

  /** The same, as far as the scope reaches. */
  public List<WorkRow> of(StaffId staff, LocalDate first, LocalDate last, Scope scope) {
    return Sql.query(
        em,
        Clause.of(
                "SELECT DISTINCT a.FILE, a.KIND, a.SINCE_DAY, a.UNTIL_DAY, f.FAMILY_N, f.NUMBER_N,"
                    + " f.ID"
                    + OPEN
                    + (Clause.own(scope) ? " JOIN ACCESS.RELATION r ON r.SUBJECT = f.ID" : "")
                    + " WHERE a.STAFF = ? AND f.CLOSED_ON IS NULL AND a.SINCE_DAY <= ?"
                    + " AND (a.UNTIL_DAY IS NULL OR a.UNTIL_DAY >= ?)",
                staff.value(),
                last,
                first)
            .and(Clause.scope(scope, "f.ID"))
            .then(" ORDER BY f.FAMILY_N, f.NUMBER_N, f.ID"),
        row ->
            new WorkRow(
                Sql.key(row, 1),
                RelationKind.valueOf(row.getString(2)),
                Sql.day(row, 3),
                Sql.day(row, 4)));
  }

  /**
   * Foster families, their weight in halves of an ordinary one, and other files of each key worker
   * on a day, in the scope.
   */
  public Map<StaffId, int[]> sums(Scope scope, LocalDate day) {
    Map<StaffId, int[]> sums = new HashMap<>();
    Sql.query(
            em,
            Clause.of(
                    "SELECT a.STAFF, SUM("
                        + FOSTER
                        + "1 ELSE 0 END), SUM("
                        + FOSTER
                        + "COALESCE(w.HALVES, "
                        + FileWeight.ORDINARY
                        + ") ELSE 0 END), COUNT(a.FILE)"
                        + OPEN
                        + " LEFT JOIN CASE_REGISTRY.FILE_WEIGHT w ON w.FILE = f.ID WHERE a.KIND = ?"
                        + " AND f.CLOSED_ON IS NULL AND a.SINCE_DAY <= ? AND (a.UNTIL_DAY IS NULL"
                        + " OR a.UNTIL_DAY >= ?)",
                    RelationKind.KEY_WORKER.name(),
                    day,
                    day)
                .and(Clause.scope(scope, "f.ID"))
                .then(" GROUP BY a.STAFF"),
            row ->
                Map.entry(
                    new StaffId(Sql.key(row, 1)),
                    new int[] {row.getInt(2), row.getInt(3), row.getInt(4) - row.getInt(2)}))
        .forEach(row -> sums.put(row.getKey(), row.getValue()));
    return sums;
  }

  /** Halves of an ordinary family of each of these files. */
  public Map<CaseFileId, Integer> weights(Collection<CaseFileId> files) {
    Map<CaseFileId, Integer> weights = new HashMap<>();
    files.forEach(file -> weights.put(file, FileWeight.ORDINARY));
    Chunks.ask(
            Chunks.values(files),
            some ->
                Sql.query(
                    em,
                    Clause.of("SELECT w.FILE, w.HALVES FROM CASE_REGISTRY.FILE_WEIGHT w WHERE ")
                        .then(Clause.in("w.FILE", some)),
                    row -> Map.entry(new CaseFileId(Sql.key(row, 1)), row.getInt(2))))
        .forEach(row -> weights.put(row.getKey(), row.getValue()));
    return weights;
  }
}
