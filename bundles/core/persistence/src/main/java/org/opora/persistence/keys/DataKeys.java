package org.opora.persistence.keys;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.opora.api.access.Subject;
import org.opora.persistence.database.Dialect;
import org.opora.persistence.unit.Scopes;

/**
 * The keys that hang on people, files, sub-files and drawers: kept wrapped in HOUSE.DATA_KEY,
 * unwrapped in a bounded cache.
 */
final class DataKeys {
  private static final int CACHED = 20_000;

  /** The version of a key is one byte in what it sealed. */
  private static final int LAST = 255;

  /** Version of the wrapping, which is written into a wrapped key. */
  static final int WRAP = 1;

  private static final int LENGTH = 32;
  private static final String UNIQUE_VIOLATION = "23505";

  private final Scopes scopes;
  private final Dialect dialect;
  private final SecretKey wrapping;
  private final int generation;
  private final Envelope envelope = new Envelope();
  private final SecureRandom random = new SecureRandom();
  private final Map<Name, DataKey> cache =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Name, DataKey> eldest) {
              return size() > CACHED;
            }
          });

  /** The newest key of an owner has version 0 here. */
  private record Name(Subject owner, int version) {}

  record DataKey(int version, SecretKey key, int generation) {}

  DataKeys(HouseKeys house, Scopes scopes, Dialect dialect) {
    this.wrapping = house.master().wrapping();
    this.generation = house.generation();
    this.scopes = scopes;
    this.dialect = dialect;
  }

  /**
   * The owner's newest key, made when there is none yet, or only one from the time of a former
   * master key: whoever had that one and the data of then could still open what this one seals.
   */
  DataKey newest(Subject owner) {
    Name name = new Name(owner, 0);
    DataKey known = cache.get(name);
    if (known == null && !scopes.writing()) {
      known = scopes.read(connection -> select(connection, name));
    }
    if (!fresh(known)) {
      // Looked up inside, too: a second attempt finds what somebody else made meanwhile.
      known =
          scopes.required(
              connection -> {
                DataKey made = select(connection, name);
                return fresh(made)
                    ? made
                    : create(connection, owner, made == null ? 1 : made.version + 1);
              });
    }
    remember(name, known);
    return known;
  }

  private boolean fresh(DataKey key) {
    return key != null && (key.generation >= generation || key.version == LAST);
  }

  /**
   * @throws IllegalStateException when the owner has no such key
   */
  DataKey find(Subject owner, int version) {
    Name name = new Name(owner, version);
    DataKey known = cache.get(name);
    if (known == null) {
      known = scopes.read(connection -> select(connection, name));
      if (known == null) {
        throw new IllegalStateException("The key of a sealed value is not there");
      }
      remember(name, known);
    }
    return known;
  }

  /** A key made in a transaction counts only when that one commits. */
  private void remember(Name name, DataKey key) {
    if (cache.get(name) != key) {
      scopes.afterCommit(() -> cache.put(name, key));
    }
  }

  private DataKey select(Connection connection, Name name) throws SQLException {
    String sql =
        "SELECT KEY_VERSION, WRAPPED, GENERATION FROM HOUSE.DATA_KEY WHERE OWNER_KIND = ? AND OWNER_ID = ?"
            + (name.version == 0 ? " ORDER BY KEY_VERSION DESC" : " AND KEY_VERSION = ?");
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name.owner.kind().name());
      dialect.set(query, 2, name.owner.id());
      if (name.version != 0) {
        query.setInt(3, name.version);
      }
      try (ResultSet rows = query.executeQuery()) {
        return rows.next()
            ? unwrapped(name.owner, rows.getInt(1), rows.getBytes(2), rows.getInt(3))
            : null;
      }
    }
  }

  private DataKey create(Connection connection, Subject owner, int version) throws SQLException {
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO HOUSE.DATA_KEY (OWNER_KIND, OWNER_ID, KEY_VERSION, WRAPPED, GENERATION)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, owner.kind().name());
      dialect.set(insert, 2, owner.id());
      insert.setInt(3, version);
      insert.setBytes(4, envelope.seal(wrapping, WRAP, place(owner, version), secret));
      insert.setInt(5, generation);
      insert.executeUpdate();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        // Somebody else made the same key of the owner at the same moment; the next attempt finds
        // it.
        throw new Scopes.TryAgain(e);
      }
      throw e;
    }
    return new DataKey(version, new SecretKeySpec(secret, "AES"), generation);
  }

  private DataKey unwrapped(Subject owner, int version, byte[] wrapped, int from) {
    byte[] secret = envelope.open(wrapping, place(owner, version), wrapped);
    return new DataKey(version, new SecretKeySpec(secret, "AES"), from);
  }

  private static String place(Subject owner, int version) {
    return place(owner.kind().name(), owner.id(), version);
  }

  static String place(String kind, UUID owner, int version) {
    return "HOUSE.DATA_KEY.WRAPPED|" + kind + "|" + owner + "|" + version;
  }
}
