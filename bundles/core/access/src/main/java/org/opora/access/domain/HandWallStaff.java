package org.opora.access.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A member of staff whom a wall that was raised by hand names. */
@Entity
@Table(schema = "ACCESS", name = "HAND_WALL_STAFF")
public class HandWallStaff {
  @Id private UUID id;
  private UUID wall;
  private UUID staff;

  protected HandWallStaff() {}

  public HandWallStaff(UUID id, UUID wall, UUID staff) {
    this.id = id;
    this.wall = wall;
    this.staff = staff;
  }

  public UUID staff() {
    return staff;
  }
}
