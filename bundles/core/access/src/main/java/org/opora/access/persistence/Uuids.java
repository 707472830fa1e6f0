package org.opora.access.persistence;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.UUID;

/** Keys and days in hand-written SQL: a type of their own where the database has one. */
public final class Uuids {
  private Uuids() {}

  /** Whether this database has a type for keys. */
  public static boolean nativeIn(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  public static void set(PreparedStatement statement, int at, UUID id, boolean nativeType)
      throws SQLException {
    if (nativeType) {
      statement.setObject(at, id, Types.OTHER);
    } else if (id == null) {
      statement.setNull(at, Types.BINARY);
    } else {
      statement.setBytes(
          at,
          ByteBuffer.allocate(16)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .array());
    }
  }

  /** A day; where the database has the type, without the calendars that make a day of a moment. */
  static void set(PreparedStatement statement, int at, LocalDate day, boolean nativeType)
      throws SQLException {
    if (nativeType) {
      statement.setObject(at, day);
    } else {
      statement.setDate(at, Date.valueOf(day));
    }
  }

  public static UUID get(ResultSet row, int at) throws SQLException {
    Object value = row.getObject(at);
    if (value == null || value instanceof UUID) {
      return (UUID) value;
    }
    ByteBuffer bytes = ByteBuffer.wrap((byte[]) value);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
