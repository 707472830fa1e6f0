package org.opora.access.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.opora.access.persistence.Uuids;

/** SQL of the trail: the same on every database but for the form of a key. */
final class AuditTable {
  private static final String EVENT =
      "id, happened, staff, outcome, act, subjects, detail, request";

  /**
   * Derby keeps no statistics of a table that only grows and would sort all of it for every page;
   * to PostgreSQL the hint is a comment.
   */
  private static final String BY_PLACE =
      " FROM ACCESS.AUDIT_EVENT --DERBY-PROPERTIES constraint=AUDIT_EVENT_PLACE\n WHERE ";

  private static final int FETCH = 256;

  /** Rows of subjects that are looked up at once: a page and the line that tells of a next one. */
  private static final int PLACES = 64;

  /** Without the hint Derby would sort all of it. */
  private static final String FROM_THE_END =
      " FROM ACCESS.AUDIT_EVENT --DERBY-PROPERTIES index=AUDIT_EVENT_NEWEST\n"
          + " WHERE seq >= ? AND seq <= ?";

  private static final String AT_PLACES = BY_PLACE + "seq IN (" + marks(PLACES) + ")";

  private AuditTable() {}

  static void insert(Connection connection, List<AuditEvent> events) throws SQLException {
    boolean nativeUuid = Uuids.nativeIn(connection);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ACCESS.AUDIT_EVENT (" + EVENT + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (AuditEvent event : events) {
        Uuids.set(insert, 1, event.id(), nativeUuid);
        insert.setLong(2, event.happened());
        Uuids.set(insert, 3, event.staff(), nativeUuid);
        insert.setString(4, event.outcome().name());
        insert.setString(5, event.act());
        insert.setString(6, SubjectText.write(event.subjects()));
        insert.setString(7, event.detail());
        insert.setString(8, event.request());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Committed rows without a place in the chain, in the order of their keys, which is that of time.
   */
  static List<AuditEvent> unsealed(Connection connection, int limit) throws SQLException {
    List<AuditEvent> events = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + EVENT
                + BY_PLACE
                + "seq IS NULL ORDER BY id FETCH FIRST "
                + limit
                + " ROWS ONLY")) {
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(event(rows));
        }
      }
    }
    return events;
  }

  static PreparedStatement sealing(Connection connection) throws SQLException {
    // Not "seq IS NULL", which would tempt Derby to look through all rows that wait.
    return connection.prepareStatement(
        "UPDATE ACCESS.AUDIT_EVENT SET seq = ?, mac = ? WHERE id = ? AND COALESCE(seq, 0) = 0");
  }

  /** Returns whether the row was still without a place. */
  static boolean seal(PreparedStatement sealing, boolean nativeUuid, SealedEvent row)
      throws SQLException {
    sealing.setLong(1, row.seq());
    sealing.setString(2, HexFormat.of().formatHex(row.mac()));
    Uuids.set(sealing, 3, row.event().id(), nativeUuid);
    return sealing.executeUpdate() == 1;
  }

  /**
   * Hands over at most {@code limit} sealed rows after the given one; returns how many there were.
   */
  static int sealed(Connection connection, long after, int limit, Consumer<SealedEvent> reader)
      throws SQLException {
    int count = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + EVENT
                + ", seq, mac"
                + BY_PLACE
                + "seq > ? AND seq <= ? ORDER BY seq FETCH FIRST "
                + limit
                + " ROWS ONLY")) {
      select.setLong(1, after);
      // The upper bound keeps Derby away from rows that others are just inserting.
      select.setLong(2, Long.MAX_VALUE);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          reader.accept(sealedEvent(rows));
          count++;
        }
      }
    }
    return count;
  }

  /**
   * The current head, held against other writers until the transaction ends; null when nothing was
   * sealed yet.
   */
  static Head lockedHead(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, seq, mac, seal FROM ACCESS.AUDIT_HEAD WHERE id = ? FOR UPDATE")) {
      select.setString(1, Head.CURRENT);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? head(rows) : null;
      }
    }
  }

  /** Place of the last row as the head tells it; 0 when nothing was sealed yet. */
  static long currentEnd(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT seq FROM ACCESS.AUDIT_HEAD WHERE id = ?")) {
      select.setString(1, Head.CURRENT);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  static List<Head> heads(Connection connection) throws SQLException {
    List<Head> heads = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, seq, mac, seal FROM ACCESS.AUDIT_HEAD ORDER BY seq, id");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        heads.add(head(rows));
      }
    }
    return heads;
  }

  static void save(Connection connection, Head head) throws SQLException {
    if (write(
            connection,
            "UPDATE ACCESS.AUDIT_HEAD SET seq = ?, mac = ?, seal = ? WHERE id = ?",
            head)
        == 0) {
      write(
          connection,
          "INSERT INTO ACCESS.AUDIT_HEAD (seq, mac, seal, id) VALUES (?, ?, ?, ?)",
          head);
    }
  }

  static boolean anySealed(Connection connection) throws SQLException {
    return sealed(connection, Long.MIN_VALUE, 1, row -> {}) > 0;
  }

  /**
   * What is asked of the sealed rows.
   *
   * @param first lowest place
   * @param last highest place
   * @param from first moment, in milliseconds since 1970
   * @param to first moment no longer wanted
   * @param staff null for everybody
   * @param outcome null for all
   * @param about keys of subjects, one of which a row must name; empty for all rows
   */
  record Asked(
      long first,
      long last,
      long from,
      long to,
      UUID staff,
      AuditEvent.Outcome outcome,
      List<UUID> about) {}

  /**
   * Hands over rows from the newest on, until the reader has enough; in a transaction of the
   * caller, so that the database keeps the place.
   */
  static void newest(Connection connection, Asked asked, Predicate<SealedEvent> reader)
      throws SQLException {
    if (asked.about().isEmpty()) {
      read(connection, FROM_THE_END, List.of(asked.first(), asked.last()), asked, reader);
    } else {
      about(connection, asked, reader);
    }
  }

  /**
   * Looks up the places first, then the rows by their place. Asked for both at once, Derby may
   * compare each row of the trail with each of the subjects.
   */
  private static void about(Connection connection, Asked asked, Predicate<SealedEvent> reader)
      throws SQLException {
    boolean nativeUuid = Uuids.nativeIn(connection);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT DISTINCT seq FROM ACCESS.AUDIT_SUBJECT WHERE subject IN ("
                + marks(asked.about().size())
                + ") AND seq >= ? AND seq <= ? ORDER BY seq DESC")) {
      int at = 0;
      for (UUID subject : asked.about()) {
        Uuids.set(select, ++at, subject, nativeUuid);
      }
      select.setLong(++at, asked.first());
      select.setLong(++at, asked.last());
      select.setFetchSize(FETCH);
      try (ResultSet rows = select.executeQuery()) {
        boolean more = true;
        while (more && rows.next()) {
          more = read(connection, AT_PLACES, places(rows), asked, reader);
        }
      }
    }
  }

  /** As many as are looked up at once; the last again and again where there are fewer. */
  private static List<Long> places(ResultSet rows) throws SQLException {
    List<Long> places = new ArrayList<>();
    do {
      places.add(rows.getLong(1));
    } while (places.size() < PLACES && rows.next());
    places.addAll(Collections.nCopies(PLACES - places.size(), places.get(places.size() - 1)));
    return places;
  }

  /** Returns whether the reader wants more. */
  private static boolean read(
      Connection connection,
      String from,
      List<Long> places,
      Asked asked,
      Predicate<SealedEvent> reader)
      throws SQLException {
    String sql =
        "SELECT "
            + EVENT
            + ", seq, mac"
            + from
            + " AND happened >= ? AND happened < ?"
            + (asked.staff() == null ? "" : " AND staff = ?")
            + (asked.outcome() == null ? "" : " AND outcome = ?")
            + " ORDER BY seq DESC";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(FETCH);
      int at = 0;
      for (long place : places) {
        select.setLong(++at, place);
      }
      select.setLong(++at, asked.from());
      select.setLong(++at, asked.to());
      if (asked.staff() != null) {
        Uuids.set(select, ++at, asked.staff(), Uuids.nativeIn(connection));
      }
      if (asked.outcome() != null) {
        select.setString(++at, asked.outcome().name());
      }
      boolean more = true;
      try (ResultSet rows = select.executeQuery()) {
        while (more && rows.next()) {
          more = reader.test(sealedEvent(rows));
        }
      }
      return more;
    }
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static int write(Connection connection, String sql, Head head) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, head.seq());
      statement.setString(2, HexFormat.of().formatHex(head.mac()));
      statement.setString(3, HexFormat.of().formatHex(head.seal()));
      statement.setString(4, head.name());
      return statement.executeUpdate();
    }
  }

  private static AuditEvent event(ResultSet row) throws SQLException {
    return new AuditEvent(
        Uuids.get(row, 1),
        row.getLong(2),
        Uuids.get(row, 3),
        AuditEvent.Outcome.valueOf(row.getString(4)),
        row.getString(5),
        SubjectText.read(row.getString(6)),
        row.getString(7),
        row.getString(8));
  }

  private static SealedEvent sealedEvent(ResultSet row) throws SQLException {
    long seq = row.getLong(9);
    byte[] mac = bytes(row.getString(10));
    try {
      AuditEvent event = event(row);
      // A word that had to be cut or cleaned on reading is not the word that was sealed.
      boolean same =
          event.act().equals(row.getString(5))
              && Objects.equals(event.detail(), row.getString(7))
              && Objects.equals(event.request(), row.getString(8));
      return new SealedEvent(seq, same ? event : null, mac);
    } catch (IllegalArgumentException | NullPointerException changed) {
      return new SealedEvent(seq, null, mac);
    }
  }

  private static Head head(ResultSet row) throws SQLException {
    byte[] mac = bytes(row.getString(3));
    byte[] seal = bytes(row.getString(4));
    byte[] none = new byte[0];
    return new Head(
        row.getString(1), row.getLong(2), mac == null ? none : mac, seal == null ? none : seal);
  }

  /** Null when the text is not what was written: lower-case hexadecimal. */
  private static byte[] bytes(String hex) {
    try {
      byte[] bytes = hex == null ? null : HexFormat.of().parseHex(hex);
      return bytes != null && HexFormat.of().formatHex(bytes).equals(hex) ? bytes : null;
    } catch (IllegalArgumentException changed) {
      return null;
    }
  }
}
