package org.opora.persistence.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import org.opora.api.persistence.Database;

/** {@link Database} of an open database. */
public record HouseDatabase(OpenDatabase open) implements Database {
  private static final int PATIENCE_SECONDS = 2;

  @Override
  public String product() {
    return open.product();
  }

  @Override
  public boolean healthy() {
    try (Connection c = open.pool().getConnection()) {
      return c.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void copyTo(Path folder) {
    try {
      Files.createDirectories(folder);
      switch (open.dialect()) {
        case DERBY -> derbyCopy(folder);
        case POSTGRESQL -> new PostgresCopy(open.plain()).write(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The database was not copied", e);
    }
  }

  /** Writers go on; a transaction that is open ends up in the copy as rolled back. */
  private void derbyCopy(Path folder) throws SQLException {
    try (Connection c = open.plain().getConnection();
        CallableStatement call = c.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
      call.setString(1, folder.toString());
      call.execute();
    }
  }

  @Override
  public Connection connection() throws SQLException {
    return open.pool().getConnection();
  }

  @Override
  public Path dataFolder() {
    return open.settings().data();
  }

  @Override
  public Path keyFolder() {
    return open.settings().keys();
  }
}
