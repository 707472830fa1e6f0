package org.opora.registry.shared.persistence;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;

/**
 * What of a file a scope lets through: the file itself, and the sub-files of the children who are
 * or were placed in it. Asked once, for all who tell of the file on one page.
 *
 * @param stays oldest first; those whose child or sub-file is closed to the viewer are left out
 * @param walled whether any wall stands before the viewer at all. For the many before whom none
 *     does, what is asked next on the page need not look for one in every row
 */
public record FileInScope(CaseFileId file, Scope scope, List<Stay> stays, boolean walled) {
  public FileInScope {
    stays = List.copyOf(stays);
  }

  /**
   * A child's time in the file.
   *
   * @param until last day; null while it lasts
   */
  public record Stay(UUID childFile, UUID child, LocalDate since, LocalDate until) {
    private boolean is(CaseFileId file) {
      return since == null && childFile.equals(file.value());
    }

    boolean on(LocalDate day) {
      return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }
  }

  /** Children who live here on the day. */
  public List<Stay> stays(LocalDate day) {
    return stays.stream().filter(stay -> stay.on(day)).toList();
  }

  /**
   * @return empty when there is no such file, or the scope does not reach it
   */
  public static Optional<FileInScope> ask(EntityManager em, CaseFileId file, Scope scope) {
    if (scope.empty()) {
      return Optional.empty();
    }
    List<Stay> rows = Sql.query(em, query(file, scope), FileInScope::stay);
    boolean reached = rows.stream().anyMatch(row -> row.is(file));
    boolean walled = rows.stream().anyMatch(row -> row.since() == null && !row.is(file));
    // Somebody may be related to one sub-file twice.
    Set<Stay> stays = new LinkedHashSet<>(rows);
    stays.removeIf(row -> row.since() == null);
    List<Stay> oldestFirst = new ArrayList<>(stays);
    oldestFirst.sort(Comparator.comparing(Stay::since));
    return reached
        ? Optional.of(new FileInScope(file, scope, oldestFirst, walled))
        : Optional.empty();
  }

  /**
   * The row of the file itself has no days, and those of walls have none. Sorted by whoever reads:
   * it is a handful of rows.
   */
  private static Clause query(CaseFileId file, Scope scope) {
    String none = "CAST(NULL AS DATE)";
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    boolean own = Clause.own(scope);
    return Clause.of(
            "SELECT f.ID, f.ID, "
                + none
                + ", "
                + none
                + " FROM CASE_REGISTRY.CASE_FILE f"
                + (own ? " JOIN ACCESS.RELATION r ON r.SUBJECT = f.ID" : "")
                + " WHERE f.ID = ? AND ",
            file.value())
        .then(Clause.scope(scope, "f.ID"))
        .then(
            " UNION ALL SELECT p.CHILD_FILE, p.CHILD, p.SINCE_DAY, p.UNTIL_DAY FROM"
                + " CASE_REGISTRY.PLACEMENT p"
                + (own ? " JOIN ACCESS.RELATION r ON r.SUBJECT = p.CHILD_FILE" : "")
                + " WHERE p.FILE = ? AND ",
            file.value())
        .then(Clause.scope(scope, "p.CHILD_FILE"))
        .and(Clause.scope(walls, "p.CHILD"))
        .then(
            " UNION ALL SELECT x.ID, x.SUBJECT, "
                + none
                + ", "
                + none
                + " FROM ACCESS.WALL x WHERE ")
        .then(Clause.standing(scope, "x"));
  }

  private static Stay stay(ResultSet row) throws SQLException {
    return new Stay(Sql.key(row, 1), Sql.key(row, 2), Sql.day(row, 3), Sql.day(row, 4));
  }
}
