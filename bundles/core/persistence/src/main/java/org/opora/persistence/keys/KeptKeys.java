package org.opora.persistence.keys;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import org.opora.persistence.unit.Scopes;

/**
 * What is kept in HOUSE.KEPT_KEY, sealed with the master key: the root of the fingerprints, and a
 * copy of every small file of the key folder but the master key's own. Whoever has lost that folder
 * and has the sheet of the master key gets them back.
 */
record KeptKeys(Path folder, SecretKey wrapping, Scopes scopes) {
  /** The root of the fingerprints; no file has a name like this. */
  static final String MARKS = "/marks";

  private static final long LARGEST = 8_192;
  private static final int LONGEST_NAME = 64;
  private static final Envelope ENVELOPE = new Envelope();

  /** Null when there is none. */
  byte[] find(String name) {
    byte[] sealed = scopes.read(KeptKeys::all).get(name);
    return sealed == null ? null : ENVELOPE.open(wrapping, place(name), sealed);
  }

  void keep(Connection connection, String name, byte[] plain) throws SQLException {
    byte[] sealed = ENVELOPE.seal(wrapping, DataKeys.WRAP, place(name), plain);
    if (!put(connection, "UPDATE HOUSE.KEPT_KEY SET SEALED = ? WHERE NAME = ?", name, sealed)) {
      put(connection, "INSERT INTO HOUSE.KEPT_KEY (SEALED, NAME) VALUES (?, ?)", name, sealed);
    }
  }

  private static boolean put(Connection connection, String sql, String name, byte[] sealed)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, sealed);
      statement.setString(2, name);
      return statement.executeUpdate() > 0;
    }
  }

  /**
   * Copies of the files as they are now; files that are gone come back. So do those that a power
   * cut left empty: their copies must not become as empty.
   */
  void settle() throws IOException {
    Map<String, byte[]> kept = new TreeMap<>();
    scopes
        .read(KeptKeys::all)
        .forEach((name, bytes) -> kept.put(name, ENVELOPE.open(wrapping, place(name), bytes)));
    kept.remove(MARKS);
    Map<String, byte[]> changed = new TreeMap<>();
    files().entrySet().stream()
        .filter(file -> !Arrays.equals(kept.get(file.getKey()), file.getValue()))
        .forEach(file -> changed.put(file.getKey(), file.getValue()));
    if (!changed.isEmpty()) {
      scopes.required(
          connection -> {
            for (Map.Entry<String, byte[]> file : changed.entrySet()) {
              keep(connection, file.getKey(), file.getValue());
            }
            return null;
          });
    }
    for (Map.Entry<String, byte[]> file : kept.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.exists(path) || Files.size(path) == 0) {
        KeyFiles.folder(folder);
        KeyFiles.write(path, file.getValue());
      }
    }
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        for (Path file : all) {
          String name = file.getFileName().toString();
          if (!name.startsWith("master.")
              && !name.equals(KeyFolder.PAIR_FILE)
              && !name.endsWith(".new")
              && !name.endsWith(".part")
              && name.length() <= LONGEST_NAME
              && Files.isRegularFile(file)
              && Files.size(file) > 0
              && Files.size(file) <= LARGEST) {
            files.put(name, Files.readAllBytes(file));
          }
        }
      }
    }
    return files;
  }

  /** By name, sealed. */
  static Map<String, byte[]> all(Connection connection) throws SQLException {
    Map<String, byte[]> all = new TreeMap<>();
    try (PreparedStatement query =
            connection.prepareStatement("SELECT NAME, SEALED FROM HOUSE.KEPT_KEY");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        all.put(rows.getString(1), rows.getBytes(2));
      }
    }
    return all;
  }

  static String place(String name) {
    return "HOUSE.KEPT_KEY.SEALED|" + name;
  }
}
