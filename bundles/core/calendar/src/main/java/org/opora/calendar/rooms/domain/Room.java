package org.opora.calendar.rooms.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.opora.api.ids.RoomId;

/**
 * A room. One that is no longer used stays, so that past appointments still say where they were.
 */
@Entity
@Table(schema = "CALENDAR", name = "ROOM")
public class Room {
  @Id private UUID id;
  @Version private long version;
  private String name;
  private int seats;
  private boolean shared;
  private String door;

  @Column(name = "IN_USE")
  private boolean inUse;

  protected Room() {}

  public Room(RoomId id, RoomFacts facts) {
    this.id = id.value();
    is(facts);
  }

  public final void is(RoomFacts facts) {
    name = facts.name();
    seats = facts.seats();
    shared = facts.shared();
    door = facts.door();
    inUse = facts.inUse();
  }

  public RoomId id() {
    return new RoomId(id);
  }

  public long version() {
    return version;
  }

  public RoomFacts facts() {
    return new RoomFacts(name, seats, shared, door, inUse);
  }
}
