package org.opora.persistence.unit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Transactions;
import org.opora.persistence.test.TestDatabase;
import org.opora.persistence.test.TestDatabase.Product;

class TransactionsTest {
  private static final Map<Product, TestDatabase> DATABASES = new EnumMap<>(Product.class);

  private Transactions left;
  private Transactions right;

  private void on(Product product) {
    TestDatabase database =
        DATABASES.computeIfAbsent(
            product,
            p -> {
              TestDatabase d = TestDatabase.open(p);
              d.add(Samples.left(), Samples.LEFT_SCRIPTS);
              d.add(Samples.right(), Samples.RIGHT_SCRIPTS);
              return d;
            });
    left = database.transactions("left-side");
    right = database.transactions("right-side");
  }

  @AfterAll
  static void close() {
    DATABASES.values().forEach(TestDatabase::close);
    DATABASES.clear();
  }

  private static Note note(UUID id) {
    return new Note(
        id,
        "Ř",
        Instant.parse("2026-10-25T00:30:00.123456Z"),
        LocalDate.of(2026, 3, 29),
        new byte[] {1, 2});
  }

  private boolean noteThere(UUID id) {
    return left.read(em -> em.find(Note.class, id)) != null;
  }

  private Integer points(UUID id) {
    Mark mark = right.read(em -> em.find(Mark.class, id));
    return mark == null ? null : mark.points();
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeComesBackAsItWentWhateverTheZoneOfTheMachine(Product product) {
    on(product);
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Prague"));
    try {
      everyTypeComesBackAsItWent();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private void everyTypeComesBackAsItWent() {
    UUID id = Ids.next();
    left.run(em -> em.persist(note(id)));
    Note found = left.read(em -> em.find(Note.class, id));
    assertEquals("Ř", found.words());
    assertEquals(Instant.parse("2026-10-25T00:30:00.123456Z"), found.writtenAt());
    assertEquals(LocalDate.of(2026, 3, 29), found.day());
    assertEquals(
        "2026-10-25 00:30:00.123456",
        left.read(
            em ->
                em.createNativeQuery(
                        "SELECT CAST(WRITTEN_AT AS VARCHAR(40)) FROM LEFT_SIDE.NOTE WHERE ID = ?")
                    .setParameter(1, id)
                    .getSingleResult()));
    assertEquals(
        Instant.parse("2026-10-25T00:30:00.123456Z"),
        left.read(
            em ->
                em.createQuery(
                        "SELECT n.writtenAt FROM Note n WHERE n.id = :id AND n.writtenAt <= :now",
                        Instant.class)
                    .setParameter("id", id)
                    .setParameter("now", Instant.parse("2026-10-25T00:30:00.123456Z"))
                    .getSingleResult()));
    assertArrayEquals(new byte[] {1, 2}, found.sealed());
  }

  @ParameterizedTest
  @EnumSource
  void aKeyMayBeNullAndBecomeOneAndNullAgain(Product product) {
    on(product);
    UUID id = Ids.next();
    UUID other = Ids.next();
    left.run(em -> em.persist(note(id)));
    assertNull(left.read(em -> em.find(Note.class, id)).about());
    left.run(em -> em.find(Note.class, id).about(other));
    assertEquals(other, left.read(em -> em.find(Note.class, id)).about());
    left.run(em -> em.find(Note.class, id).about(null));
    assertNull(left.read(em -> em.find(Note.class, id)).about());
  }

  @ParameterizedTest
  @EnumSource
  void twoUnitsCommitTogether(Product product) {
    on(product);
    UUID id = Ids.next();
    left.run(
        em -> {
          em.persist(note(id));
          right.run(other -> other.persist(new Mark(id, 1)));
        });
    assertTrue(noteThere(id));
    assertEquals(1, points(id));
  }

  @ParameterizedTest
  @EnumSource
  void theOuterUnitTakesTheInnerOneBack(Product product) {
    on(product);
    UUID id = Ids.next();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            left.run(
                em -> {
                  em.persist(note(id));
                  right.run(other -> other.persist(new Mark(id, 1)));
                  throw new IllegalArgumentException("no");
                }));
    assertNull(points(id));
    assertTrue(!noteThere(id));
  }

  @ParameterizedTest
  @EnumSource
  void aFaultInsideCannotBeSwallowedOutside(Product product) {
    on(product);
    UUID id = Ids.next();
    IllegalStateException lost =
        assertThrows(
            IllegalStateException.class,
            () ->
                left.run(
                    em -> {
                      em.persist(note(id));
                      try {
                        right.run(
                            other -> {
                              throw new IllegalArgumentException("inside");
                            });
                      } catch (IllegalArgumentException swallowed) {
                        assertEquals("inside", swallowed.getMessage());
                      }
                    }));
    assertEquals("inside", lost.getCause().getMessage());
    assertTrue(!noteThere(id));
  }

  @ParameterizedTest
  @EnumSource
  void aConstraintOfTheInnerUnitIsCheckedWhereItEnds(Product product) {
    on(product);
    UUID id = Ids.next();
    AtomicInteger reached = new AtomicInteger();
    assertThrows(
        RuntimeException.class,
        () ->
            left.run(
                em -> {
                  em.persist(note(id));
                  right.run(other -> other.persist(new Mark(id, -1)));
                  reached.incrementAndGet();
                }));
    assertEquals(0, reached.get());
    assertTrue(!noteThere(id));
  }

  @ParameterizedTest
  @EnumSource
  void separateWorkStaysWhateverBecomesOfTheRest(Product product) {
    on(product);
    UUID id = Ids.next();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            left.run(
                em -> {
                  em.persist(note(id));
                  right.separate(
                      other -> {
                        other.persist(new Mark(id, 7));
                        return null;
                      });
                  throw new IllegalArgumentException("no");
                }));
    assertEquals(7, points(id));
    assertTrue(!noteThere(id));
  }

  @ParameterizedTest
  @EnumSource
  void actionsRunAfterTheCommitAndNeverAfterARollback(Product product) {
    on(product);
    UUID id = Ids.next();
    List<String> heard = new ArrayList<>();
    left.run(
        em -> {
          em.persist(note(id));
          right.run(other -> right.afterCommit(() -> heard.add("there " + noteThere(id))));
          assertEquals(List.of(), heard);
        });
    assertEquals(List.of("there true"), heard);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            left.run(
                em -> {
                  left.afterCommit(() -> heard.add("rolled back"));
                  throw new IllegalArgumentException("no");
                }));
    left.afterCommit(() -> heard.add("at once"));
    assertEquals(List.of("there true", "at once"), heard);
  }

