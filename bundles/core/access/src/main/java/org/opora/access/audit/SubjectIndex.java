package org.opora.access.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.access.persistence.Uuids;
import org.opora.api.access.Subject;

/**
 * Finds rows by what they are about. It is made behind the sealer, so that nobody who reads or
 * writes waits for it, and goes on where it stopped.
 */
final class SubjectIndex {
  private static final int BATCH = 512;

  private SubjectIndex() {}

  /** In a transaction of the caller; returns whether there is more to do. */
  static boolean advance(Connection connection) throws SQLException {
    long done = done(connection);
    List<SealedEvent> rows = new ArrayList<>(BATCH);
    int found = AuditTable.sealed(connection, done, BATCH, rows::add);
    if (found == 0) {
      return false;
    }
    boolean nativeUuid = Uuids.nativeIn(connection);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ACCESS.AUDIT_SUBJECT (subject, seq) VALUES (?, ?)")) {
      for (SealedEvent row : rows) {
        // A row that was changed says nothing any more.
        if (row.event() != null) {
          for (UUID subject :
              row.event().subjects().stream().map(Subject::id).collect(Collectors.toSet())) {
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
    return found == BATCH;
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
