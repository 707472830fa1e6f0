package org.opora.persistence.migration;

import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.opora.api.text.Text;
import org.opora.persistence.database.OpenDatabase;
import org.opora.persistence.migration.MigrationRefused.Ground;

/**
 * Brings the schema of a unit to the state that its scripts describe, and refuses what it cannot
 * explain.
 */
public final class Migrations {
  private final OpenDatabase database;

  public Migrations(OpenDatabase database) {
    this.database = database;
  }

  /**
   * @return how many scripts were applied
   * @throws MigrationRefused and leaves the schema at the last script that went through
   */
  public int migrate(String unit, Scripts scripts) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Flyway looks for its parts through the context class loader.
    thread.setContextClassLoader(Flyway.class.getClassLoader());
    try {
      Flyway flyway = flyway(unit, scripts);
      try {
        return flyway.migrate().migrationsExecuted;
      } catch (FlywayValidateException e) {
        throw invalid(unit, flyway, e);
      }
    } catch (FlywayException e) {
      throw new MigrationRefused(
          Ground.FAILED, text("migration.failed", unit), "Migration of " + unit + " failed", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Flyway flyway(String unit, Scripts scripts) {
    String schema = database.dialect().schema(unit);
    return new FluentConfiguration(Flyway.class.getClassLoader())
        .loggers(QuietLog.class.getName())
        .dataSource(database.plain())
        .defaultSchema(schema)
        .schemas(schema)
        .createSchemas(true)
        .table(database.dialect().stored("schema_history"))
        .ignoreMigrationPatterns(new ValidatePattern[0])
        .outOfOrder(false)
        .cleanDisabled(true)
        .validateMigrationNaming(true)
        .placeholders(database.dialect().types())
        .resourceProvider(new ScriptResources(scripts.of(database.dialect())))
        .javaMigrationClassProvider(List::of)
        .load();
  }

  private static MigrationRefused invalid(String unit, Flyway flyway, FlywayValidateException e) {
    for (ValidateOutput fault : flyway.validateWithResult().invalidMigrations) {
      if (fault.errorDetails.errorCode == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED) {
        return new MigrationRefused(
            Ground.NEWER,
            text("migration.newer", unit, fault.version),
            String.format(
                Locale.ROOT,
                "The tables of %s are at version %s, which this bundle does not know",
                unit,
                fault.version),
            e);
      }
    }
    return new MigrationRefused(
        Ground.CHANGED,
        text("migration.changed", unit),
        "A migration of " + unit + " was changed after it had been applied",
        e);
  }

  private static Text text(String key, Object... arguments) {
    return Text.of("org.opora.persistence", key, arguments);
  }
}
