package org.opora.access.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.access.persistence.Uuids;

/**
 * Finds rows by what they are about. It is made behind the sealer, so that nobody who reads or
 * writes waits for it, and goes on where it stopped.
 */
final class SubjectIndex {
  private static final int BATCH = 512;

  private SubjectIndex() {}

  /**
   * In a transaction of the caller; returns whether there may be more to do.
   *
   * @param fresh rows that were sealed just now, in their order: where they follow what is indexed
   *     they are not read again
   */
  static boolean advance(Connection connection, List<SealedEvent> fresh) throws SQLException {
    long done = done(connection);
    if (!fresh.isEmpty() && fresh.get(0).seq() == done + 1) {
      add(connection, fresh);
      return true;
    }
    // Never past the end that the head tells: a row that somebody numbered anew would pull the mark
    // away from all that come after it.
    long last = AuditTable.currentEnd(connection);
    List<SealedEvent> rows = new ArrayList<>(BATCH);
    int found = AuditTable.sealed(connection, done, BATCH, rows::add);
    rows.removeIf(row -> row.seq() > last);
    if (rows.isEmpty()) {
      return false;
    }
    add(connection, rows);
    return found == BATCH;
  }

  private static void add(Connection connection, List<SealedEvent> rows) throws SQLException {
    boolean nativeUuid = Uuids.nativeIn(connection);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ACCESS.AUDIT_SUBJECT (subject, seq) VALUES (?, ?)")) {
      for (SealedEvent row : rows) {
        // A row that was changed says nothing any more.
        if (row.event() != null) {
          for (UUID subject : IndexCheck.subjects(row.event())) {
            Uuids.set(insert, 1, subject, nativeUuid);
            insert.setLong(2, row.seq());
            insert.addBatch();
          }
        }
      }
      insert.executeBatch();
    }
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE ACCESS.AUDIT_INDEXED SET seq = ? WHERE id = 1")) {
      update.setLong(1, rows.get(rows.size() - 1).seq());
      update.executeUpdate();
    }
  }

  /** Up to which row it goes. */
  static long reached(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT MAX(seq) FROM ACCESS.AUDIT_INDEXED");
        ResultSet rows = select.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** It is made again from the chain, from the first row on; in a transaction of the caller. */
  static void forget(Connection connection) throws SQLException {
    for (String sql :
        List.of(
            "DELETE FROM ACCESS.AUDIT_SUBJECT",
            "DELETE FROM ACCESS.AUDIT_INDEXED",
            "INSERT INTO ACCESS.AUDIT_INDEXED (id, seq) VALUES (1, 0)")) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.executeUpdate();
      }
    }
  }

  private static long done(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT seq FROM ACCESS.AUDIT_INDEXED WHERE id = 1 FOR UPDATE");
        ResultSet rows = select.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
