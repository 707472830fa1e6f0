package org.opora.access.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.opora.api.faults.Unrecorded;
import org.opora.api.persistence.Database;

/**
 * Writes rows for many requests in one commit: while one commit runs, the next batch gathers. It
 * keeps a connection of its own, for callers hold theirs while they wait, and a writer that had to
 * queue behind them for the pool would never come.
 */
final class GroupWriter implements AutoCloseable {
  private static final int BATCH = 256;
  private static final int WAITING = 4096;
  private static final long PATIENCE_SECONDS = 15;

  private record Ticket(List<AuditEvent> events, CompletableFuture<Void> done) {}

  private final Ticket stop = new Ticket(List.of(), new CompletableFuture<>());
  private final Database database;
  private final Consumer<List<AuditEvent>> committed;
  private final BlockingQueue<Ticket> queue = new LinkedBlockingQueue<>(WAITING);
  private final Thread thread = new Thread(this::work, "opora-audit-writer");
  private volatile boolean closed;
  private Connection connection;

  /**
   * @param committed told of every batch on disk
   */
  GroupWriter(Database database, Consumer<List<AuditEvent>> committed) {
    this.database = database;
    this.committed = committed;
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns when the rows are on disk. */
  void write(List<AuditEvent> events) {
    Ticket ticket = new Ticket(events, new CompletableFuture<>());
    try {
      if (closed || !queue.offer(ticket, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Unrecorded("The audit trail takes no rows, so nothing is shown", null);
      }
      ticket.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new Unrecorded("The audit trail cannot be written, so nothing is shown", e.getCause());
    } catch (TimeoutException e) {
      throw new Unrecorded("The audit trail does not answer, so nothing is shown", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unrecorded("Interrupted before the audit trail was written", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    // Never an interrupt: it would close the channels of an embedded database under its feet.
    if (queue.offer(stop)) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void work() {
    try {
      // Now, while the pool has one to give, and not when callers who hold the last ones wait for
      // it.
      connect();
    } catch (SQLException later) {
      disconnect();
    }
    List<Ticket> batch = new ArrayList<>(BATCH);
    boolean stopping = false;
    while (!stopping) {
      batch.clear();
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        break;
      }
      queue.drainTo(batch, BATCH - 1);
      stopping = batch.removeIf(ticket -> ticket == stop);
      serve(batch);
    }
    List<Ticket> late = new ArrayList<>();
    queue.drainTo(late);
    late.forEach(t -> t.done().completeExceptionally(new IllegalStateException("closed")));
    disconnect();
  }

  private void serve(List<Ticket> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<AuditEvent> events = batch.stream().flatMap(t -> t.events().stream()).toList();
    try {
      commit(events);
      committed.accept(events);
      batch.forEach(ticket -> ticket.done().complete(null));
    } catch (SQLException | RuntimeException e) {
      batch.forEach(ticket -> ticket.done().completeExceptionally(e));
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
