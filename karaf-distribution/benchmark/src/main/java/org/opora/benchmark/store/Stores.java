package org.opora.benchmark.store;

import java.nio.file.Path;
import org.opora.driver.Distribution;

/** The databases that are measured. */
public final class Stores {
  private Stores() {}

  /**
   * @param database {@code derby} or {@code postgresql}
   * @param name of the data folder
   */
  public static Store open(String database, String name) {
    Path data = Distribution.freshData(database + "-" + name);
    return database.equals("derby") ? new DerbyStore(data) : new PostgresStore(data);
  }
}
