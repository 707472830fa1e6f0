package org.opora.persistence.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What scripts wrote of the moment at which they ran, such as the day since which a centre works
 * here. In a house it is the moment of its first start, not that of the build, so it is written
 * anew there. Such columns are found by what stands in them: nobody has to think of a list.
 */
public final class FirstDay {
  /** Which scripts were applied when: it was then. */
  private static final String HISTORY = Dialect.DERBY.stored("schema_history");

  private final Connection connection;
  private final Timestamp begun;
  private final Timestamp ended;

  private FirstDay(Connection connection, LocalDateTime begun, LocalDateTime ended) {
    this.connection = connection;
    this.begun = Timestamp.valueOf(begun);
    this.ended = Timestamp.valueOf(ended);
  }

  /**
   * The statements that put the day and the moment at which they run in the place of those at which
   * the scripts ran.
   *
   * @param begun before the first script ran, by the clock of this machine
   * @param ended after the last one
   */
  public static List<String> statements(
      Connection connection, LocalDateTime begun, LocalDateTime ended) throws SQLException {
    return new FirstDay(connection, begun, ended).statements();
  }

  private List<String> statements() throws SQLException {
    List<String> statements = new ArrayList<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet tables = data.getTables(null, null, "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        if (!HISTORY.equals(tables.getString("TABLE_NAME"))) {
          add(statements, tables.getString("TABLE_SCHEM"), tables.getString("TABLE_NAME"));
        }
      }
    }
    return statements;
  }

  private void add(List<String> statements, String schema, String table) throws SQLException {
    try (ResultSet columns = connection.getMetaData().getColumns(null, schema, table, "%")) {
      while (columns.next()) {
        String column = '"' + columns.getString("COLUMN_NAME") + '"';
        String place = '"' + schema + "\".\"" + table + '"';
        int type = columns.getInt("DATA_TYPE");
        if (type == Types.DATE) {
          add(statements, place, column, "CURRENT_DATE", "DATE('%1$tF')", "DATE('%2$tF')");
        } else if (type == Types.TIMESTAMP) {
          add(
              statements,
              place,
              column,
              "CURRENT_TIMESTAMP",
              "TIMESTAMP('%1$tF %1$tT')",
              "TIMESTAMP('%2$tF %2$tT.999')");
        }
      }
    }
  }

  private void add(
      List<String> statements, String table, String column, String now, String from, String to)
      throws SQLException {
    String where =
        String.format(
            Locale.ROOT, " WHERE " + column + " BETWEEN " + from + " AND " + to, begun, ended);
    try (PreparedStatement count =
            connection.prepareStatement("SELECT COUNT(*) FROM " + table + where);
        ResultSet rows = count.executeQuery()) {
      rows.next();
      if (rows.getInt(1) > 0) {
        statements.add("UPDATE " + table + " SET " + column + " = " + now + where);
      }
    }
  }
}
