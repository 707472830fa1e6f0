package org.opora.access.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.opora.access.OnEveryDatabase;
import org.opora.access.TestHouse;
import org.opora.api.faults.Unrecorded;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Database;
import org.opora.persistence.test.TestDatabase.Product;

/** Rows of many in one commit, over a database whose commits are held by hand. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class GroupWriterTest {
  private static final long PATIENCE_SECONDS = 60;

  @Parameter Product product;
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger faults = new AtomicInteger();
  private final List<AuditEvent> told = new CopyOnWriteArrayList<>();
  private volatile boolean held;
  private TestHouse house;
  private GroupWriter writer;

  @BeforeEach
  void open() {
    house = new TestHouse(product);
    writer = new GroupWriter(proxy(Database.class, this::database), told::addAll);
    commits.set(0);
  }

  @AfterEach
  void close() {
    free();
    writer.close();
    house.close();
  }

  @Test
  void whoeverComesWhileOneWritesIsWrittenInOneCommit() throws Exception {
    Caller first = first();
    List<Caller> later = later(5);
    assertEquals(List.of(), told, "nothing is on disk yet");
    free();
    first.ends();
    for (Caller one : later) {
      one.ends();
      assertNull(one.fault);
    }
    assertEquals(2, commits.get());
    assertEquals(6, rows());
    assertEquals(6, told.size());
  }

  @Test
  void whatIsNotWrittenIsSaidToAllWhoBroughtIt() throws Exception {
    Caller first = first();
    List<Caller> later = later(3);
    mayEnd.release();
    first.ends();
    assertTrue(begun.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
    // The second try is over a new connection.
    faults.set(2);
    free();
    for (Caller one : later) {
      one.ends();
      assertInstanceOf(Unrecorded.class, one.fault);
    }
    assertNull(first.fault);
    assertEquals(1, rows());
    writer.write(List.of(row()));
    assertEquals(2, rows(), "a database that is back is written to again");
  }

  @Test
  void aConnectionThatDiedMeanwhileIsNoFault() throws SQLException {
    faults.set(1);
    writer.write(List.of(row()));
    assertEquals(1, rows());
  }

  @Test
  void whoGivesUpIsNotWrittenAndStopsNobody() throws Exception {
    Caller first = first();
    List<Caller> later = later(3);
    later.get(0).thread.interrupt();
    later.get(0).ends();
    free();
    first.ends();
    later.get(1).ends();
    later.get(2).ends();
    assertInstanceOf(Unrecorded.class, later.get(0).fault);
    assertNull(later.get(1).fault);
    assertNull(later.get(2).fault);
    assertEquals(3, rows());
  }

  @Test
  void anInterruptedOneDoesNotTouchTheDatabase() throws Exception {
    Thread.currentThread().interrupt();
    try {
      assertThrows(Unrecorded.class, () -> writer.write(List.of(row())));
      assertTrue(Thread.currentThread().isInterrupted(), "it is still known");
    } finally {
      Thread.interrupted();
    }
    assertEquals(0, commits.get());
    writer.write(List.of(row()));
    assertEquals(1, rows());
  }

  @Test
  void whoWaitsWhenItClosesIsServedAndNobodyElse() throws Exception {
    Caller first = first();
    List<Caller> later = later(2);
    Caller closing = new Caller(writer::close);
    closing.waits();
    assertThrows(Unrecorded.class, () -> writer.write(List.of(row())));
    free();
    first.ends();
    later.get(0).ends();
    later.get(1).ends();
    closing.ends();
    assertEquals(3, rows());
    assertThrows(Unrecorded.class, () -> writer.write(List.of(row())));
  }

  /** One who is just committing. */
  private Caller first() throws InterruptedException {
    held = true;
    Caller first = new Caller(() -> writer.write(List.of(row())));
    assertTrue(begun.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
    return first;
  }

  /** Those who wait meanwhile, in their order. */
  private List<Caller> later(int count) {
    List<Caller> later = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            i -> {
              Caller one = new Caller(() -> writer.write(List.of(row())));
              one.waits();
              later.add(one);
            });
    return later;
  }

  private void free() {
    held = false;
    mayEnd.release();
  }

  private static AuditEvent row() {
    return new AuditEvent(
        Ids.next(), 5, null, AuditEvent.Outcome.NOTED, "access.test", List.of(), null, null);
  }

  private long rows() throws SQLException {
    try (Connection connection = house.houseDatabase().connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE act = 'access.test'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Object database(Object self, Method method, Object[] arguments) throws Throwable {
    Object answer = call(house.houseDatabase(), method, arguments);
    return answer instanceof Connection real
        ? proxy(Connection.class, (own, asked, values) -> connection(real, asked, values))
        : answer;
  }

  private Object connection(Connection real, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("commit")) {
      if (held) {
        begun.release();
        assertTrue(mayEnd.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new SQLException("the test breaks the connection");
      }
      commits.incrementAndGet();
    }
    return call(real, method, arguments);
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            GroupWriterTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Somebody with a thread of their own. */
  private static final class Caller {
    private final Thread thread;
    private volatile Throwable fault;

    Caller(Runnable work) {
      thread =
          new Thread(
              () -> {
                try {
                  work.run();
                } catch (RuntimeException e) {
                  fault = e;
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    void waits() {
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        assertTrue(thread.isAlive(), "it waits for nobody");
        Thread.yield();
      }
    }

    void ends() throws InterruptedException {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      assertTrue(!thread.isAlive(), "it still waits");
    }
  }
}
