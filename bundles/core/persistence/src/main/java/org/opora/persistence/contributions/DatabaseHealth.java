package org.opora.persistence.contributions;

import java.util.Optional;
import java.util.function.Supplier;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.persistence.Database;
import org.opora.api.text.Text;
import org.opora.persistence.PersistenceModule;

/** Whether the database answers and every bundle has its tables. */
public final class DatabaseHealth implements HealthCheck {
  private final Database database;
  private final Text refusal;
  private final Supplier<Optional<Text>> brokenUnit;

  private DatabaseHealth(Database database, Text refusal, Supplier<Optional<Text>> brokenUnit) {
    this.database = database;
    this.refusal = refusal;
    this.brokenUnit = brokenUnit;
  }

  /**
   * @param brokenUnit why a unit has no tables, if there is one
   */
  public static DatabaseHealth of(Database database, Supplier<Optional<Text>> brokenUnit) {
    return new DatabaseHealth(database, null, brokenUnit);
  }

  /** The check of a house whose database was not opened. */
  public static DatabaseHealth closed(Text refusal) {
    return new DatabaseHealth(null, refusal, Optional::empty);
  }

  @Override
  public String id() {
    return "database";
  }

  @Override
  public boolean requiredForReady() {
    return true;
  }

  @Override
  public Result check() {
    if (database == null) {
      return new Result(Level.FAULT, refusal);
    }
    if (!database.healthy()) {
      return new Result(Level.FAULT, text("database.unavailable"));
    }
    return brokenUnit
        .get()
        .map(reason -> new Result(Level.WARNING, reason))
        .orElseGet(() -> new Result(Level.OK, text("database.ok", database.product())));
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(PersistenceModule.ORIGIN, key, arguments);
  }
}