  @ParameterizedTest
  @EnumSource
  void allUnitsOfAThreadShareOneConnection(Product product) {
    on(product);
    left.run(
        em ->
            right.run(
                other -> assertSame(em.unwrap(Connection.class), other.unwrap(Connection.class))));
    assertNotNull(left.<Connection>read(em -> em.unwrap(Connection.class)));
  }

  @ParameterizedTest
  @EnumSource
  void theConnectionIsOpenWheneverItIsAskedFor(Product product) {
    on(product);
    for (int i = 0; i < 3; i++) {
      assertTrue(left.<Boolean>read(em -> open(em.unwrap(Connection.class))));
      assertTrue(left.<Boolean>required(em -> open(em.unwrap(Connection.class))));
      assertTrue(
          left.<Boolean>read(em -> em.<Connection, Boolean>callWithConnection(c -> open(c))));
    }
  }

  private static boolean open(Connection connection) {
    try {
      return !connection.isClosed() && connection.isValid(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReadMayTurnIntoAWriteAndSeesItAfterwards(Product product) {
    on(product);
    UUID id = Ids.next();
    int seen =
        right.read(
            em -> {
              right.run(writer -> writer.persist(new Mark(id, 3)));
              return em.find(Mark.class, id).points();
            });
    assertEquals(3, seen);
    assertEquals(3, points(id));
  }

  /** Also after it has written itself in between. */
  @ParameterizedTest
  @EnumSource
  void aReadSeesWhatOthersCommitMeanwhileAndHoldsNobodyUp(Product product) {
    on(product);
    UUID id = Ids.next();
    right.run(em -> em.persist(new Mark(id, 1)));
    String seen =
        right.read(
            em -> {
              StringBuilder all = new StringBuilder().append(asked(em, id));
              elsewhere(id);
              all.append(asked(em, id));
              right.run(writer -> writer.find(Mark.class, id).add(1));
              elsewhere(id);
              return all.append(asked(em, id)).toString();
            });
    assertEquals("124", seen);
    assertEquals(4, points(id));
  }

  /** As the database has it, not as the unit remembers it. */
  private static int asked(EntityManager em, UUID id) {
    return em.createQuery("SELECT m.points FROM Mark m WHERE m.id = :id", Integer.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  private void elsewhere(UUID id) {
    CompletableFuture.runAsync(() -> right.run(em -> em.find(Mark.class, id).add(1)))
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }

  /** A look that failed leaves nothing on its connection that the next one finds. */
  @ParameterizedTest
  @EnumSource
  void aReadThatFailedLeavesNothing(Product product) {
    on(product);
    UUID id = Ids.next();
    right.run(em -> em.persist(new Mark(id, 1)));
    for (int at = 0; at < 20; at++) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              right.read(
                  em -> {
                    asked(em, id);
                    throw new IllegalArgumentException();
                  }));
    }
    elsewhere(id);
    assertEquals(2, right.<Integer>read(em -> asked(em, id)));
  }

  @ParameterizedTest
  @EnumSource
  void theSecondOfTwoWritersOfOneRecordIsStale(Product product) {
    on(product);
    UUID id = Ids.next();
    left.run(em -> em.persist(note(id)));
    assertThrows(
        Stale.class,
        () ->
            left.run(
                em -> {
                  Note mine = em.find(Note.class, id);
                  CompletableFuture.runAsync(
                          () -> left.run(o -> o.find(Note.class, id).say("theirs")))
                      .join();
                  mine.say("mine");
                }));
    assertEquals("theirs", left.read(em -> em.find(Note.class, id)).words());
  }

  @ParameterizedTest
  @EnumSource
  void twoThatBlockEachOtherBothGetThrough(Product product) throws Exception {
    on(product);
    UUID one = Ids.next();
    UUID two = Ids.next();
    right.run(
        em -> {
          em.persist(new Mark(one, 0));
          em.persist(new Mark(two, 0));
        });
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    CompletableFuture<Void> first = crossing(one, two, both, attempts);
    CompletableFuture<Void> second = crossing(two, one, both, attempts);
    first.get(60, TimeUnit.SECONDS);
    second.get(60, TimeUnit.SECONDS);
    assertEquals(2, points(one));
    assertEquals(2, points(two));
    assertTrue(attempts.get() > 2, "no deadlock was made, so nothing was shown");
  }

  /** The row is held for longer than anybody waits, however often it is tried. */
  @ParameterizedTest
  @EnumSource
  void whoWaitsInVainIsToldThatOthersAreWriting(Product product) throws Exception {
    on(product);
    UUID id = Ids.next();
    right.run(em -> em.persist(new Mark(id, 0)));
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> holder = other.submit(() -> right.run(em -> holds(em, id, held, told)));
      assertTrue(held.await(30, TimeUnit.SECONDS));
      Refused refused = assertThrows(Refused.class, () -> right.run(em -> takes(em, id, 9)));
      assertNull(refused.field());
      assertEquals("database.busy", refused.text().key());
      told.countDown();
      holder.get(60, TimeUnit.SECONDS);
    } finally {
      told.countDown();
      other.shutdownNow();
    }
    assertEquals(1, points(id), "nothing of the one who waited is there");
  }

  private static void takes(EntityManager em, UUID id, int points) {
    em.find(Mark.class, id, LockModeType.PESSIMISTIC_WRITE).add(points);
    em.flush();
  }

  private static void holds(EntityManager em, UUID id, CountDownLatch held, CountDownLatch told) {
    takes(em, id, 1);
    held.countDown();
    try {
      assertTrue(told.await(120, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** What keeps meeting others is given up in the end; any other fault goes on as it is. */
  @ParameterizedTest
  @EnumSource
  void whatAlwaysMeetsOthersIsGivenUpAfterNineMoreTimes(Product product) {
    on(product);
    for (String state : List.of("40001", product == Product.DERBY ? "40XL1" : "55P03")) {
      AtomicInteger attempts = new AtomicInteger();
      Refused refused = assertThrows(Refused.class, () -> right.run(em -> fails(attempts, state)));
      assertEquals("database.busy", refused.text().key());
      assertEquals(10, attempts.get());
    }
    AtomicInteger attempts = new AtomicInteger();
    assertThrows(IllegalStateException.class, () -> right.run(em -> fails(attempts, "23505")));
    assertEquals(1, attempts.get());
  }

  private static void fails(AtomicInteger attempts, String state) {
    attempts.incrementAndGet();
    throw new IllegalStateException(new SQLException("made for the test", state));
  }

  /** The pool is the same for both databases. */
  @Test
  void whoFindsNoConnectionFreeIsToldThatOthersAreWriting() throws Exception {
    on(Product.DERBY);
    HikariDataSource pool =
        (HikariDataSource) DATABASES.get(Product.DERBY).foundation().database().pool();
    List<Connection> taken = new ArrayList<>();
    try {
      while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
        taken.add(pool.getConnection());
      }
      Refused refused = assertThrows(Refused.class, () -> points(Ids.next()));
      assertEquals("database.busy", refused.text().key());
    } finally {
      for (Connection one : taken) {
        one.close();
      }
    }
    assertNull(points(Ids.next()), "and it goes on when there is one again");
  }

  private CompletableFuture<Void> crossing(
      UUID from, UUID to, CyclicBarrier both, AtomicInteger attempts) {
    return CompletableFuture.runAsync(
        () -> {
          AtomicInteger mine = new AtomicInteger();
          right.run(
              em -> {
                attempts.incrementAndGet();
                boolean firstTime = mine.incrementAndGet() == 1;
                em.find(Mark.class, from, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                    .add(1);
                em.flush();
                if (firstTime) {
                  await(both);
                }
                em.find(Mark.class, to, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE).add(1);
              });
        });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
