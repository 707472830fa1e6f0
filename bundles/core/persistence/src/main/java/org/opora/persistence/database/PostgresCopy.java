package org.opora.persistence.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A consistent copy of a PostgreSQL database. */
record PostgresCopy(DataSource source) {
  void write(Path folder) throws IOException, SQLException {
    throw new IOException("later");
  }

  void read(Path folder) throws IOException, SQLException {
    throw new IOException("later");
  }
}
