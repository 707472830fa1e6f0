package org.opora.benchmark.store;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** How keys travel. */
public enum Dialect {
  DERBY,
  POSTGRESQL;

  public static Dialect of(String url) {
    return url.startsWith("jdbc:derby:") ? DERBY : POSTGRESQL;
  }

  public void set(PreparedStatement statement, int at, UUID key) throws SQLException {
    if (this == POSTGRESQL) {
      statement.setObject(at, key);
    } else {
      statement.setBytes(
          at,
          ByteBuffer.allocate(16)
              .putLong(key.getMostSignificantBits())
              .putLong(key.getLeastSignificantBits())
              .array());
    }
  }

  public UUID key(ResultSet row, int at) throws SQLException {
    if (this == POSTGRESQL) {
      return row.getObject(at, UUID.class);
    }
    ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(at));
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
