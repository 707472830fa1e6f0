package org.opora.benchmark.floor;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.opora.benchmark.store.Dialect;

/** The rows that the first page of a case file shows. */
final class OpenDesk extends Desk {
  private static final long serialVersionUID = 1L;

  OpenDesk(HikariDataSource pool, Dialect dialect) {
    super(pool, dialect);
  }

  @Override
  String work(HttpServletRequest request, Sql sql, StringBuilder page) throws SQLException {
    UUID file = UUID.fromString(request.getParameter("file"));
    sql.query(
        "SELECT f.FILE_NUMBER, f.FAMILY_NAME, f.OPENED_ON, f.WINDS_DOWN_FROM, f.CLOSED_ON, f.MOVED_IN"
            + " FROM CASE_REGISTRY.CASE_FILE f WHERE f.ID = ?",
        row ->
            page.append("<h1>")
                .append(escaped(row.getString(2)))
                .append(' ')
                .append(escaped(row.getString(1)))
                .append("</h1><p>")
                .append(row.getDate(3)),
        file);
    people(sql, page, file, "FILE_CARER", "PERSON");
    people(sql, page, file, "PLACEMENT", "CHILD");
    sql.query(
        "SELECT a.KIND, a.MEDIATED, a.CONCLUDED_ON, a.ENDED_ON FROM CASE_REGISTRY.AGREEMENT a WHERE a.FILE = ?"
            + " ORDER BY a.CONCLUDED_ON",
        row -> page.append("<p>").append(row.getString(1)).append(row.getDate(3)),
        file);
    sql.query(
        "SELECT s.FULL_NAME, t.KIND FROM CASE_REGISTRY.ASSIGNMENT t JOIN CASE_REGISTRY.STAFF_MEMBER s ON s.ID = t.STAFF"
            + " WHERE t.FILE = ?",
        row -> page.append("<p>").append(escaped(row.getString(1))),
        file);
    lastSeen(sql, page, file);
    sql.query(
        "SELECT t.HAPPENED_ON, t.TITLE_CS, t.HREF, s.FULL_NAME FROM CASE_REGISTRY.TIMELINE t"
            + " LEFT JOIN CASE_REGISTRY.STAFF_MEMBER s ON s.ID = t.WRITTEN_BY WHERE t.SUBJECT = ?"
            + " ORDER BY t.HAPPENED_ON DESC, t.ID DESC FETCH FIRST 6 ROWS ONLY",
        row ->
            page.append("<li><a href=\"")
                .append(row.getString(3))
                .append("\">")
                .append(row.getDate(1))
                .append(escaped(row.getString(2)))
                .append("</a> ")
                .append(escaped(row.getString(4))),
        file);
    return null;
  }

  private static void people(Sql sql, StringBuilder page, UUID file, String table, String person)
      throws SQLException {
    sql.query(
        "SELECT p.ID, p.GIVEN, p.FAMILY, p.BIRTH_DATE, t.SINCE_DAY FROM CASE_REGISTRY."
            + table
            + " t JOIN CASE_REGISTRY.PERSON p ON p.ID = t."
            + person
            + " WHERE t.FILE = ? ORDER BY t.SINCE_DAY",
        row ->
            page.append("<p><a href=\"/people/")
                .append(sql.key(row, 1))
                .append("\">")
                .append(escaped(row.getString(2)))
                .append(' ')
                .append(escaped(row.getString(3)))
                .append("</a> ")
                .append(row.getDate(4))
                .append(row.getDate(5)),
        file);
  }

  /** The newest part of each child, and what it said. */
  private static void lastSeen(Sql sql, StringBuilder page, UUID file) throws SQLException {
    Set<UUID> seen = new HashSet<>();
    sql.query(
        "SELECT c.CHILD, v.VISITED_ON, c.SEEN_ALONE, c.CHILD_VIEW FROM CASE_REGISTRY.VISIT v"
            + " JOIN CASE_REGISTRY.VISIT_CHILD c ON c.VISIT = v.ID WHERE v.FILE = ?"
            + " ORDER BY v.VISITED_ON DESC, v.ID DESC FETCH FIRST 6 ROWS ONLY",
        row -> {
          byte[] view = row.getBytes(4);
          return seen.add(sql.key(row, 1))
              ? page.append("<p>")
                  .append(row.getDate(2))
                  .append(row.getBoolean(3))
                  .append(view == null ? 0 : view.length)
              : page;
        },
        file);
  }
}
