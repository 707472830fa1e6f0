package org.opora.supervisedcontacts.rooms.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * Something that can be in one place only: a room, a facilitator, a child. Its row is locked while
 * a booking is checked and written, so that two people cannot book it for the same time.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "RESOURCE")
public class Resource {
  @Id private UUID id;

  protected Resource() {}

  public Resource(UUID id) {
    this.id = id;
  }

  public UUID id() {
    return id;
  }
}
