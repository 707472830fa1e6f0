package org.opora.access.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.opora.api.faults.Unrecorded;
import org.opora.api.persistence.Database;

/**
 * Writes rows for many requests in one commit: while one commit runs, the next batch gathers. Who
 * comes while nobody writes does it themselves, and hands over to the first of those who came
 * meanwhile: a thread of its own would have to be woken for every row, and wake who waits for it.
 * Rows go through a connection that is kept for them, for callers hold theirs while they wait, and
 * a writer that had to queue behind them for the pool would never come.
 */
final class GroupWriter implements AutoCloseable {
  private static final int BATCH = 256;
  private static final int WAITING = 4096;
  private static final long PATIENCE_SECONDS = 15;

  /** What somebody who waits is told. */
  private enum Word {
    WRITTEN,
    WRITE
  }

  private record Ticket(List<AuditEvent> events, CompletableFuture<Word> word) {}

  private final Database database;
  private final Consumer<List<AuditEvent>> committed;
  private final Object gate = new Object();

  /** Guarded by the gate, as the next two are. */
  private final Queue<Ticket> waiting = new ArrayDeque<>();

  private boolean writing;
  private boolean closed;

  /** Belongs to the one who writes. */
  private Connection connection;

  /**
   * @param committed told of every batch on disk
   */
  GroupWriter(Database database, Consumer<List<AuditEvent>> committed) {
    this.database = database;
    this.committed = committed;
    try {
      // Now, while the pool has one to give, and not when callers who hold the last ones wait for
      // it.
      connect();
    } catch (SQLException later) {
      disconnect();
    }
  }

  /** Returns when the rows are on disk. */
  void write(List<AuditEvent> events) {
    Ticket ticket = new Ticket(events, new CompletableFuture<>());
    if (first(ticket) || told(ticket) == Word.WRITE) {
      lead(ticket);
    }
  }

  /** Whether nobody writes, so that this one does; the others wait. */
  private boolean first(Ticket ticket) {
    synchronized (gate) {
      if (closed || waiting.size() == WAITING) {
        throw new Unrecorded("The audit trail takes no rows, so nothing is shown", null);
      }
      if (writing) {
        waiting.add(ticket);
        return false;
      }
      writing = true;
      return true;
    }
  }

  private Word told(Ticket ticket) {
    try {
      return ticket.word().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new Unrecorded("The audit trail cannot be written, so nothing is shown", e.getCause());
    } catch (TimeoutException e) {
      leave(ticket, e);
      throw new Unrecorded("The audit trail does not answer, so nothing is shown", e);
    } catch (InterruptedException e) {
      leave(ticket, e);
      Thread.currentThread().interrupt();
      throw new Unrecorded("Interrupted before the audit trail was written", e);
    }
  }

  /** Whoever was told to write in the moment in which they gave up still hands over. */
  private void leave(Ticket ticket, Exception reason) {
    if (!ticket.word().completeExceptionally(reason)
        && !ticket.word().isCompletedExceptionally()
        && ticket.word().join() == Word.WRITE) {
      handOver();
    }
  }

  private void lead(Ticket own) {
    try {
      if (Thread.currentThread().isInterrupted()) {
        // It would close the channels of an embedded database under its feet.
        throw new Unrecorded("Interrupted before the audit trail was written", null);
      }
      serve(own, gathered());
    } finally {
      handOver();
    }
  }

  /** Writes what this one brought and what has gathered. */
  private void serve(Ticket own, List<Ticket> others) {
    try {
      List<AuditEvent> events = new ArrayList<>(own.events());
      others.forEach(ticket -> events.addAll(ticket.events()));
      commit(events);
      committed.accept(events);
      others.forEach(ticket -> ticket.word().complete(Word.WRITTEN));
    } catch (SQLException | RuntimeException | Error e) {
      others.forEach(ticket -> ticket.word().completeExceptionally(e));
      throw new Unrecorded("The audit trail cannot be written, so nothing is shown", e);
    }
  }

  /** Those who still wait; what was brought by the others is shown to nobody. */
  private List<Ticket> gathered() {
    List<Ticket> batch = new ArrayList<>();
    synchronized (gate) {
      while (batch.size() < BATCH - 1 && !waiting.isEmpty()) {
        Ticket next = waiting.remove();
        if (!next.word().isDone()) {
          batch.add(next);
        }
      }
    }
    return batch;
  }

  private void handOver() {
    synchronized (gate) {
      while (!waiting.isEmpty()) {
        if (waiting.remove().word().complete(Word.WRITE)) {
          return;
        }
      }
      writing = false;
      gate.notifyAll();
    }
  }

  /** Those who wait already are served, nobody else is. */
  @Override
  public void close() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (gate) {
      closed = true;
      try {
        while (writing && end - System.nanoTime() > 0) {
          TimeUnit.NANOSECONDS.timedWait(gate, end - System.nanoTime());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (!writing) {
        disconnect();
      }
    }
  }

  private void commit(List<AuditEvent> events) throws SQLException {
    boolean fresh = connection == null;
    try {
      attempt(events);
    } catch (SQLException e) {
      disconnect();
      if (fresh) {
        throw e;
      }
      // The connection may have died while nobody wrote; a new one tells whether the database has.
      try {
        attempt(events);
      } catch (SQLException again) {
        disconnect();
        throw again;
      }
    }
  }

  private void attempt(List<AuditEvent> events) throws SQLException {
    if (connection == null) {
      connect();
    }
    AuditTable.insert(connection, events);
    connection.commit();
  }

  private void connect() throws SQLException {
    connection = database.connection();
    connection.setAutoCommit(false);
  }

  private void disconnect() {
    Connection old = connection;
    connection = null;
    if (old == null) {
      return;
    }
    try (old) {
      old.rollback();
      old.setAutoCommit(true);
    } catch (SQLException broken) {
      // It is given up anyway.
    }
  }
}
