package org.opora.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.opora.api.text.Text;

/** The database while it is open: one source of plain connections and two pools over it. */
public final class OpenDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 20;
  private static final int CONNECTIONS_ASIDE = 6;

  private final Settings settings;
  private final Dialect dialect;
  private final DataSource plain;
  private final HikariDataSource pool;
  private final HikariDataSource aside;
  private final String product;

  private OpenDatabase(Settings settings, Dialect dialect, DataSource plain) {
    this.settings = settings;
    this.dialect = dialect;
    this.plain = plain;
    this.product = productOf(plain);
    DataSource kept = dialect == Dialect.DERBY ? KeptStatements.over(plain) : plain;
    this.pool = pool("opora", kept, CONNECTIONS, 2);
    this.aside = pool("opora-aside", kept, CONNECTIONS_ASIDE, 0);
  }

  /**
   * Opens the database. One that is embedded and not there yet is unpacked where one was prepared,
   * and otherwise created.
   *
   * @throws DatabaseUnavailable when it cannot be opened
   */
  public static OpenDatabase open(Settings settings) {
    Dialect dialect = Dialect.of(settings.url());
    try {
      Files.createDirectories(settings.data());
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The data folder cannot be made: " + settings.data(), text("database.folder"), e);
    }
    try {
      return new OpenDatabase(
          settings,
          dialect,
          dialect == Dialect.DERBY
              ? derby(settings)
              : PostgresSource.at(settings.url(), settings.user(), settings.passwordFile()));
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The password file of the database cannot be read: " + settings.passwordFile(),
          text("database.password-file"),
          e);
    }
  }

  private static DataSource derby(Settings settings) {
    DerbyEngine.configure(settings.data());
    PreparedDatabase.moveIn(settings);
    EmbeddedDataSource source = new EmbeddedDataSource();
    source.setDatabaseName(DerbyEngine.name(settings.url()));
    source.setCreateDatabase("create");
    return source;
  }

  private static String productOf(DataSource source) {
    try (Connection c = source.getConnection()) {
      return c.getMetaData().getDatabaseProductName()
          + " "
          + c.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      if (DerbyEngine.inUse(e)) {
        throw new DatabaseUnavailable(
            "The data folder is in use by another running Opora; stop that one first",
            text("database.in-use"),
            e);
      }
      throw new DatabaseUnavailable(
          "The database does not answer: " + e.getMessage(), text("database.unavailable"), e);
    }
  }

  private static HikariDataSource pool(String name, DataSource source, int size, int idle) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(idle);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionTimeout(10_000);
    config.setInitializationFailTimeout(-1);
    config.setRegisterMbeans(false);
    return new HikariDataSource(config);
  }

  private static Text text(String key) {
    return Text.of("org.opora.persistence", key);
  }

  public Settings settings() {
    return settings;
  }

  public Dialect dialect() {
    return dialect;
  }

  public String product() {
    return product;
  }

  /** Connections that belong to no pool: for migrations, which leave traces on them. */
  public DataSource plain() {
    return plain;
  }

  public DataSource pool() {
    return pool;
  }

  /**
   * A second, small pool for threads that hold a connection of the first one already; without it,
   * as many of them as there are connections would wait for each other.
   */
  public DataSource aside() {
    return aside;
  }

  @Override
  public void close() {
    aside.close();
    pool.close();
    if (dialect == Dialect.DERBY) {
      DerbyEngine.shutDown(settings.url());
    }
  }
}
