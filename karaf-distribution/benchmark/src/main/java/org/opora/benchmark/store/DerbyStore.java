package org.opora.benchmark.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The embedded database, which one process at a time can open. */
public final class DerbyStore implements Store {
  private static final String SHUT_DOWN = "08006";
  private final Path data;
  private String version = "Derby";

  /**
   * @param data data folder of the product; not there yet
   */
  public DerbyStore(Path data) {
    this.data = data;
    // The engine of this process fills tables and need not survive a power cut.
    System.setProperty("derby.system.durability", "test");
    System.setProperty("derby.storage.pageCacheSize", "30000");
    System.setProperty("derby.stream.error.file", data + ".fill.log");
  }

  @Override
  public String name() {
    return version;
  }

  @Override
  public Path data() {
    return data;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public String url() {
    return "jdbc:derby:" + data.resolve("db");
  }

  @Override
  public String user() {
    return null;
  }

  @Override
  public Connection open() throws SQLException {
    return DriverManager.getConnection(url());
  }

  @Override
  public void settle() throws SQLException {
    try (Connection connection = open()) {
      version = "Derby " + connection.getMetaData().getDatabaseProductVersion().split(" ")[0];
      for (String[] table : tables(connection)) {
        try (PreparedStatement update =
            connection.prepareStatement("CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS(?, ?, NULL)")) {
          update.setString(1, table[0]);
          update.setString(2, table[1]);
          update.execute();
        }
      }
    }
    try {
      DriverManager.getConnection(url() + ";shutdown=true").close();
    } catch (SQLException end) {
      if (!SHUT_DOWN.equals(end.getSQLState())) {
        throw end;
      }
    }
  }

  private static List<String[]> tables(Connection connection) throws SQLException {
    List<String[]> tables = new ArrayList<>();
    try (PreparedStatement all =
            connection.prepareStatement(
                "SELECT s.SCHEMANAME, t.TABLENAME FROM SYS.SYSTABLES t JOIN SYS.SYSSCHEMAS s ON s.SCHEMAID = t.SCHEMAID"
                    + " WHERE s.SCHEMANAME IN ('ACCESS', 'CASE_REGISTRY', 'COURSE') AND t.TABLETYPE = 'T'");
        ResultSet rows = all.executeQuery()) {
      while (rows.next()) {
        tables.add(new String[] {rows.getString(1), rows.getString(2)});
      }
    }
    return tables;
  }

  @Override
  public void keep() {
    Folders.copy(data.resolve("db"), kept());
  }

  @Override
  public void restore() {
    Folders.copy(kept(), data.resolve("db"));
  }

  private Path kept() {
    return data.resolveSibling(data.getFileName() + ".kept");
  }

  @Override
  public void close() {
    Folders.delete(data.resolve("db"));
    Folders.delete(kept());
  }
}
