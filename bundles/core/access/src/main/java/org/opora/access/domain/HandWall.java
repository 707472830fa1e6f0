package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Walls;

/**
 * A wall that was raised by hand, at several subjects before several members of staff. A lifted one
 * stays as a record.
 */
@Entity
@Table(schema = "ACCESS", name = "HAND_WALL")
public class HandWall {
  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Walls.Ground ground;

  @Enumerated(EnumType.STRING)
  private Walls.Keeps keeps;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "LIFTED_ON")
  private LocalDate liftedOn;

  protected HandWall() {}

  public HandWall(UUID id, Walls.Ground ground, Walls.Keeps keeps) {
    this.id = id;
    this.ground = ground;
    this.keeps = keeps;
  }

  public UUID id() {
    return id;
  }

  public Walls.Ground ground() {
    return ground;
  }

  public Walls.Keeps keeps() {
    return keeps;
  }

  /** The last day on which it stands; null until it is lifted. */
  public LocalDate until() {
    return until;
  }

  public void lasts(LocalDate lastDay) {
    until = lastDay;
  }

  public boolean stands(LocalDate day) {
    return liftedOn == null && (until == null || !until.isBefore(day));
  }

  public LocalDate liftedOn() {
    return liftedOn;
  }

  public void lifted(LocalDate on) {
    liftedOn = on;
  }
}
