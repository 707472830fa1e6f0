package org.opora.calendar.appointments.domain;

import java.util.List;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.RoomId;

/**
 * Another appointment that may stand in the way.
 *
 * @param takesPlace whether it does; of one that was cancelled, as of the one that is changed,
 *     there are only those who came to it and are still in the house
 * @param room null when it is not in the house
 * @param people how many come to it, whoever they are
 * @param expected those of them who may stand in the way
 */
public record Neighbour(
    AppointmentId id,
    boolean takesPlace,
    Slot slot,
    RoomId room,
    int people,
    List<Expected> expected) {
  public Neighbour {
    expected = List.copyOf(expected);
  }

  /** One that takes place. */
  public Neighbour(AppointmentId id, Slot slot, RoomId room, int people, List<Expected> expected) {
    this(id, true, slot, room, people, expected);
  }
}
