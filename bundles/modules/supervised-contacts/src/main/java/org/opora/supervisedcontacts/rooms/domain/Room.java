package org.opora.supervisedcontacts.rooms.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A room. A room that is no longer used stays, so that past contacts still say where they were. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "ROOM")
public class Room {
  @Id private UUID id;
  @Version private long version;
  private String name;

  @Column(name = "IN_USE")
  private boolean inUse = true;

  protected Room() {}

  public Room(RoomId id, String name) {
    this.id = id.value();
    this.name = name;
  }

  public void change(String name, boolean inUse) {
    this.name = name;
    this.inUse = inUse;
  }

  public RoomId id() {
    return new RoomId(id);
  }

  public long version() {
    return version;
  }

  public String name() {
    return name;
  }

  public boolean inUse() {
    return inUse;
  }
}
