package org.opora.persistence.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** Derby as a guest in this process. */
final class DerbyEngine {
  private static final int PAGE_SIZE = 8192;
  private static final String IN_MEMORY = "memory:";

  /** Ways to a database that is no folder of its own, or only read. */
  private static final List<String> SUB_PROTOCOLS =
      List.of(IN_MEMORY, "jar:", "classpath:", "directory:");

  private DerbyEngine() {}

  /** Derby reads these when its engine starts, which is at the first connection. */
  static void configure(Path data) {
    // Pages of one fixed size and an eighth of the heap for them: the cache counts pages, not
    // bytes.
    long pages = Math.max(1000, Runtime.getRuntime().maxMemory() / 8 / PAGE_SIZE);
    Map.of(
            "derby.system.home",
            data.toString(),
            "derby.stream.error.file",
            data.resolve("derby.log").toString(),
            "derby.storage.pageSize",
            Integer.toString(PAGE_SIZE),
            "derby.storage.pageCacheSize",
            Long.toString(Math.min(pages, 100_000)),
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
  }

  /** Database name of a URL, attributes left out. */
  static String name(String url) {
    String name = url.substring("jdbc:derby:".length());
    int attributes = name.indexOf(';');
    return attributes < 0 ? name : name.substring(0, attributes);
  }

  /**
   * Where the database lies as a folder.
   *
   * @param data against which a name that is no whole path counts
   * @return null for one in memory, and wherever else Derby can read one
   */
  static Path folder(String url, Path data) {
    String name = name(url);
    return SUB_PROTOCOLS.stream().anyMatch(name::startsWith) ? null : data.resolve(name);
  }

  /** Derby hides the reason in a chain of its own beside the causes. */
  static boolean inUse(SQLException fault) {
    for (Throwable t : fault) {
      if (t instanceof SQLException e && "XSDB6".equals(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  static void shutDown(String url) {
    String name = name(url);
    end(name, "shutdown=true");
    if (name.startsWith(IN_MEMORY)) {
      end(name, "drop=true");
    }
  }

  /** Derby reports a shutdown that went well as an exception (08006). */
  private static void end(String name, String attributes) {
    EmbeddedDataSource source = new EmbeddedDataSource();
    source.setDatabaseName(name);
    source.setConnectionAttributes(attributes);
    try {
      source.getConnection().close();
    } catch (SQLException e) {
      if (!"08006".equals(e.getSQLState())
          && !"XJ004".equals(e.getSQLState())
          && !"XJ015".equals(e.getSQLState())) {
        throw new IllegalStateException("The database was not shut down in order", e);
      }
    }
  }
}
