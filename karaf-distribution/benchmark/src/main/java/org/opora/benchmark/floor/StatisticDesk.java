package org.opora.benchmark.floor;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.LocalDate;
import org.opora.benchmark.store.Dialect;

/**
 * What was done in a period: people once, events and minutes, by kind, by form of education, and of
 * all. Somebody who is two entries counts once here as well.
 */
final class StatisticDesk extends Desk {
  private static final long serialVersionUID = 1L;
  private static final String PERSON = "COALESCE(c.CANONICAL, e.PERSON)";
  private static final String FROM =
      " FROM CASE_REGISTRY.EVIDENCE e"
          + " LEFT JOIN ACCESS.CANONICAL_PERSON c ON c.PERSON = e.PERSON"
          + " WHERE e.HAPPENED_ON >= ? AND e.HAPPENED_ON <= ? AND e.OPENING_BALANCE = FALSE"
          + " AND e.KIND IN ('visit', 'education', 'respite')";
  private static final String MINUTES =
      "MAX(CASE WHEN e.UNIT = 'h' THEN e.QUANTITY * 60 WHEN e.UNIT = 'min' THEN e.QUANTITY ELSE 0 END)";

  StatisticDesk(HikariDataSource pool, Dialect dialect) {
    super(pool, dialect);
  }

  @Override
  String work(HttpServletRequest request, Sql sql, StringBuilder page) throws SQLException {
    LocalDate from = LocalDate.parse(request.getParameter("from"));
    LocalDate until = LocalDate.parse(request.getParameter("until"));
    for (String by : new String[] {"e.KIND", "e.FORM"}) {
      sql.query(
          "SELECT " + by + ", COUNT(DISTINCT " + PERSON + ")" + FROM + " GROUP BY " + by,
          row ->
              page.append("<tr><th>")
                  .append(row.getString(1))
                  .append("<td>")
                  .append(row.getLong(2)),
          from,
          until);
      sql.query(
          "SELECT x.G, COUNT(*), SUM(x.N) FROM (SELECT "
              + by
              + " AS G, e.SOURCE, "
              + MINUTES
              + " AS N"
              + FROM
              + " GROUP BY "
              + by
              + ", e.SOURCE) x GROUP BY x.G",
          row ->
              page.append("<tr><th>")
                  .append(row.getString(1))
                  .append("<td>")
                  .append(row.getLong(2))
                  .append("<td>")
                  .append(row.getLong(3)),
          from,
          until);
    }
    // One after the other: Derby counts one thing of which each is different, not two.
    for (String what : new String[] {PERSON, "e.SOURCE"}) {
      sql.query(
          "SELECT COUNT(DISTINCT " + what + ")" + FROM,
          row -> page.append("<p>").append(row.getLong(1)),
          from,
          until);
    }
    return null;
  }
}
