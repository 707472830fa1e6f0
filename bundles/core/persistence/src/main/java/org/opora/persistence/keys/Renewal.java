package org.opora.persistence.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.persistence.database.Dialect;

/**
 * Puts another master key in the place of the present one: everything that is wrapped with it is
 * wrapped anew, in one transaction together with the proof. It is done at the start, before anybody
 * works with keys, so that nobody wraps with the former one meanwhile.
 */
record Renewal(MasterKey former, MasterKey next, Dialect dialect) {
  private static final Envelope ENVELOPE = new Envelope();
  private static final int AT_ONCE = 500;

  private record Row(String kind, UUID owner, int version, byte[] wrapped) {}

  /**
   * @param shown day on which the sheet of the next key was shown
   */
  void carryOut(Connection connection, Pairing present, LocalDate shown) throws SQLException {
    dataKeys(connection);
    KeptKeys target = new KeptKeys(null, next.wrapping(), null);
    for (Map.Entry<String, byte[]> kept : KeptKeys.all(connection).entrySet()) {
      byte[] plain =
          ENVELOPE.open(former.wrapping(), KeptKeys.place(kept.getKey()), kept.getValue());
      target.keep(connection, kept.getKey(), plain);
    }
    new Pairing(present.pair(), next.proof(present.pair()), present.generation() + 1, shown)
        .update(connection);
  }

  private void dataKeys(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE HOUSE.DATA_KEY SET WRAPPED = ?"
                + " WHERE OWNER_KIND = ? AND OWNER_ID = ? AND KEY_VERSION = ?")) {
      int waiting = 0;
      for (Row row : rows(connection)) {
        String place = DataKeys.place(row.kind, row.owner, row.version);
        byte[] secret = ENVELOPE.open(former.wrapping(), place, row.wrapped);
        update.setBytes(1, ENVELOPE.seal(next.wrapping(), DataKeys.WRAP, place, secret));
        update.setString(2, row.kind);
        dialect.set(update, 3, row.owner);
        update.setInt(4, row.version);
        update.addBatch();
        if (++waiting == AT_ONCE) {
          update.executeBatch();
          waiting = 0;
        }
      }
      update.executeBatch();
    }
  }

  private List<Row> rows(Connection connection) throws SQLException {
    List<Row> all = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT OWNER_KIND, OWNER_ID, KEY_VERSION, WRAPPED FROM HOUSE.DATA_KEY");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        all.add(new Row(rows.getString(1), dialect.get(rows, 2), rows.getInt(3), rows.getBytes(4)));
      }
    }
    return all;
  }
}
