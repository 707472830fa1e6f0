package org.opora.benchmark.floor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The pool over the product's database, with the product's own settings. */
final class Pool {
  private static final int CONNECTIONS = 20;

  private Pool() {}

  /**
   * @param user null where the database asks nobody
   */
  static HikariDataSource over(String url, String user) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(url.startsWith("jdbc:derby:") ? derby(url) : postgresql(url, user));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setAutoCommit(false);
    return new HikariDataSource(config);
  }

  private static DataSource derby(String url) {
    String folder = url.substring("jdbc:derby:".length());
    long pages = Math.max(1_000, Runtime.getRuntime().maxMemory() / 8 / 8_192);
    Map.of(
            "derby.stream.error.file",
            Path.of(folder).resolveSibling("floor.log").toString(),
            "derby.storage.pageSize",
            "8192",
            "derby.storage.pageCacheSize",
            Long.toString(pages),
            "derby.language.statementCacheSize",
            "1000",
            "derby.language.tableDescriptorCacheSize",
            "500",
            "derby.locks.escalationThreshold",
            "100000",
            "derby.locks.waitTimeout",
            "5",
            "derby.locks.deadlockTimeout",
            "1")
        .forEach(System::setProperty);
    EmbeddedDataSource source = new EmbeddedDataSource();
    source.setDatabaseName(folder);
    return source;
  }

  private static DataSource postgresql(String url, String user) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    return source;
  }
}
