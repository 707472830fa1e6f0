package org.opora.supervisedcontacts.rooms.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** A room in which children meet relatives. */
public record RoomId(UUID value) implements Id {
  public RoomId {
    Objects.requireNonNull(value);
  }

  public static RoomId next() {
    return new RoomId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
