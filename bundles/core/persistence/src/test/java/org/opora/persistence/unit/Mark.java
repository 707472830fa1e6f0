package org.opora.persistence.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Sample entity of the other unit. */
@Entity
@Table(schema = "RIGHT_SIDE", name = "MARK")
public class Mark {
  @Id private UUID id;
  private int points;

  protected Mark() {}

  public Mark(UUID id, int points) {
    this.id = id;
    this.points = points;
  }

  public int points() {
    return points;
  }

  public void add(int more) {
    points += more;
  }
}
