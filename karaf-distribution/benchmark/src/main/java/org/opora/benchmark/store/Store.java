package org.opora.benchmark.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * A data folder of the product with its database. It remembers one state and goes back to it, so
 * that every round begins with the same data.
 */
public interface Store extends AutoCloseable {
  /** Name and version, for people. */
  String name();

  /** The product's data folder; not there before its first start. */
  Path data();

  /** What the product has to find in its environment. */
  Map<String, String> environment();

  String url();

  /** Null where the database asks nobody. */
  String user();

  /**
   * A connection while neither product nor floor runs; closing the store's doors is the caller's.
   */
  Connection open() throws SQLException;

  /** Nobody in this process has the database open any more; planners know what is in it. */
  void settle() throws SQLException;

  /** Remembers what is there now. Nothing has the database open. */
  void keep();

  /** Goes back to what was remembered. */
  void restore();

  @Override
  void close();
}
