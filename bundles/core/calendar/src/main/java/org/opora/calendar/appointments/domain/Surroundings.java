package org.opora.calendar.appointments.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.RoomId;
import org.opora.calendar.hours.domain.Timetable;
import org.opora.calendar.rooms.domain.RoomFacts;

/**
 * What there is around a booking.
 *
 * @param rooms those of the booking and of its neighbours
 * @param others without the appointment itself; of that there are only those who came to it and are
 *     expected no more
 * @param keys of each person of the booking, every key they are known by
 * @param apart of each person of the booking, every key of those whom they must not meet; people
 *     without anybody are missing
 * @param away staff of the booking who are away on its day
 * @param hours when staff of the booking are at work; those who have written nothing down are
 *     missing
 */
public record Surroundings(
    Map<RoomId, RoomFacts> rooms,
    List<Neighbour> others,
    Map<UUID, Set<UUID>> keys,
    Map<UUID, Set<UUID>> apart,
    Set<UUID> away,
    Map<UUID, Timetable> hours) {

  boolean mustNotMeet(UUID person, UUID other) {
    return apart.getOrDefault(person, Set.of()).contains(other);
  }

  boolean same(UUID person, UUID other) {
    return person.equals(other) || keys.getOrDefault(person, Set.of()).contains(other);
  }

  /** As far as it is written down. */
  boolean atWork(UUID colleague, Slot slot) {
    Timetable known = hours.get(colleague);
    return known == null || known.covers(slot);
  }

  /** Whether people come to both rooms by one door; of a room nobody knows it is believed. */
  boolean oneDoor(RoomId one, RoomId other) {
    RoomFacts first = rooms.get(one);
    RoomFacts second = rooms.get(other);
    return first == null || second == null || first.door().equalsIgnoreCase(second.door());
  }
}
