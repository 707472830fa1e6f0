package org.opora.persistence.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
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
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
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
}
