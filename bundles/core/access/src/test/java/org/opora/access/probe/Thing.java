package org.opora.access.probe;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Something that belongs to a subject. */
@Entity
@Table(schema = "PROBE", name = "THING")
public class Thing {
  @Id private UUID id;
  private UUID subject;

  protected Thing() {}

  public Thing(UUID id, UUID subject) {
    this.id = id;
    this.subject = subject;
  }
}
