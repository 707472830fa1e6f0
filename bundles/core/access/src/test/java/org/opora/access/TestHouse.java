package org.opora.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opora.access.persistence.AccessSchema;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.database.HouseDatabase;
import org.opora.persistence.test.TestDatabase;

/** A house of access alone on a real database, with a clock that moves by hand. */
public final class TestHouse implements AutoCloseable {
  static final String GOOD = "modrý kolibřík chroustá mlhu";

  final TestDatabase database;
  public final Transactions tx;
  public final Time clock = new Time();
  private final Module[] modules;
  public AccessHouse access;

  public TestHouse(TestDatabase.Product product, Module... modules) {
    this(product, new Schema[0], modules);
  }

  TestHouse(TestDatabase.Product product, Schema[] more, Module... modules) {
    List<Schema> schemas = new ArrayList<>(List.of(new AccessSchema()));
    schemas.addAll(Arrays.asList(more));
    this.database = TestDatabase.open(product, schemas.toArray(Schema[]::new));
    this.tx = database.transactions("access");
    this.modules = modules;
    start();
  }

  public void start() {
    access = new AccessHouse(tx, houseDatabase(), database.keys(), clock, List.of(modules));
  }

  /**
   * As when the product is stopped and started: nothing but the database and the folders remains.
   */
  public void restart() {
    access.close();
    start();
  }

  public Database houseDatabase() {
    return new HouseDatabase(database.foundation().database());
  }

  public Viewer viewer(StaffId staff, Map<String, Reach> grants) {
    return new Viewer(
        staff, "Jana", grants, Locale.ENGLISH, ZoneId.of("Europe/Prague"), clock, "request-1");
  }

  Viewer director() {
    return viewer(
        StaffId.next(),
        Map.of(
            "access.accounts", Reach.ALL,
            "access.roles", Reach.ALL,
            "access.walls", Reach.ALL,
            "access.sessions", Reach.ALL,
            "access.tablets", Reach.ALL,
            "access.second-factor", Reach.ALL,
            "access.second-factor-reset", Reach.ALL,
            "access.audit", Reach.ALL));
  }

  /** Sets the house up and returns its director. */
  StaffId setUp() {
    return access
        .accounts()
        .setUp(
            access.accounts().setUpCode().orElseThrow(),
            StaffId.next(),
            account("reditelka"),
            false);
  }

  /** What waits for a second person is confirmed by one. */
  void confirm(StaffId staff) {
    access
        .roles()
        .waiting(director(), staff)
        .forEach(one -> access.roles().confirmGrant(director(), staff, one.id()));
  }

  static NewAccount account(String name) {
    return new NewAccount("Marie Krátká", name, GOOD.toCharArray(), "cs");
  }

  static Module module(String id, Permission... permissions) {
    return new Module() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public int order() {
        return 50;
      }

      @Override
      public List<Permission> permissions() {
        return List.of(permissions);
      }
    };
  }

  /** The same work on several threads at the same moment. */
  static <T> List<T> together(int threads, Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            pool.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  @Override
  public void close() {
    access.close();
    database.close();
  }

  /** Time that passes when told to. */
  public static final class Time extends Clock {
    private volatile Instant now = Instant.parse("2026-11-05T09:00:00Z");

    public void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
