package org.opora.operations.backup.domain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.opora.api.persistence.IdleDatabase;
import org.opora.api.persistence.IdleDatabase.Address;

/** The tables of a house on a database server, while no product works with them. */
public record Tables(IdleDatabase server, Address address) {
  /**
   * The server behind a JDBC URL; null for an embedded database, whose tables lie in the data
   * folder. Only outside the framework.
   */
  public static Tables at(Address address) {
    return ServiceLoader.load(IdleDatabase.class, IdleDatabase.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(server -> server.knows(address.url()))
        .findFirst()
        .map(server -> new Tables(server, address))
        .orElse(null);
  }

  Optional<String> house() throws IOException {
    return server.house(address);
  }

  void copyTo(Path folder) throws IOException {
    server.copyTo(address, folder);
  }

  void replaceBy(Path copy) throws IOException {
    server.replaceBy(address, copy);
  }
}
