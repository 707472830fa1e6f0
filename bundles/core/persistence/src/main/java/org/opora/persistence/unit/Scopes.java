package org.opora.persistence.unit;

import jakarta.persistence.OptimisticLockException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.text.Text;
import org.opora.persistence.database.Dialect;
import org.opora.persistence.database.OpenDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread, one connection, one outcome: the rules of {@link
 * org.opora.api.persistence.Transactions}, for all units together.
 */
public final class Scopes {
  private static final Logger LOG = LoggerFactory.getLogger(Scopes.class);

  /** Who meets others by the way, as where a database locks what it reads, is through soon. */
  private static final int RETRIES = 9;

  /** Whoever waited for a lock until then waits no more. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

  private static final int LONGEST_PAUSE = 4;

  private final ThreadLocal<Bound> current = new ThreadLocal<>();
  private final Writes writes = new Writes();
  private final Dialect dialect;
  private final DataSource pool;
  private final DataSource aside;

  public Scopes(OpenDatabase database) {
    this.dialect = database.dialect();
    this.pool = database.pool();
    this.aside = database.aside();
  }

  /** Work of a scope, on what its thread holds. */
  interface Work<T> {
    T on(Bound bound) throws SQLException;
  }

  /** Work on the connection of the running transaction, or of one opened for it. */
  public interface Sql<T> {
    T on(Connection connection) throws SQLException;
  }

  public <T> T required(Sql<T> work) {
    return write(bound -> work.on(bound.joined()));
  }

  public <T> T read(Sql<T> work) {
    return look(bound -> work.on(bound.joined()));
  }

  /** Of all units together. */
  public Writes writes() {
    return writes;
  }

  /** Whether this thread is inside a transaction that can write. */
  public boolean writing() {
    Bound bound = current.get();
    return bound != null && bound.writing();
  }

  <T> T write(Work<T> work) {
    Bound bound = current.get();
    if (bound != null && bound.writing()) {
      return join(bound, work);
    }
    // A scope that only reads has a connection already: the write borrows it and gives it back.
    return retried(() -> bound == null ? outermost(pool, work) : transaction(bound.real(), work));
  }

  <T> T look(Work<T> work) {
    Bound bound = current.get();
    if (bound != null) {
      return guarded(bound, work);
    }
    return retried(() -> reading(work));
  }

  <T> T separate(Work<T> work) {
    Bound surrounding = current.get();
    if (surrounding == null) {
      return write(work);
    }
    current.remove();
    try {
      return retried(() -> outermost(aside, work));
    } finally {
      current.set(surrounding);
    }
  }

  /** See {@link org.opora.api.persistence.Transactions#afterCommit}. */
  public void afterCommit(Runnable action) {
    Bound bound = current.get();
    if (bound != null && bound.writing()) {
      bound.afterCommit(action);
    } else {
      action.run();
    }
  }

  /**
   * The connection that a unit works on: the thread's own, or a plain one while the unit is being
   * built.
   */
  Connection connection() throws SQLException {
    Bound bound = current.get();
    return bound == null ? pool.getConnection() : bound.joined();
  }

  private <T> T join(Bound bound, Work<T> work) {
    if (bound.lost() != null) {
      throw new IllegalStateException("This transaction can only be rolled back", bound.lost());
    }
    return guarded(bound, work);
  }

  private <T> T guarded(Bound bound, Work<T> work) {
    try {
      return work.on(bound);
    } catch (SQLException | RuntimeException | Error e) {
      if (bound.writing()) {
        bound.lose(e);
      }
      throw translated(e);
    }
  }

  private <T> T retried(Supplier<T> work) {
    long began = System.nanoTime();
    for (int attempt = 0; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        boolean patient = attempt < RETRIES && System.nanoTime() - began < PATIENCE_NANOS;
        if (!patient || !worthAnother(e)) {
          throw told(e);
        }
        LOG.debug("A transaction met another one and is tried again", e);
        // A random moment, so that two that met do not meet again.
        LockSupport.parkNanos(
            TimeUnit.MILLISECONDS.toNanos(
                ThreadLocalRandom.current().nextInt(5, 40 << Math.min(attempt, LONGEST_PAUSE))));
      }
    }
  }

  /** Whoever waited in vain for others hears that, and nothing of the database. */
  private RuntimeException told(RuntimeException fault) {
    if (!dialect.isTransient(fault) && !Dialect.nothingFree(fault)) {
      return fault;
    }
    // Without its words: they may quote the statement, and a log holds no personal data.
    LOG.warn("A transaction gave way to others: {}", Dialect.state(fault));
    return new Refused(null, Text.of("org.opora.persistence", "database.busy"));
  }

  private boolean worthAnother(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof TryAgain) {
        return true;
      }
    }
    return dialect.isTransient(fault);
  }

  private <T> T reading(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(!dialect.looksInOneTransaction());
      T result = looking(Bound.reading(connection), work);
      if (dialect.looksInOneTransaction()) {
        connection.commit();
      }
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      throw translated(e);
    }
  }

  private <T> T looking(Bound bound, Work<T> work) throws SQLException {
    current.set(bound);
    try {
      return work.on(bound);
    } finally {
      current.remove();
      bound.closeUnits();
    }
  }

  private <T> T outermost(DataSource source, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return transaction(connection, work);
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  private <T> T transaction(Connection connection, Work<T> work) {
    Bound surrounding = current.get();
    Bound bound = Bound.writing(connection, writes::count);
    T result;
    try {
      connection.setAutoCommit(false);
      current.set(bound);
      try {
        result = committed(bound, work);
      } finally {
        if (surrounding == null) {
          current.remove();
        } else {
          current.set(surrounding);
          lookAgain(connection, dialect);
        }
        bound.closeUnits();
      }
    } catch (SQLException | RuntimeException | Error e) {
      throw translated(e);
    }
    if (bound.counts()) {
      writes.committed();
    }
    bound.afterCommit().forEach(Scopes::guarded);
    return result;
  }

  /**
   * The scope around goes on reading. Without one the pool gets the connection back and tidies it
   * up itself.
   */
  private static void lookAgain(Connection connection, Dialect dialect) {
    try {
      connection.setAutoCommit(!dialect.looksInOneTransaction());
    } catch (SQLException e) {
      // What broke the connection is on its way already, and the next read will say the same.
      LOG.debug("A connection did not return to reading", e);
    }
  }

  private static <T> T committed(Bound bound, Work<T> work) throws SQLException {
    try {
      T result = work.on(bound);
      if (bound.lost() != null) {
        throw new IllegalStateException(
            "Rolled back, because a scope inside ended with a fault", bound.lost());
      }
      bound.commitUnits();
      bound.real().commit();
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      try {
        bound.real().rollback();
      } catch (SQLException unreachable) {
        e.addSuppressed(unreachable);
      }
      throw e;
    }
  }

  private static void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      // The commit stands: its caller must not take it for a failure.
      LOG.error("An action after a commit failed", e);
    }
  }

  private static RuntimeException translated(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof OptimisticLockException) {
        return new Stale();
      }
    }
    if (fault instanceof Error error) {
      throw error;
    }
    return fault instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException("The database refused", fault);
  }

  /** Thrown inside a transaction that lost a race which it will win when it is tried again. */
  public static final class TryAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TryAgain(Throwable cause) {
      super(cause);
    }
  }
}
