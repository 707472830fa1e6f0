package org.opora.persistence.keys;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Which master key belongs to the database.
 *
 * @param generation how many there were, this one included
 * @param shown day on which it was shown to be put on paper; null when it never was
 */
record Pairing(String pair, byte[] proof, int generation, LocalDate shown) {

  boolean of(String given, MasterKey key) {
    return pair.equals(given) && MessageDigest.isEqual(proof, key.proof(given));
  }

  /** Null in a database that has none yet. */
  static Pairing select(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT PAIR, PROOF, GENERATION, SHEET_ON FROM HOUSE.PAIRING WHERE ID = 1");
        ResultSet rows = query.executeQuery()) {
      if (!rows.next()) {
        return null;
      }
      Date shown = rows.getDate(4);
      return new Pairing(
          rows.getString(1),
          rows.getBytes(2),
          rows.getInt(3),
          shown == null ? null : shown.toLocalDate());
    }
  }

  void insert(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO HOUSE.PAIRING (ID, PAIR, PROOF, GENERATION, SHEET_ON)"
                + " VALUES (1, ?, ?, ?, ?)")) {
      insert.setString(1, pair);
      insert.setBytes(2, proof);
      insert.setInt(3, generation);
      insert.setDate(4, shown == null ? null : Date.valueOf(shown));
      insert.executeUpdate();
    }
  }

  /** In the place of the present one. */
  void update(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE HOUSE.PAIRING SET PROOF = ?, GENERATION = ?, SHEET_ON = ? WHERE ID = 1")) {
      update.setBytes(1, proof);
      update.setInt(2, generation);
      update.setDate(3, shown == null ? null : Date.valueOf(shown));
      update.executeUpdate();
    }
  }

  /** Whether it was not yet shown, and counts as shown from now on. */
  static boolean markShown(Connection connection, LocalDate today) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE HOUSE.PAIRING SET SHEET_ON = ? WHERE ID = 1 AND SHEET_ON IS NULL")) {
      update.setDate(1, Date.valueOf(today));
      return update.executeUpdate() == 1;
    }
  }
}
