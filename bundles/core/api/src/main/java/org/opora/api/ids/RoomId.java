package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A room of the centre. */
public record RoomId(UUID value) implements Id {
  public RoomId {
    Objects.requireNonNull(value);
  }

  public static RoomId next() {
    return new RoomId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static RoomId parse(String text) {
    return new RoomId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
