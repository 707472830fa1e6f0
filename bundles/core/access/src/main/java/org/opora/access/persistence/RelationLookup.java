package org.opora.access.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Decision;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;

/**
 * Asks the tables: is there a wall, is there a relation today? A wall at one key of a person stands
 * at all of them. One query for a yes. It is SQL of its own, because every request that shows a
 * subject waits for it.
 */
public final class RelationLookup {
  private static final String WALL =
      "SELECT w.id FROM ACCESS.WALL w WHERE w.staff = ? AND w.subject = ? AND w.lifted_on IS NULL"
          + " AND (w.until_day IS NULL OR w.until_day >= ?) UNION ALL SELECT w.id FROM"
          + " ACCESS.SAME_KEY k JOIN ACCESS.WALL w ON w.subject = k.other WHERE w.staff = ? AND"
          + " k.person = ? AND w.lifted_on IS NULL AND (w.until_day IS NULL OR w.until_day >= ?)";
  private static final String RELATION =
      "SELECT r.kind, r.expires FROM ACCESS.RELATION r WHERE r.staff = ? AND r.subject = ? AND"
          + " r.since <= ? AND (r.until_day IS NULL OR r.until_day >= ?) AND (r.expires IS NULL OR"
          + " r.expires > ?) AND NOT EXISTS (SELECT w.id FROM ACCESS.WALL w WHERE w.staff = r.staff"
          + " AND w.subject = r.subject AND w.lifted_on IS NULL AND (w.until_day IS NULL OR"
          + " w.until_day >= ?)) AND NOT EXISTS (SELECT w.id FROM ACCESS.SAME_KEY k JOIN"
          + " ACCESS.WALL w ON w.subject = k.other WHERE k.person = r.subject AND w.staff = r.staff"
          + " AND w.lifted_on IS NULL AND (w.until_day IS NULL OR w.until_day >= ?))";

  private final Transactions tx;

  public RelationLookup(Transactions tx) {
    this.tx = tx;
  }

  /** For a grant that carries to everything. */
  public Decision everything(StaffId staff, Subject subject, LocalDate today) {
    return tx.read(
        em ->
            walled(em.unwrap(Connection.class), staff, subject, today)
                ? Decision.denied("wall")
                : Decision.allowed("all"));
  }

  /**
   * For a grant that reads and carries to what the viewer is related to on that day, also to what
   * is lent to them, until its moment.
   */
  public Decision reading(StaffId staff, Subject subject, LocalDate today, Instant now) {
    return own(staff, subject, today, now);
  }

  /** The same for one that changes something: what is lent is for reading. */
  public Decision changing(StaffId staff, Subject subject, LocalDate today, Instant now) {
    Decision reading = own(staff, subject, today, now);
    return reading.lent() ? Decision.denied(Decision.READS_ONLY) : reading;
  }

  private Decision own(StaffId staff, Subject subject, LocalDate today, Instant now) {
    return tx.read(
        em -> {
          Connection connection = em.unwrap(Connection.class);
          RelationKind kind = kind(connection, staff, subject, today, now);
          if (kind != null) {
            return Decision.by(kind);
          }
          return Decision.denied(
              walled(connection, staff, subject, today) ? "wall" : "no-relation");
        });
  }

  private static RelationKind kind(
      Connection connection, StaffId staff, Subject subject, LocalDate today, Instant now) {
    return ask(
        connection,
        RELATION,
        RelationLookup::lasting,
        staff.value(),
        subject.id(),
        today,
        today,
        now.toEpochMilli(),
        today,
        today);
  }

  private static boolean walled(
      Connection connection, StaffId staff, Subject subject, LocalDate today) {
    UUID who = staff.value();
    return ask(
        connection, WALL, ResultSet::next, who, subject.id(), today, who, subject.id(), today);
  }

  /**
   * The kind of one of the relations; what lasts says more than what is lent, and an inspection
   * more than an emergency, which nobody needs beside it. There is hardly ever more than one, so
   * nobody sorts them.
   *
   * @return null without one
   */
  private static RelationKind lasting(ResultSet rows) throws SQLException {
    RelationKind kind = null;
    while (rows.next()) {
      RelationKind found = RelationKind.valueOf(rows.getString(1));
      if (rows.getObject(2) == null) {
        return found;
      }
      if (kind != RelationKind.INSPECTOR) {
        kind = found;
      }
    }
    return kind;
  }

  /** Reads what a question found. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private static <T> T ask(Connection connection, String sql, Reader<T> reader, Object... values) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      boolean nativeTypes = Uuids.nativeIn(connection);
      for (int place = 0; place < values.length; place++) {
        if (values[place] instanceof LocalDate day) {
          Uuids.set(query, place + 1, day, nativeTypes);
        } else if (values[place] instanceof Long moment) {
          query.setLong(place + 1, moment);
        } else {
          Uuids.set(query, place + 1, (UUID) values[place], nativeTypes);
        }
      }
      try (ResultSet rows = query.executeQuery()) {
        return reader.read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Access cannot be looked up, so nothing is allowed", e);
    }
  }
}
