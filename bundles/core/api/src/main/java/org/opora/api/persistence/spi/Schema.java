package org.opora.api.persistence.spi;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A bundle's tables: registered as a service, and the core migrates them ({@code db/V001__*.sql} of
 * the same bundle, plus {@code db/derby} or {@code db/postgresql} where the two differ), builds the
 * persistence unit and registers its Transactions. The SQL schema has the unit's name in capitals,
 * with underscores.
 */
@ConsumerType
public interface Schema {
  /** The bundle's id, such as {@code supervised-contacts}. */
  String unit();

  /**
   * Managed classes. The read-only rows of {@code org.opora.api.access.rows} are added by the core.
   */
  List<Class<?>> entities();

  /**
   * Columns that hold the key of a person, as {@code TABLE.COLUMN}: for merge, export and erasure.
   */
  List<String> personColumns();

  /** Columns that hold the key of a case file or a child's sub-file, as {@code TABLE.COLUMN}. */
  List<String> fileColumns();

  /**
   * Tables in which it is written that somebody was here, such as trails, sessions and drafts: what
   * is reckoned from the records of the house does not change with them. Without the schema.
   */
  default Set<String> passing() {
    return Set.of();
  }
}
