package org.opora.benchmark.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.opora.benchmark.store.Dialect;

/**
 * Rows of many tables, written in the order in which the tables were named, so that whatever leans
 * on a row comes after it.
 */
final class Rows implements AutoCloseable {
  private static final int MANY = 100_000;
  private final SplittableRandom random = new SplittableRandom(7);
  private final List<Batch> inOrder = new ArrayList<>();
  private final Connection connection;
  private final Dialect dialect;

  Rows(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  Batch of(String table, String columns) throws SQLException {
    Batch batch = new Batch(connection, dialect, table, columns);
    inOrder.add(batch);
    return batch;
  }

  /** A key for a row that nothing else names. */
  UUID key() {
    long moment = (System.currentTimeMillis() << 16) | 0x7000L | random.nextInt(0x1000);
    return new UUID(moment, 0x8000_0000_0000_0000L | (random.nextLong() >>> 2));
  }

  /** Writes what was added so far if it is as much as should be kept in memory. */
  void writeMany() throws SQLException {
    if (inOrder.stream().mapToInt(Batch::waiting).sum() >= MANY) {
      write();
    }
  }

  /** Writes what was added so far. */
  void write() throws SQLException {
    for (Batch batch : inOrder) {
      batch.write();
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    for (Batch batch : inOrder) {
      batch.close();
    }
  }
}
