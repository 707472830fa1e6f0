package org.opora.benchmark.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL server of its own that writes through to the disk, as that of a centre must. */
public final class PostgresStore implements Store {
  private static final String USER = "postgres";
  private static final String DATABASE = "opora";
  private static final String KEPT = "opora_kept";

  private final Path data;
  private final Path password;
  private final EmbeddedPostgres server;
  private final String version;

  /**
   * @param data data folder of the product; not there yet
   */
  public PostgresStore(Path data) {
    this.data = data;
    try {
      Files.createDirectories(data.getParent());
      password = Files.writeString(data.resolveSibling("postgresql.password"), USER + "\n");
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "100")
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    version = ask("SHOW server_version");
    if (!ask("SHOW fsync").equals("on")) {
      throw new IllegalStateException("PostgreSQL does not write through to the disk");
    }
    command("CREATE DATABASE " + DATABASE);
  }

  @Override
  public String name() {
    return "PostgreSQL " + version;
  }

  @Override
  public Path data() {
    return data;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "OPORA_DB", url(),
        "OPORA_DB_USER", USER,
        "OPORA_DB_PASSWORD_FILE", password.toString());
  }

  @Override
  public String url() {
    return server(DATABASE);
  }

  private String server(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public Connection open() throws SQLException {
    return DriverManager.getConnection(url() + "?reWriteBatchedInserts=true", USER, USER);
  }

  @Override
  public void settle() throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE");
    }
  }

  @Override
  public void keep() {
    copy(DATABASE, KEPT);
  }

  @Override
  public void restore() {
    copy(KEPT, DATABASE);
  }

  private void copy(String from, String to) {
    command("DROP DATABASE IF EXISTS " + to + " WITH (FORCE)");
    command("CREATE DATABASE " + to + " TEMPLATE " + from);
    // Or the copy would be written while somebody is measured.
    command("CHECKPOINT");
  }

  private void command(String sql) {
    try (Connection connection = DriverManager.getConnection(server(USER), USER, USER);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private String ask(String sql) {
    try (Connection connection = DriverManager.getConnection(server(USER), USER, USER);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
