package org.opora.api.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opora.api.ids.RoomId;
import org.osgi.annotation.versioning.ProviderType;

/** The rooms of the centre. No data about a person, so nobody is asked for a viewer. */
@ProviderType
public interface Rooms {
  /** Rooms that are in use, by name. */
  List<Offer> inUse();

  /** Names of these rooms, also of those no longer in use. */
  Map<RoomId, String> names(Collection<RoomId> rooms);

  /**
   * Takes over a room that a bundle kept itself, under the key it had; nothing happens when the key
   * is known. In the caller's transaction.
   */
  void takeOver(RoomId id, String name, boolean inUse);

  /**
   * A room that can be booked.
   *
   * @param seats how many people it holds at once
   * @param shared whether several appointments may be in it at once, as far as the seats go
   * @param door by which people come to it; rooms with the same words share a door
   */
  record Offer(RoomId id, String name, int seats, boolean shared, String door) {}
}
