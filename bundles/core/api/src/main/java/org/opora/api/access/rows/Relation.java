package org.opora.api.access.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/**
 * ACCESS.RELATION, for {@code Scope}. Read-only: only the access bundle writes it, with SQL of its
 * own.
 */
@Entity
@Table(schema = "ACCESS", name = "RELATION")
public class Relation {
  @Id private UUID id;

  @Column(updatable = false, insertable = false)
  private UUID staff;

  @Column(updatable = false, insertable = false)
  private UUID subject;

  @Column(updatable = false, insertable = false)
  private LocalDate since;

  @Column(name = "UNTIL_DAY", updatable = false, insertable = false)
  private LocalDate until;

  @Column(updatable = false, insertable = false)
  private Long expires;

  protected Relation() {}
}
