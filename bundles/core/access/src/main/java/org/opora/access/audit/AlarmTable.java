package org.opora.access.audit;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.access.audit.Watch.Finding;
import org.opora.access.audit.Watch.Kind;
import org.opora.access.persistence.Uuids;

/** SQL of what was found in the trail. */
final class AlarmTable {
  private AlarmTable() {}

  /** What is in the table. */
  record Alarm(UUID id, Finding finding) {}

  /** When the same was found last, of the chain the same row; null when it never was. */
  static Long last(Connection connection, Finding finding) throws SQLException {
    boolean chain = finding.kind() == Kind.CHAIN;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT MAX(happened) FROM ACCESS.AUDIT_ALARM WHERE kind = ? AND "
                + (chain ? "figure = ?" : "staff = ?"))) {
      select.setString(1, finding.kind().name());
      if (chain) {
        select.setLong(2, finding.figure());
      } else {
        Uuids.set(select, 2, finding.staff(), Uuids.nativeIn(connection));
      }
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        long last = rows.getLong(1);
        return rows.wasNull() ? null : last;
      }
    }
  }

  static void insert(Connection connection, Alarm alarm) throws SQLException {
    boolean nativeUuid = Uuids.nativeIn(connection);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ACCESS.AUDIT_ALARM (id, kind, staff, happened, figure)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      Uuids.set(insert, 1, alarm.id(), nativeUuid);
      insert.setString(2, alarm.finding().kind().name());
      Uuids.set(insert, 3, alarm.finding().staff(), nativeUuid);
      insert.setLong(4, alarm.finding().at());
      insert.setLong(5, alarm.finding().figure());
      insert.executeUpdate();
    }
  }

  static List<Alarm> untold(Connection connection) throws SQLException {
    List<Alarm> alarms = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, kind, staff, happened, figure FROM ACCESS.AUDIT_ALARM"
                    + " WHERE told IS NULL ORDER BY happened, id");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        alarms.add(
            new Alarm(
                Uuids.get(rows, 1),
                new Finding(
                    Kind.valueOf(rows.getString(2)),
                    Uuids.get(rows, 3),
                    rows.getLong(4),
                    rows.getLong(5))));
      }
    }
    return alarms;
  }

  static void told(Connection connection, UUID alarm, long now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE ACCESS.AUDIT_ALARM SET told = ? WHERE id = ?")) {
      update.setLong(1, now);
      Uuids.set(update, 2, alarm, Uuids.nativeIn(connection));
      update.executeUpdate();
    }
  }

  /** The fullest hour on a day from this one on and before that one; 0 when there was none. */
  static int peak(Connection connection, UUID staff, LocalDate from, LocalDate before)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT MAX(files) FROM ACCESS.AUDIT_PEAK"
                + " WHERE staff = ? AND day_of >= ? AND day_of < ?")) {
      Uuids.set(select, 1, staff, Uuids.nativeIn(connection));
      select.setDate(2, Date.valueOf(from));
      select.setDate(3, Date.valueOf(before));
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }

  /** Raises the peak of the day, and forgets days that count no more. */
  static void raise(Connection connection, UUID staff, LocalDate day, int files, LocalDate forget)
      throws SQLException {
    boolean nativeUuid = Uuids.nativeIn(connection);
    if (peak(connection, staff, day, day.plusDays(1)) >= files) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM ACCESS.AUDIT_PEAK WHERE staff = ? AND (day_of = ? OR day_of < ?)")) {
      Uuids.set(delete, 1, staff, nativeUuid);
      delete.setDate(2, Date.valueOf(day));
      delete.setDate(3, Date.valueOf(forget));
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ACCESS.AUDIT_PEAK (staff, day_of, files) VALUES (?, ?, ?)")) {
      Uuids.set(insert, 1, staff, nativeUuid);
      insert.setDate(2, Date.valueOf(day));
      insert.setInt(3, files);
      insert.executeUpdate();
    }
  }
}
