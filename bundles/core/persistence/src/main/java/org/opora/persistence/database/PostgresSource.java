package org.opora.persistence.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to PostgreSQL as the house wants them. */
final class PostgresSource {
  private PostgresSource() {}

  /**
   * @param user null where the database asks for none
   * @param passwordFile null where the database asks for none
   * @throws IOException when the password file cannot be read
   */
  static DataSource at(String url, String user, Path passwordFile) throws IOException {
    PGSimpleDataSource source = saying(url);
    if (user != null) {
      source.setUser(user);
    }
    if (passwordFile != null) {
      source.setPassword(Files.readString(passwordFile).strip());
    }
    source.setApplicationName("opora");
    source.setOptions("-c lock_timeout=5000");
    // The detail of a unique violation quotes the row, and a log holds no personal data.
    source.setLogServerErrorDetail(false);
    return source;
  }

  /**
   * With what the address says and nothing else. From {@code setUrl} on, each connection would name
   * every property that there is, and Flyway looks for passwords in that for a quarter of a second.
   */
  private static PGSimpleDataSource saying(String url) {
    Properties said = Driver.parseURL(url, null);
    if (said == null) {
      throw new IllegalArgumentException("Not an address of PostgreSQL");
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    for (PGProperty property : PGProperty.values()) {
      String value = said.getProperty(property.getName());
      if (value != null) {
        source.setProperty(property, value);
      }
    }
    return source;
  }
}
