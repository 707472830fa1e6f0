package org.opora.testkit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.test.TestDatabase;
import org.opora.persistence.test.TestDatabase.Product;

/**
 * A house in plain Java for tests of use cases: a real database with the real migrations, real transactions and keys. No framework, and
 * nothing made up. Close it at the end.
 */
public final class House implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

  private final TestDatabase database;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-02T09:00:00Z"), ZONE);

  private House(TestDatabase database) {
    this.database = database;
  }

  /** On Derby in memory, with the tables of these bundles. */
  public static House with(Schema... schemas) {
    return on(Product.DERBY, schemas);
  }

  /** On this database, with the tables of these bundles. */
  public static House on(Product product, Schema... schemas) {
    return new House(TestDatabase.open(product, schemas));
  }

  /** Transactions of one of the units. */
  public Transactions transactions(String unit) {
    return database.transactions(unit);
  }

  public Keys keys() {
    return database.keys();
  }

  public TestDatabase database() {
    return database;
  }

  /** Stands at Monday 2 November 2026, ten o'clock in Prague, until it is set. */
  public TestClock clock() {
    return clock;
  }

  /** Somebody new with this role, and with what the modules give that role by default. */
  public Viewer viewer(String role, Module... modules) {
    return viewer(StaffId.next(), role, modules);
  }

  /** This member of staff with this role, and with what the modules give that role by default. */
  public Viewer viewer(StaffId staff, String role, Module... modules) {
    Map<String, Reach> grants = new HashMap<>();
    for (Module module : modules) {
      for (Permission permission : module.permissions()) {
        Reach reach = permission.defaults().getOrDefault(role, Reach.NONE);
        if (reach != Reach.NONE) {
          grants.put(permission.id(), reach);
        }
      }
    }
    return viewer(staff, grants);
  }

  /** This member of staff with exactly these grants. */
  public Viewer viewer(StaffId staff, Map<String, Reach> grants) {
    return new Viewer(
        staff,
        "Jana Testová",
        grants,
        Locale.forLanguageTag("cs"),
        ZONE,
        clock,
        UUID.randomUUID().toString());
  }

  @Override
  public void close() {
    database.close();
  }
}
