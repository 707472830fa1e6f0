package org.opora.testkit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.opora.access.AccessHouse;
import org.opora.access.domain.DefaultTable;
import org.opora.access.persistence.AccessSchema;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Relations;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.database.HouseDatabase;
import org.opora.persistence.test.TestDatabase;
import org.opora.persistence.test.TestDatabase.Product;

/**
 * A house in plain Java for tests of use cases: a real database with the real migrations, real
 * transactions, keys, access and audit trail. No framework, and nothing made up. Close it at the
 * end.
 */
public final class House implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

  private final TestDatabase database;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-02T09:00:00Z"), ZONE);
  private final AccessHouse access;
  private final UnaryOperator<Transactions> through;

  private House(Product product, UnaryOperator<Transactions> through, Schema... schemas) {
    this.through = through;
    this.database =
        TestDatabase.open(
            product,
            Stream.concat(Stream.of(new AccessSchema()), Stream.of(schemas))
                .toArray(Schema[]::new));
    this.access =
        new AccessHouse(
            transactions("access"),
            new HouseDatabase(database.foundation().database()),
            database.keys(),
            clock,
            List.of());
  }

  /** On Derby in memory, with the tables of these bundles. */
  public static House with(Schema... schemas) {
    return on(Product.DERBY, schemas);
  }

  /** On this database, with the tables of these bundles. */
  public static House on(Product product, Schema... schemas) {
    return new House(product, UnaryOperator.identity(), schemas);
  }

  /** The same, with transactions that somebody looks at, such as to count what is asked in them. */
  public static House watched(
      Product product, UnaryOperator<Transactions> through, Schema... schemas) {
    return new House(product, through, schemas);
  }

  /** Transactions of one of the units. */
  public Transactions transactions(String unit) {
    return through.apply(database.transactions(unit));
  }

  public Keys keys() {
    return database.keys();
  }

  public Access access() {
    return access.access();
  }

  public Relations relations() {
    return access.relations();
  }

  public Walls walls() {
    return access.walls();
  }

  public AuditTrail audit() {
    return access.audit();
  }

  /**
   * Everything else of access: accounts, sessions, roles, aliases, and the door by which modules
   * come and go.
   */
  public AccessHouse accessHouse() {
    return access;
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
    DefaultTable defaults = DefaultTable.reviewed();
    Map<String, Reach> grants = new HashMap<>();
    for (Module module : modules) {
      for (Permission permission : module.permissions()) {
        Reach reach = defaults.of(permission).getOrDefault(role, Reach.NONE);
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
    access.close();
    database.close();
  }
}
