package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody said that two keys name one person, and that the second one leads. */
@Entity
@Table(schema = "ACCESS", name = "SAME_PERSON")
public class SameSaid {
  @Id private UUID id;

  @Column(name = "SAID_OF", updatable = false)
  private UUID saidOf;

  @Column(name = "SAID_WITH", updatable = false)
  private UUID saidWith;

  @Column(updatable = false)
  private long turn;

  protected SameSaid() {}

  public SameSaid(UUID id, UUID saidOf, UUID saidWith, long turn) {
    this.id = id;
    this.saidOf = saidOf;
    this.saidWith = saidWith;
    this.turn = turn;
  }

  public UUID id() {
    return id;
  }

  public UUID saidOf() {
    return saidOf;
  }

  public UUID saidWith() {
    return saidWith;
  }

  /** Which came before which, among those of one person. */
  public long turn() {
    return turn;
  }
}
