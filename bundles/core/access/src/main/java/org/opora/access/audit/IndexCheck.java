package org.opora.access.audit;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.access.persistence.Uuids;
import org.opora.api.access.Subject;

/**
 * Holds what the index says against what the chain says: whoever asks who looked at a person is
 * answered by the index, and a row that is missing there would be missed by nobody. Both are summed
 * up in stretches of rows, under the key of the chain, so that a long trail fits into little memory
 * and nobody can make up for what was taken away.
 */
final class IndexCheck {
  private static final int STRETCHES = 4096;
  private static final int FETCH = 1024;

  private final Chain chain;
  private final long done;
  private final int shift;
  private final long[] differences = new long[STRETCHES + 1];
  private long rows;

  private IndexCheck(Chain chain, long done) {
    this.chain = chain;
    this.done = done;
    int bits = 0;
    while (done >> bits > STRETCHES) {
      bits++;
    }
    shift = bits;
  }

  /** Of the rows that are in the index now; later ones are looked at the next time. */
  static IndexCheck begin(Connection connection, Chain chain) throws SQLException {
    return new IndexCheck(chain, Math.max(0, SubjectIndex.reached(connection)));
  }

  /** The next row of the chain. */
  void row(SealedEvent row) {
    rows = Math.max(rows, row.seq());
    if (row.event() != null && row.seq() > 0 && row.seq() <= done) {
      subjects(row.event()).forEach(subject -> count(subject, row.seq(), -1));
    }
  }

  static Set<UUID> subjects(AuditEvent event) {
    return event.subjects().stream().map(Subject::id).collect(Collectors.toSet());
  }

  /**
   * After all rows: the first that the index does not tell as it is, or the first of the stretch in
   * which it lies; null when there is none.
   */
  Long fault(Connection connection) throws SQLException {
    entries(connection);
    for (int stretch = 0; stretch < differences.length; stretch++) {
      if (differences[stretch] != 0) {
        return Math.max(1, (long) stretch << shift);
      }
    }
    return done > rows ? Long.valueOf(rows + 1) : null;
  }

  private void entries(Connection connection) throws SQLException {
    boolean before = connection.getAutoCommit();
    // Otherwise PostgreSQL would send all of it at once.
    connection.setAutoCommit(false);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT subject, seq FROM ACCESS.AUDIT_SUBJECT WHERE seq <= ?")) {
      select.setFetchSize(FETCH);
      select.setLong(1, done);
      try (ResultSet entries = select.executeQuery()) {
        while (entries.next()) {
          count(Uuids.get(entries, 1), Math.max(0, entries.getLong(2)), 1);
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(before);
    }
  }

  private void count(UUID subject, long seq, int sign) {
    byte[] key =
        ByteBuffer.allocate(16)
            .putLong(subject.getMostSignificantBits())
            .putLong(subject.getLeastSignificantBits())
            .array();
    byte[] place = ByteBuffer.allocate(Long.BYTES).putLong(seq).array();
    differences[(int) (seq >> shift)] += sign * ByteBuffer.wrap(chain.link(key, place)).getLong();
  }
}
