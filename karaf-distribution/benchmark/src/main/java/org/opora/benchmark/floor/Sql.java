package org.opora.benchmark.floor;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.benchmark.store.Dialect;

/** Statements on one connection. */
final class Sql {
  private final Connection connection;
  private final Dialect dialect;

  Sql(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Makes something of a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String text, Reader<T> reader, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      set(statement, values);
      List<T> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    }
  }

  void update(String text, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      set(statement, values);
      statement.executeUpdate();
    }
  }

  /** The same statement for many rows at once. */
  void all(String text, List<Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (Object[] row : rows) {
        set(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  UUID key(ResultSet row, int at) throws SQLException {
    return dialect.key(row, at);
  }

  private void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int at = 1; at <= values.length; at++) {
      Object value = values[at - 1];
      if (value instanceof UUID key) {
        dialect.set(statement, at, key);
      } else if (value instanceof LocalDate day) {
        statement.setDate(at, Date.valueOf(day));
      } else if (value instanceof Instant moment) {
        statement.setTimestamp(at, Timestamp.from(moment));
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(at, bytes);
      } else if (value instanceof Integer number) {
        statement.setInt(at, number);
      } else if (value instanceof Boolean flag) {
        statement.setBoolean(at, flag);
      } else {
        statement.setString(at, (String) value);
      }
    }
  }
}
