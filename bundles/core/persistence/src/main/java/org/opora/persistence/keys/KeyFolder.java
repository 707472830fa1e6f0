package org.opora.persistence.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.opora.api.text.Text;
import org.opora.persistence.database.DatabaseUnavailable;
import org.opora.persistence.database.Settings;
import org.opora.persistence.unit.Scopes;

/**
 * The folder of the master key. It and the data know each other by a pairing id, and the database
 * holds a proof of the key: data and key of different houses are refused at the start, before
 * anything is written that nobody could read later.
 */
public final class KeyFolder {
  static final String KEY_FILE = "master.key";
  static final String PAIR_FILE = "pair.id";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Settings settings;
  private final Scopes scopes;

  private record Pairing(String pair, byte[] proof) {}

  private KeyFolder(Settings settings, Scopes scopes) {
    this.settings = settings;
    this.scopes = scopes;
  }

  /**
   * Reads the master key, and makes it at the very first start.
   *
   * @throws DatabaseUnavailable when the key is missing or belongs to other data
   */
  public static MasterKey open(Settings settings, Scopes scopes) {
    try {
      return new KeyFolder(settings, scopes).open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MasterKey open() throws IOException {
    Path file = settings.keys().resolve(KEY_FILE);
    String dataPair = read(settings.data().resolve(PAIR_FILE));
    Pairing known = scopes.read(KeyFolder::select);
    if (!Files.exists(file)) {
      if (dataPair != null || known != null) {
        throw refused("The key folder " + settings.keys() + " holds no master key", "keys.missing");
      }
      create(file);
    }
    MasterKey key = new MasterKey(Files.readAllBytes(file));
    String pair = read(settings.keys().resolve(PAIR_FILE));
    if (pair == null || (dataPair != null && !dataPair.equals(pair))) {
      throw wrong();
    }
    byte[] proof = key.fingerprint("pairing", pair);
    if (known == null) {
      scopes.required(connection -> insert(connection, new Pairing(pair, proof)));
    } else if (!known.pair.equals(pair) || !MessageDigest.isEqual(known.proof, proof)) {
      throw wrong();
    }
    if (dataPair == null) {
      write(settings.data().resolve(PAIR_FILE), pair.getBytes(StandardCharsets.US_ASCII));
    }
    return key;
  }

  private void create(Path file) throws IOException {
    Files.createDirectories(settings.keys());
    restrict(settings.keys(), "rwx------");
    byte[] secret = new byte[MasterKey.LENGTH];
    new SecureRandom().nextBytes(secret);
    write(
        settings.keys().resolve(PAIR_FILE),
        UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
    write(file, secret);
  }

  /**
   * On the disk for certain, whole or not at all: a key that is lost takes everything sealed with
   * it along.
   */
  private static void write(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    restrict(fresh, "rw-------");
    try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    if (POSIX) {
      try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  private static void restrict(Path path, String permissions) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).strip() : null;
  }

  private DatabaseUnavailable wrong() {
    return refused(
        "The master key in " + settings.keys() + " belongs to other data than " + settings.data(),
        "keys.wrong");
  }

  private DatabaseUnavailable refused(String message, String key) {
    return new DatabaseUnavailable(
        message, Text.of("org.opora.persistence", key, settings.keys().toString()), null);
  }

  private static Pairing select(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT PAIR, PROOF FROM HOUSE.PAIRING WHERE ID = 1");
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? new Pairing(rows.getString(1), rows.getBytes(2)) : null;
    }
  }

  private static Void insert(Connection connection, Pairing pairing) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO HOUSE.PAIRING (ID, PAIR, PROOF) VALUES (1, ?, ?)")) {
      insert.setString(1, pairing.pair);
      insert.setBytes(2, pairing.proof);
      insert.executeUpdate();
      return null;
    }
  }
}
