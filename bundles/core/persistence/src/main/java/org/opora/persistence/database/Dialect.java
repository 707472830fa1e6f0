package org.opora.persistence.database;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What differs between the two databases. */
public enum Dialect {
  DERBY(
      "Derby",
      Map.of(
          "uuid", "CHAR(16) FOR BIT DATA",
          "bytes", "VARCHAR(32672) FOR BIT DATA",
          "blob", "BLOB",
          "instant", "TIMESTAMP",
          "text", "CLOB"),
      // deadlock; lock time-out; lock time-out with a dump of the lock table
      Set.of("40001", "40XL1", "40XL2")),
  POSTGRESQL(
      "PostgreSQL",
      Map.of(
          "uuid", "uuid",
          "bytes", "bytea",
          "blob", "bytea",
          "instant", "timestamp",
          "text", "text"),
      // serialization failure; deadlock; lock not available (lock_timeout)
      Set.of("40001", "40P01", "55P03"));

  private final String product;
  private final Map<String, String> types;
  private final Set<String> transientStates;

  Dialect(String product, Map<String, String> types, Set<String> transientStates) {
    this.product = product;
    this.types = types;
    this.transientStates = transientStates;
  }

  /**
   * @throws IllegalArgumentException for any other database
   */
  public static Dialect of(String url) {
    if (url.startsWith("jdbc:derby:")) {
      return DERBY;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "opora.db names neither a Derby nor a PostgreSQL database: " + url);
  }

  public String product() {
    return product;
  }

  /** Folder of the migrations that exist for this database only. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Types that migrations name as {@code ${uuid}} and so on. */
  public Map<String, String> types() {
    return types;
  }

  /** A name as the database stores it when it is written without quotes. */
  public String stored(String name) {
    return this == DERBY ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
  }

  /** Name of the SQL schema of a unit, as the database stores it. */
  public String schema(String unit) {
    return stored(unit.replace('-', '_'));
  }

  /**
   * Whether what is looked up for one purpose is one transaction. Derby tidies up all statements
   * that a connection keeps at every end of one, and a page asks a dozen times; PostgreSQL ends it
   * with the statement's own answer, and would have to be told by one message more. Either way each
   * statement sees what is committed when it begins.
   */
  public boolean looksInOneTransaction() {
    return this == DERBY;
  }

  /** Whether the same work may well succeed when it is tried again. */
  public boolean isTransient(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof SQLException e
          && e.getSQLState() != null
          && transientStates.contains(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether all connections were taken for as long as somebody waits for one. A database that does
   * not answer is another matter, and stands behind the fault as its cause.
   */
  public static boolean nothingFree(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof SQLTransientConnectionException && t.getCause() == null) {
        return true;
      }
    }
    return false;
  }

  /** What the database called it; null when it did not say. */
  public static String state(Throwable fault) {
    String state = null;
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && e.getSQLState() != null) {
        state = e.getSQLState();
      }
    }
    return state;
  }

  /** Reads a key in hand-written SQL. */
  public UUID get(ResultSet row, int index) throws SQLException {
    if (this == POSTGRESQL) {
      return row.getObject(index, UUID.class);
    }
    ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(index));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** Sets a key in hand-written SQL. */
  public void set(PreparedStatement statement, int index, UUID key) throws SQLException {
    if (this == POSTGRESQL) {
      statement.setObject(index, key);
    } else {
      statement.setBytes(
          index,
          ByteBuffer.allocate(16)
              .putLong(key.getMostSignificantBits())
              .putLong(key.getLeastSignificantBits())
              .array());
    }
  }
}
