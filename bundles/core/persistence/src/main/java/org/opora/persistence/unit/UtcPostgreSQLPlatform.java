package org.opora.persistence.unit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;

/**
 * PostgreSQL as EclipseLink speaks it, except that moments are kept in UTC (see {@link UtcMoments})
 * and that a key may be null.
 */
public final class UtcPostgreSQLPlatform extends PostgreSQLPlatform {
  private static final long serialVersionUID = 1L;

  @Override
  public void setParameterValueInDatabaseCall(
      Object parameter, PreparedStatement statement, int index, AbstractSession session)
      throws SQLException {
    if (parameter instanceof Instant moment) {
      UtcMoments.set(statement, index, moment);
    } else {
      super.setParameterValueInDatabaseCall(parameter, statement, index, session);
    }
  }

  @Override
  public Object getObjectFromResultSet(
      ResultSet rows, int column, int type, AbstractSession session) throws SQLException {
    return type == Types.TIMESTAMP
        ? UtcMoments.get(rows, column)
        : super.getObjectFromResultSet(rows, column, type, session);
  }

  /** The type of a NULL: PostgreSQL takes no text for a key, not even none. */
  @Override
  public int getJDBCType(Class<?> javaType) {
    return javaType == UUID.class ? Types.OTHER : super.getJDBCType(javaType);
  }
}
