package org.opora.persistence.unit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.TimeZone;

/**
 * Columns without a zone hold UTC. JDBC would write the wall clock of the machine, which has every
 * year an hour that happens twice and one that never happens.
 */
final class UtcMoments {
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private UtcMoments() {}

  static void set(PreparedStatement statement, int index, Instant moment) throws SQLException {
    statement.setTimestamp(index, Timestamp.from(moment), Calendar.getInstance(UTC));
  }

  static Timestamp get(ResultSet rows, int column) throws SQLException {
    return rows.getTimestamp(column, Calendar.getInstance(UTC));
  }
}
