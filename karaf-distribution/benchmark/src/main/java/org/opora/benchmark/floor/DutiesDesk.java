package org.opora.benchmark.floor;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.benchmark.store.Dialect;

/** When the next visit is due, for everybody in the families of one key worker. */
final class DutiesDesk extends Desk {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;
  private static final String OWN =
      " FROM ACCESS.RELATION r JOIN CASE_REGISTRY.CASE_FILE f ON f.ID = r.SUBJECT"
          + " JOIN CASE_REGISTRY.AGREEMENT a ON a.FILE = f.ID";
  private static final String TODAY =
      " WHERE r.STAFF = ? AND r.SINCE <= ? AND (r.UNTIL_DAY IS NULL OR r.UNTIL_DAY >= ?)"
          + " AND a.CONCLUDED_ON <= ? AND (a.ENDED_ON IS NULL OR a.ENDED_ON >= ?)";

  DutiesDesk(HikariDataSource pool, Dialect dialect) {
    super(pool, dialect);
  }

  private record Line(UUID file, String number, UUID person, String name, LocalDate from) {}

  private record Due(Line line, LocalDate by) {}

  @Override
  String work(HttpServletRequest request, Sql sql, StringBuilder page) throws SQLException {
    UUID staff = UUID.fromString(request.getParameter("staff"));
    Date today = Date.valueOf(LocalDate.now());
    LocalDate day = today.toLocalDate();
    List<Line> lines = new ArrayList<>();
    lines.addAll(people(sql, "FILE_CARER", "PERSON", staff, day));
    lines.addAll(people(sql, "PLACEMENT", "CHILD", staff, day));
    Map<String, LocalDate> last = new HashMap<>();
    sql.query(
        "SELECT e.FILE, e.PERSON, MAX(e.HAPPENED_ON) FROM ACCESS.RELATION r JOIN CASE_REGISTRY.EVIDENCE e ON e.FILE = r.SUBJECT"
            + " WHERE r.STAFF = ? AND r.SINCE <= ? AND (r.UNTIL_DAY IS NULL OR r.UNTIL_DAY >= ?) AND e.KIND = 'visit'"
            + " GROUP BY e.FILE, e.PERSON",
        row -> last.put(sql.key(row, 1) + " " + sql.key(row, 2), row.getDate(3).toLocalDate()),
        staff,
        day,
        day);
    lines.stream()
        .map(
            line ->
                new Due(
                    line,
                    last.getOrDefault(line.file() + " " + line.person(), line.from())
                        .plusMonths(2)))
        .sorted(Comparator.comparing(Due::by).thenComparing(due -> due.line().number()))
        .limit(PAGE)
        .forEach(due -> write(page, due, day));
    return null;
  }

  private static List<Line> people(Sql sql, String table, String person, UUID staff, LocalDate day)
      throws SQLException {
    return sql.query(
        "SELECT f.ID, f.FILE_NUMBER, p.ID, p.GIVEN, p.FAMILY, a.CONCLUDED_ON, t.SINCE_DAY"
            + OWN
            + " JOIN CASE_REGISTRY."
            + table
            + " t ON t.FILE = f.ID JOIN CASE_REGISTRY.PERSON p ON p.ID = t."
            + person
            + TODAY,
        row -> {
          LocalDate concluded = row.getDate(6).toLocalDate();
          LocalDate since = row.getDate(7).toLocalDate();
          return new Line(
              sql.key(row, 1),
              row.getString(2),
              sql.key(row, 3),
              row.getString(4) + " " + row.getString(5),
              since.isAfter(concluded) ? since : concluded);
        },
        staff,
        day,
        day,
        day,
        day);
  }

  private static void write(StringBuilder page, Due due, LocalDate today) {
    page.append("<li><a href=\"/files/")
        .append(due.line().file())
        .append("\">")
        .append(escaped(due.line().number()))
        .append("</a> ")
        .append(escaped(due.line().name()))
        .append(' ')
        .append(due.by())
        .append(today.isAfter(due.by()) ? " overdue" : " ok");
  }
}
