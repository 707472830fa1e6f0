package org.opora.api.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/** The database as a whole, for health and backup. */
@ProviderType
public interface Database {
  /** {@code Derby} or {@code PostgreSQL}, with version. */
  String product();

  /** Whether a connection answers now. */
  boolean healthy();

  /**
   * Writes a consistent copy of the database into the empty folder while work goes on. Derby: a
   * folder with the database inside, ready to be put where the database lies while the product is
   * down. PostgreSQL: the tables and rows of the house, for {@link IdleDatabase#replaceBy}.
   */
  void copyTo(Path folder);

  /** Raw connection without a transaction of ours; the caller closes it. Only for core bundles. */
  Connection connection() throws SQLException;

  /** The data folder of this installation. */
  Path dataFolder();

  /** The folder of the master key, outside the data folder. */
  Path keyFolder();
}
