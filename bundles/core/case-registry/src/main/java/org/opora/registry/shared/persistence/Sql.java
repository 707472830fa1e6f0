package org.opora.registry.shared.persistence;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Hand-written statements on the connection of the unit, for the few reads that everybody waits for
 * all day. Within a transaction the unit writes first what it has not written yet, as it does
 * before its own queries.
 */
public final class Sql {
  private Sql() {}

  /** Makes a record of a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public static <T> List<T> query(EntityManager em, Clause clause, Reader<T> reader) {
    if (em.isJoinedToTransaction()) {
      em.flush();
    }
    Connection connection = em.unwrap(Connection.class);
    try (PreparedStatement statement = connection.prepareStatement(clause.text())) {
      bind(connection, statement, clause);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused to read", e);
    }
  }

  /** Changes rows within the database, for what would be many records otherwise. */
  public static int change(EntityManager em, Clause clause) {
    em.flush();
    Connection connection = em.unwrap(Connection.class);
    try (PreparedStatement statement = connection.prepareStatement(clause.text())) {
      bind(connection, statement, clause);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused to write", e);
    }
  }

  private static void bind(Connection connection, PreparedStatement statement, Clause clause)
      throws SQLException {
    boolean nativeTypes = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    for (int i = 0; i < clause.values().size(); i++) {
      bind(statement, i + 1, clause.values().get(i), nativeTypes);
    }
  }

  /** How many days lie between two columns of days; databases call it differently. */
  public static String daysBetween(EntityManager em, String from, String until) {
    try {
      return em.unwrap(Connection.class).getMetaData().getDatabaseProductName().equals("PostgreSQL")
          ? "(" + until + " - " + from + ")"
          : "{fn TIMESTAMPDIFF(SQL_TSI_DAY, " + from + ", " + until + ")}";
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not say what it is", e);
    }
  }

  private static void bind(PreparedStatement statement, int at, Object value, boolean nativeTypes)
      throws SQLException {
    if (value instanceof UUID key) {
      if (nativeTypes) {
        statement.setObject(at, key, Types.OTHER);
      } else {
        statement.setBytes(at, bytes(key));
      }
    } else if (value instanceof LocalDate day) {
      if (nativeTypes) {
        // Without the calendars that turn a moment into a day.
        statement.setObject(at, day);
      } else {
        statement.setDate(at, Date.valueOf(day));
      }
    } else if (value instanceof Integer number) {
      statement.setInt(at, number);
    } else if (value instanceof Long number) {
      statement.setLong(at, number);
    } else {
      statement.setString(at, (String) value);
    }
  }

  private static byte[] bytes(UUID key) {
    return ByteBuffer.allocate(16)
        .putLong(key.getMostSignificantBits())
        .putLong(key.getLeastSignificantBits())
        .array();
  }

  /** A key; null when there is none. */
  public static UUID key(ResultSet row, int at) throws SQLException {
    Object value = row.getObject(at);
    if (value == null || value instanceof UUID) {
      return (UUID) value;
    }
    ByteBuffer bytes = ByteBuffer.wrap((byte[]) value);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** A day; null when there is none. */
  public static LocalDate day(ResultSet row, int at) throws SQLException {
    Date day = row.getDate(at);
    return day == null ? null : day.toLocalDate();
  }
}
