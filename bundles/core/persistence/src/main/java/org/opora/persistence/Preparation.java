package org.opora.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.opora.persistence.database.FirstDay;
import org.opora.persistence.database.OpenDatabase;
import org.opora.persistence.database.PackedDatabase;
import org.opora.persistence.database.Settings;
import org.opora.persistence.migration.Migrations;
import org.opora.persistence.migration.Scripts;

/**
 * Makes the empty database that comes with the product, while the product is built: by the
 * migrations that would otherwise run at the first start, and without keys.
 *
 * @param own scripts of this bundle
 * @param bundles tables of those that start with the house, in their order
 */
public record Preparation(Scripts own, List<Tables> bundles) {

  /**
   * The tables of one bundle.
   *
   * @param unit see {@link org.opora.api.persistence.spi.Schema#unit()}
   */
  public record Tables(String unit, Scripts scripts) {}

  /**
   * Applies all scripts and packs the result.
   *
   * @param folder to work in; not there yet
   * @return how many were applied
   */
  public int pack(Path folder, Path archive) throws IOException, SQLException {
    int applied;
    List<String> firstDay;
    try (OpenDatabase database = open(folder, null)) {
      LocalDateTime begun = LocalDateTime.now();
      applied = migrate(database);
      try (Connection connection = database.plain().getConnection()) {
        firstDay = FirstDay.statements(connection, begun, LocalDateTime.now());
      }
    }
    new PackedDatabase(archive).pack(place(folder), firstDay);
    return applied;
  }

  /**
   * How many scripts a first start with this archive would still apply; all of them if it could not
   * be used.
   *
   * @param folder to work in; not there yet
   * @throws org.opora.persistence.migration.MigrationRefused when they do not fit each other
   */
  public int missing(Path folder, Path archive) {
    try (OpenDatabase database = open(folder, archive)) {
      return migrate(database);
    }
  }

  private int migrate(OpenDatabase database) {
    Migrations migrations = new Migrations(database);
    int applied = migrations.migrate(Foundation.OWN_UNIT, own);
    for (Tables each : bundles) {
      applied += migrations.migrate(each.unit(), each.scripts());
    }
    return applied;
  }

  private static OpenDatabase open(Path folder, Path prepared) {
    return OpenDatabase.open(
        new Settings(
            folder, folder.resolve("keys"), "jdbc:derby:" + place(folder), null, null, prepared));
  }

  private static Path place(Path folder) {
    return folder.toAbsolutePath().resolve("db");
  }
}
