package org.opora.api.access.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * ACCESS.CANONICAL_PERSON: one row per alias. A person without a row is canonical. Statistics join
 * it to count people once; a merge is a row, an unmerge deletes it, and nothing else is ever
 * re-pointed.
 */
@Entity
@Table(schema = "ACCESS", name = "CANONICAL_PERSON")
public class CanonicalPerson {
  @Id private UUID person;

  @Column(updatable = false, insertable = false)
  private UUID canonical;

  protected CanonicalPerson() {}
}
