package org.opora.supervisedcontacts.contacts.domain;

import org.opora.api.ids.RoomId;

/**
 * Where a contact takes place.
 *
 * @param room of the house; null when it is elsewhere
 * @param code of the list {@link org.opora.supervisedcontacts.plans.domain.Places#LIST} of what is
 *     elsewhere; null where nobody said. With a room it is where the contact was before somebody
 *     moved it into the house
 * @param wayMinutes how long the facilitator is on the way to that place, and again back
 */
public record Place(RoomId room, String code, int wayMinutes) {
  public Place {
    if (wayMinutes < 0) {
      throw new IllegalArgumentException("a way of " + wayMinutes + " minutes");
    }
  }

  public static Place in(RoomId room) {
    return new Place(room, null, 0);
  }

  public static Place elsewhere(String code, int wayMinutes) {
    return new Place(null, code, wayMinutes);
  }

  public boolean inTheHouse() {
    return room != null;
  }

  /** Moved into this room, or with null back to where it was outside. */
  public Place moved(RoomId other) {
    return new Place(other, code, wayMinutes);
  }
}
