package org.opora.persistence.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.opora.api.persistence.IdleDatabase;

/** PostgreSQL while no product works with it. */
public final class IdlePostgres implements IdleDatabase {

  /** For {@link java.util.ServiceLoader}. */
  public IdlePostgres() {}

  @Override
  public boolean knows(String url) {
    return url.startsWith("jdbc:postgresql:");
  }

  @Override
  public Optional<String> house(Address address) throws IOException {
    try {
      return copy(address).house();
    } catch (SQLException fault) {
      throw new IOException(fault.getMessage(), fault);
    }
  }

  @Override
  public void copyTo(Address address, Path folder) throws IOException {
    try {
      copy(address).write(folder);
    } catch (SQLException fault) {
      throw new IOException(fault.getMessage(), fault);
    }
  }

  @Override
  public void replaceBy(Address address, Path folder) throws IOException {
    try {
      copy(address).read(folder);
    } catch (SQLException fault) {
      throw new IOException(fault.getMessage(), fault);
    }
  }

  private static PostgresCopy copy(Address address) throws IOException {
    return new PostgresCopy(
        PostgresSource.at(address.url(), address.user(), address.passwordFile()));
  }
}
