package org.opora.persistence.database;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Where the data lie.
 *
 * @param data data folder
 * @param keys folder of the master key, outside the data folder
 * @param url JDBC URL, {@code jdbc:derby:...} or {@code jdbc:postgresql:...}
 * @param user null where the database asks for none
 * @param passwordFile null where the database asks for none
 * @param prepared an empty Derby database that a first start unpacks; null where there is none
 */
public record Settings(
    Path data, Path keys, String url, String user, Path passwordFile, Path prepared) {
  /** Without a prepared database. */
  public Settings(Path data, Path keys, String url, String user, Path passwordFile) {
    this(data, keys, url, user, passwordFile, null);
  }

  /** Reads the settings from framework or system properties. */
  public static Settings from(UnaryOperator<String> property) {
    Path data = Path.of(or(property.apply("opora.data"), "data")).toAbsolutePath().normalize();
    String keys = property.apply("opora.keys");
    return new Settings(
        data,
        keys == null || keys.isBlank()
            ? data.resolveSibling(data.getFileName() + ".keys")
            : Path.of(keys).toAbsolutePath().normalize(),
        or(property.apply("opora.db"), "jdbc:derby:" + data.resolve("db")),
        property.apply("opora.db.user"),
        file(property.apply("opora.db.password.file")),
        file(property.apply("opora.db.prepared")));
  }

  private static Path file(String value) {
    return value == null || value.isBlank() ? null : Path.of(value);
  }

  private static String or(String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
