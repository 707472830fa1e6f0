package org.opora.supervisedcontacts.contacts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.opora.api.ids.RoomId;

/** A room as it was kept here before the calendar of the house kept all of them; only read. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "ROOM")
public class FormerRoom {
  @Id private UUID id;
  @Version private long version;
  private String name;

  @Column(name = "IN_USE")
  private boolean inUse;

  protected FormerRoom() {}

  public RoomId id() {
    return new RoomId(id);
  }

  public String name() {
    return name;
  }

  public boolean inUse() {
    return inUse;
  }
}
