package org.opora.api.calendar;

import java.util.Objects;
import org.opora.api.ids.RoomId;

/**
 * Where an appointment takes place. The words for a place outside stay with the record behind it.
 *
 * @param room null when it is not in the house
 * @param travelMinutes how long staff are on the way before it, and again after it; 0 in the house
 */
public record Where(RoomId room, int travelMinutes) {
  /** Longest way that is believed. */
  public static final int LONGEST_WAY = 600;

  public Where {
    if (travelMinutes < 0 || travelMinutes > LONGEST_WAY) {
      throw new IllegalArgumentException("no way to travel: " + travelMinutes);
    }
    if (room != null && travelMinutes != 0) {
      throw new IllegalArgumentException("nobody travels to a room of the house");
    }
  }

  public static Where in(RoomId room) {
    return new Where(Objects.requireNonNull(room), 0);
  }

  public static Where elsewhere(int travelMinutes) {
    return new Where(null, travelMinutes);
  }

  public boolean inTheHouse() {
    return room != null;
  }
}
