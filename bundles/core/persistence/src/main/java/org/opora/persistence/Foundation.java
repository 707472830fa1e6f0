package org.opora.persistence;

import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.MasterKeys;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.database.OpenDatabase;
import org.opora.persistence.database.Settings;
import org.opora.persistence.keys.HouseKeys;
import org.opora.persistence.keys.HouseMaster;
import org.opora.persistence.keys.KeyFolder;
import org.opora.persistence.keys.MasterKey;
import org.opora.persistence.keys.SealedKeys;
import org.opora.persistence.migration.Migrations;
import org.opora.persistence.migration.Scripts;
import org.opora.persistence.unit.Scopes;
import org.opora.persistence.unit.Unit;
import org.opora.persistence.unit.UnitBuilder;

/**
 * Everything this bundle does, put together without a framework: the framework's part only calls
 * it.
 */
public final class Foundation implements AutoCloseable {
  static final String OWN_UNIT = "house";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OpenDatabase database;
  private final Migrations migrations;
  private final Scopes scopes;
  private final UnitBuilder builder;
  private final Keys keys;
  private final MasterKeys masterKeys;
  private final Map<String, Unit> units = new ConcurrentHashMap<>();

  private Foundation(OpenDatabase database, Scripts own, MasterKey typed) {
    this.database = database;
    this.migrations = new Migrations(database);
    this.scopes = new Scopes(database);
    this.builder = new UnitBuilder(database, scopes);
    migrations.migrate(OWN_UNIT, own);
    HouseKeys house = KeyFolder.open(database.settings(), scopes, database.dialect(), typed);
    this.keys = new SealedKeys(house, scopes, database.dialect());
    this.masterKeys =
        new HouseMaster(house, database.settings(), scopes, Clock.systemDefaultZone());
  }

  /**
   * Opens database and keys.
   *
   * @param own scripts of this bundle
   * @throws org.opora.persistence.database.DatabaseUnavailable with a sentence for people
   */
  public static Foundation lay(Settings settings, Scripts own) {
    return lay(settings, own, null);
  }

  /**
   * The same with a master key that was typed.
   *
   * @param typed null when it lies in its file
   */
  public static Foundation lay(Settings settings, Scripts own, MasterKey typed) {
    OpenDatabase database = OpenDatabase.open(settings);
    try {
      return new Foundation(database, own, typed);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  public OpenDatabase database() {
    return database;
  }

  public Scopes scopes() {
    return scopes;
  }

  public Keys keys() {
    return keys;
  }

  public MasterKeys masterKeys() {
    return masterKeys;
  }

  /**
   * Migrates the tables of a bundle and builds its unit.
   *
   * @throws RuntimeException and nothing is there
   */
  public Unit add(Schema schema, Scripts scripts, ClassLoader bundle, URL root) {
    // Before anything is migrated: a second bundle of that name must not touch the tables of the
    // first, nor anybody those of the house.
    if (units.containsKey(schema.unit()) || schema.unit().equals(OWN_UNIT)) {
      throw taken(schema);
    }
    migrations.migrate(schema.unit(), scripts);
    scopes.writes().pass(passing(schema));
    Unit unit = builder.build(schema, bundle, root);
    if (units.putIfAbsent(schema.unit(), unit) != null) {
      unit.close(Duration.ZERO);
      throw taken(schema);
    }
    return unit;
  }

  private static Set<String> passing(Schema schema) {
    String prefix = schema.unit().replace('-', '_') + ".";
    return schema.passing().stream().map(prefix::concat).collect(Collectors.toSet());
  }

  private static IllegalStateException taken(Schema schema) {
    return new IllegalStateException("There are two units named " + schema.unit());
  }

  /**
   * Lets the transactions of a unit end, then closes it.
   *
   * @return whether all had ended in time
   */
  public boolean remove(Unit unit) {
    return !units.remove(unit.name(), unit) || unit.close(PATIENCE);
  }

  @Override
  public void close() {
    units.values().forEach(this::remove);
    database.close();
  }
}
