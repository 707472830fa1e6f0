package org.opora.persistence.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.Foundation;
import org.opora.persistence.database.Settings;
import org.opora.persistence.migration.Scripts;
import org.opora.persistence.test.TestDatabase.Product;

/**
 * A database with the tables of some schemas and nothing in them, made once for the whole test run
 * by the real migrations. Each test class works on a copy: copying takes a tenth of the time that
 * some seventy scripts take. The copy is opened as any other database, so its scripts are compared
 * with what was applied, and the key folder with its proof.
 */
final class Template {
  private static final Map<Signature, Template> MADE = new ConcurrentHashMap<>();

  private final Product product;
  private final Path folder;
  private final String source;

  private record Signature(Product product, List<String> schemas) {}

  private Template(Product product, Schema... schemas) throws IOException {
    this.product = product;
    this.folder = Files.createTempDirectory("opora-template-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
    String url = empty(product);
    Foundation foundation = lay(folder, url);
    try {
      for (Schema schema : schemas) {
        foundation.add(
            schema,
            Scripts.beside(schema.getClass()),
            schema.getClass().getClassLoader(),
            schema.getClass().getProtectionDomain().getCodeSource().getLocation());
      }
      this.source = product == Product.DERBY ? saved(url, folder.resolve("backup")) : url;
    } finally {
      foundation.close();
    }
  }

  /** The template of these schemas, which is made for the first who asks. */
  static Template of(Product product, Schema... schemas) {
    return MADE.computeIfAbsent(
        new Signature(
            product, Stream.of(schemas).map(s -> s.getClass().getName() + s.unit()).toList()),
        signature -> {
          try {
            return new Template(product, schemas);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A new database without any table. */
  static String empty(Product product) {
    return product == Product.DERBY
        ? "jdbc:derby:memory:" + UUID.randomUUID()
        : PostgresServer.newDatabase();
  }

  /** Opens a house in this folder. */
  static Foundation lay(Path folder, String url) {
    return Foundation.lay(
        new Settings(folder.resolve("data"), folder.resolve("keys"), url, null, null),
        Scripts.beside(Foundation.class));
  }

  /** A copy of the database and of its keys, opened in this folder. */
  Foundation copy(Path target) throws IOException {
    for (String part : List.of("data", "keys")) {
      Folders.copy(folder.resolve(part), target.resolve(part));
    }
    return lay(target, product == Product.DERBY ? restored() : PostgresServer.copyOf(source));
  }

  private static String saved(String url, Path backup) {
    try (Connection c = DriverManager.getConnection(url);
        CallableStatement save = c.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
      save.setString(1, backup.toString());
      save.execute();
      return backup.resolve(url.substring(url.lastIndexOf(':') + 1)).toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String restored() {
    String url = empty(product);
    try {
      DriverManager.getConnection(url + ";createFrom=" + source).close();
      return url;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
