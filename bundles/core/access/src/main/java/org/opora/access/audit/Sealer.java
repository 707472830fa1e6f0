package org.opora.access.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.opora.access.persistence.Uuids;
import org.opora.api.access.AuditTrail.Verdict;
import org.opora.api.persistence.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives committed rows their place in the chain, within a second. It learns of rows after their
 * commit and so never waits for a writer; what nobody told it of (rows from before a crash) it
 * finds by a search at start.
 */
final class Sealer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
  private static final int BATCH = 512;

  /** So many rows are kept until they can be found; what is more is read again. */
  private static final int FRESH = 4 * BATCH;

  private static final int WAITING = 50_000;
  private static final long PACE_MILLIS = 250;
  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final Clock clock;
  private final byte[] key;
  private final Consumer<List<AuditEvent>> sealed;
  private final BlockingQueue<AuditEvent> queue = new LinkedBlockingQueue<>(WAITING);
  private final ReentrantLock sealing = new ReentrantLock();
  private final List<SealedEvent> fresh = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "opora-audit-sealer");
  private volatile boolean search = true;
  private volatile boolean unindexed = true;
  private volatile boolean broken;
  private volatile Long fault;
  private volatile Long setBack;
  private volatile long behindSince;

  /**
   * @param sealed told of rows that got their place, in its order
   */
  Sealer(Database database, Clock clock, byte[] key, Consumer<List<AuditEvent>> sealed) {
    this.database = database;
    this.clock = clock;
    this.key = key.clone();
    this.sealed = sealed;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** These rows are committed. */
  void offer(List<AuditEvent> events) {
    for (AuditEvent event : events) {
      if (!queue.offer(event)) {
        search = true;
      }
    }
  }

  /** Whether the chain does not continue where its head says, so that sealing had to stop. */
  boolean broken() {
    return broken;
  }

  /** First row that was found not to hold; null when none was. */
  Long fault() {
    return fault;
  }

  /** Milliseconds for which sealing has not worked; 0 when all is well. */
  long behind() {
    long since = behindSince;
    return since == 0 ? 0 : Math.max(1, clock.millis() - since);
  }

  /** The ends as they fit each other: they are not read while rows get their place. */
  List<Head> heads() throws SQLException {
    sealing.lock();
    try (Connection connection = database.connection()) {
      return AuditTable.heads(connection);
    } finally {
      sealing.unlock();
    }
  }

  /**
   * Seals what is committed, then checks the chain; the end of it, and the head, while nothing is
   * sealed.
   */
  Verdict verify() {
    seal();
    try (Connection connection = database.connection()) {
      IndexCheck index = IndexCheck.begin(connection, new Chain(key));
      Inspection inspection = new Inspection(new Chain(key), AuditTable.heads(connection));
      walk(connection, inspection, index);
      Long found = inspection.intact() ? index.fault(connection) : null;
      sealing.lock();
      try {
        walk(connection, inspection, index);
        Verdict verdict = inspection.end(AuditTable.heads(connection), broken);
        Long misled = found == null ? setBack : found;
        // Where rows are missing the index does not fit either, and nothing is wrong with it.
        if (misled != null && verdict.intact()) {
          verdict = new Verdict(verdict.rows(), false, misled, verdict.head());
          reindex("The index of the audit trail did not tell what the trail tells");
          setBack = null;
        }
        fault = verdict.firstFault();
        return verdict;
      } finally {
        sealing.unlock();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail cannot be read", e);
    }
  }

  /** Seals what is committed, and lets it be found. */
  void seal() {
    sealing.lock();
    try {
      sealAll();
      while (index()) {
        LOG.debug("The audit trail is being made findable");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail cannot be sealed", e);
    } finally {
      sealing.unlock();
    }
  }

  Chain chain() {
    return new Chain(key);
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    boolean last = false;
    while (!last) {
      try {
        last = stop.await(PACE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
      round();
    }
  }

  private void round() {
    if (broken || (queue.isEmpty() && !search && !unindexed)) {
      return;
    }
    sealing.lock();
    try {
      sealAll();
      // A batch at a time: what was sealed before there was an index must not keep new rows
      // waiting.
      unindexed = true;
      unindexed = index();
      behindSince = 0;
    } catch (SQLException | RuntimeException e) {
      // What was taken from the queue is found by the search.
      search = true;
      if (behindSince == 0) {
        behindSince = clock.millis();
        LOG.info("Audit rows wait to be sealed: {}", e.toString());
      }
    } finally {
      sealing.unlock();
    }
  }

  private void sealAll() throws SQLException {
    List<AuditEvent> batch = new ArrayList<>(BATCH);
    while (queue.drainTo(batch, BATCH) > 0) {
      try {
        seal(batch);
      } catch (SQLException | RuntimeException e) {
        search = true;
        throw e;
      }
      batch.clear();
    }
    if (search) {
      search = false;
      try {
        while (searchAndSeal() == BATCH && !broken) {
          LOG.debug("Audit rows from before are being sealed");
        }
      } catch (SQLException | RuntimeException e) {
        search = true;
        throw e;
      }
    }
  }

  /** Returns whether there may be more to do. */
  private boolean index() throws SQLException {
    try {
      return committed(connection -> SubjectIndex.advance(connection, fresh));
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(rootState(e))) {
        throw e;
      }
      // It says that it goes less far than it does.
      setBack = 1L;
      fault = setBack;
      reindex("The index of the audit trail was set back");
      return true;
    } finally {
      fresh.clear();
    }
  }

  private void reindex(String reason) throws SQLException {
    LOG.error("{}: it is made again", reason);
    committed(
        connection -> {
          SubjectIndex.forget(connection);
          return null;
        });
    unindexed = true;
  }

  private static String rootState(SQLException e) {
    return e.getNextException() == null ? e.getSQLState() : e.getNextException().getSQLState();
  }

  @FunctionalInterface
  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private <T> T committed(Work<T> work) throws SQLException {
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private int searchAndSeal() throws SQLException {
    List<AuditEvent> found;
    try (Connection connection = database.connection()) {
      found = AuditTable.unsealed(connection, BATCH);
    } catch (IllegalArgumentException changed) {
      stop("A row of the audit trail was changed before it was sealed", 0);
      return 0;
    }
    seal(found);
    return found.size();
  }

  private void seal(List<AuditEvent> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    List<SealedEvent> placed = committed(connection -> append(connection, events));
    if (fresh.size() < FRESH) {
      fresh.addAll(placed);
    }
    sealed.accept(placed.stream().map(SealedEvent::event).toList());
  }

  /** Returns those that got a place: a row may have been offered and found. */
  private List<SealedEvent> append(Connection connection, List<AuditEvent> events)
      throws SQLException {
    Chain chain = new Chain(key);
    Head head = AuditTable.lockedHead(connection);
    if (head == null ? AuditTable.anySealed(connection) : !chain.holds(head)) {
      stop("The head of the audit trail does not fit the chain", head == null ? 1 : head.seq() + 1);
      return List.of();
    }
    long seq = head == null ? 0 : head.seq();
    byte[] mac = head == null ? Chain.beginning() : head.mac();
    boolean nativeUuid = Uuids.nativeIn(connection);
    List<SealedEvent> placed = new ArrayList<>(events.size());
    try (PreparedStatement statement = AuditTable.sealing(connection)) {
      for (AuditEvent event : events) {
        byte[] link = chain.link(mac, CanonicalRecord.of(seq + 1, event));
        SealedEvent next = new SealedEvent(seq + 1, event, link);
        if (AuditTable.seal(statement, nativeUuid, next)) {
          seq++;
          mac = link;
          placed.add(next);
        }
      }
    }
    String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    for (String name : List.of(Head.CURRENT, today)) {
      AuditTable.save(connection, new Head(name, seq, mac, chain.seal(name, seq, mac)));
    }
    return placed;
  }

  /** Going on would cover the traces. Rows are still written; they wait. */
  private void stop(String reason, long row) {
    if (!broken) {
      broken = true;
      fault = row;
      LOG.error("{}: nothing is sealed any more", reason);
    }
  }

  private void walk(Connection connection, Inspection inspection, IndexCheck index)
      throws SQLException {
    Consumer<SealedEvent> both =
        row -> {
          inspection.next(row);
          index.row(row);
        };
    while (inspection.intact()
        && AuditTable.sealed(connection, inspection.after(), BATCH, both) > 0) {
      LOG.trace("Audit trail checked up to {}", inspection.after());
    }
  }
}
