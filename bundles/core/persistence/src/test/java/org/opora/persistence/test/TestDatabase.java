package org.opora.persistence.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.opora.api.persistence.Changes;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.Foundation;
import org.opora.persistence.migration.Scripts;
import org.opora.persistence.unit.Unit;

/**
 * A real database for one test class, with the real migrations and the real units: Derby in memory,
 * or PostgreSQL. Close it at the end.
 */
public final class TestDatabase implements AutoCloseable {
  /** The databases of the house. */
  public enum Product {
    DERBY,
    POSTGRESQL
  }

  private final Path folder;
  private final Foundation foundation;
  private final Map<String, Unit> units = new HashMap<>();

  private TestDatabase(Path folder, Foundation foundation) {
    this.folder = folder;
    this.foundation = foundation;
  }

  /** Derby in memory. */
  public static TestDatabase open(Schema... schemas) {
    return open(Product.DERBY, schemas);
  }

  /** A fresh database with these schemas, in this order. */
  public static TestDatabase open(Product product, Schema... schemas) {
    Objects.requireNonNull(product, "the database is not known yet");
    try {
      Path folder = Files.createTempDirectory("opora-test-");
      TestDatabase database =
          new TestDatabase(
              folder,
              schemas.length == 0
                  ? Template.lay(folder, Template.empty(product))
                  : Template.of(product, schemas).copy(folder));
      for (Schema schema : schemas) {
        database.add(schema);
      }
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Migrates and opens one more unit; its scripts lie beside the class of the schema. */
  public Transactions add(Schema schema) {
    return add(schema, Scripts.beside(schema.getClass()));
  }

  /** The same with scripts from elsewhere. */
  public Transactions add(Schema schema, Scripts scripts) {
    Class<?> type = schema.getClass();
    Unit unit =
        foundation.add(
            schema,
            scripts,
            type.getClassLoader(),
            type.getProtectionDomain().getCodeSource().getLocation());
    units.put(unit.name(), unit);
    return unit.transactions();
  }

  /** Closes one unit, as when its bundle leaves. */
  public boolean remove(String unit) {
    return foundation.remove(units.remove(unit));
  }

  /**
   * @throws IllegalArgumentException when there is no such unit
   */
  public Transactions transactions(String unit) {
    Unit found = units.get(unit);
    if (found == null) {
      throw new IllegalArgumentException("No unit " + unit);
    }
    return found.transactions();
  }

  public Keys keys() {
    return foundation.keys();
  }

  public Changes changes() {
    return foundation.scopes().writes();
  }

  public Foundation foundation() {
    return foundation;
  }

  /** A folder of this database alone, removed at the end. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    foundation.close();
    Folders.delete(folder);
  }
}
