package org.opora.benchmark.data;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.opora.benchmark.store.Dialect;

/** Rows of one table, written many at a time. Columns that are not named stay empty. */
final class Batch implements AutoCloseable {
  private final Dialect dialect;
  private final PreparedStatement statement;
  private final int width;
  private int waiting;

  Batch(Connection connection, Dialect dialect, String table, String columns) throws SQLException {
    this.dialect = dialect;
    width = columns.split(",").length;
    statement =
        connection.prepareStatement(
            "INSERT INTO "
                + table
                + " ("
                + columns
                + ") VALUES (?"
                + ", ?".repeat(width - 1)
                + ")");
  }

  void add(Object... values) throws SQLException {
    if (values.length != width) {
      throw new IllegalArgumentException(values.length + " values for " + width + " columns");
    }
    for (int at = 1; at <= width; at++) {
      set(at, values[at - 1]);
    }
    statement.addBatch();
    waiting++;
  }

  private void set(int at, Object value) throws SQLException {
    if (value == null) {
      statement.setObject(at, null);
    } else if (value instanceof UUID key) {
      dialect.set(statement, at, key);
    } else if (value instanceof String text) {
      statement.setString(at, text);
    } else if (value instanceof Integer number) {
      statement.setInt(at, number);
    } else if (value instanceof Boolean flag) {
      statement.setBoolean(at, flag);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(at, bytes);
    } else if (value instanceof LocalDate day) {
      statement.setDate(at, Date.valueOf(day));
    } else if (value instanceof LocalTime time) {
      statement.setTime(at, Time.valueOf(time));
    } else if (value instanceof LocalDateTime moment) {
      statement.setTimestamp(at, Timestamp.valueOf(moment));
    } else {
      throw new IllegalArgumentException("No column takes " + value);
    }
  }

  /** Rows that are not written yet. */
  int waiting() {
    return waiting;
  }

  void write() throws SQLException {
    statement.executeBatch();
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
