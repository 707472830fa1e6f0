package org.opora.api.access.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** ACCESS.WALL, for {@code Scope}. Read-only. */
@Entity
@Table(schema = "ACCESS", name = "WALL")
public class Wall {
  @Id private UUID id;

  @Column(updatable = false, insertable = false)
  private UUID staff;

  @Column(updatable = false, insertable = false)
  private UUID subject;

  @Column(name = "UNTIL_DAY", updatable = false, insertable = false)
  private LocalDate until;

  @Column(name = "LIFTED_ON", updatable = false, insertable = false)
  private LocalDate liftedOn;

  /** Of a wall that was raised by hand; null of any other. */
  @Column(updatable = false, insertable = false)
  private UUID origin;

  protected Wall() {}
}
