package org.opora.itest.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Which scripts have made the tables of a database, and when. */
public final class AppliedScripts {
  private static final String FOLDER = "db";

  private AppliedScripts() {}

  /**
   * By schema, in their order.
   *
   * @param database its folder, which nobody has open
   */
  public static Map<String, List<String>> to(Path database) throws IOException {
    Map<String, List<String>> applied = new TreeMap<>();
    try (Connection connection = ShippedEngine.open(database);
        Statement statement = connection.createStatement()) {
      for (String schema : schemas(statement)) {
        String sql =
            "SELECT \"script\", \"installed_on\" FROM \"%s\".SCHEMA_HISTORY ORDER BY \"installed_rank\"";
        List<String> scripts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql.formatted(schema))) {
          while (rows.next()) {
            scripts.add(rows.getString(1) + " " + rows.getString(2));
          }
        }
        applied.put(schema, scripts);
      }
      return applied;
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static List<String> schemas(Statement statement) throws SQLException {
    List<String> schemas = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT s.SCHEMANAME FROM SYS.SYSTABLES t JOIN SYS.SYSSCHEMAS s ON s.SCHEMAID = t.SCHEMAID"
                + " WHERE t.TABLENAME = 'SCHEMA_HISTORY'")) {
      while (rows.next()) {
        schemas.add(rows.getString(1));
      }
    }
    return schemas;
  }

  /**
   * The same of the database that a product comes with.
   *
   * @param place where it may be unpacked
   */
  public static Map<String, List<String>> toPacked(Path archive, Path place) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path target = place.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
          }
        }
      }
    }
    return to(place.resolve(FOLDER));
  }
}
