package org.opora.api.access.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * ACCESS.SAME_KEY, for {@code Scope}: another key of the same person, both ways. A wall at one key
 * of a person stands at all of them. Read-only, and never loaded: a person has as many rows as
 * other keys.
 */
@Entity
@Table(schema = "ACCESS", name = "SAME_KEY")
public class SameKey {
  @Id private UUID person;

  @Column(updatable = false, insertable = false)
  private UUID other;

  protected SameKey() {}
}
