package org.opora.calendar.appointments.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Slot;
import org.opora.calendar.rooms.domain.RoomFacts;

/**
 * The second answer to what stands in the way: somebody stands in the house the whole day and looks
 * around every minute. Slow and plain; it compares no ends with beginnings.
 */
final class ClashesByMinutes {
  /** What was seen; not when. */
  record Seen(Collision.Kind kind, UUID who, UUID other) {}

  private final Booking booking;
  private final List<Expected> expected;
  private final Surroundings around;
  private final Set<Seen> seen = new HashSet<>();

  private ClashesByMinutes(Booking booking, List<Expected> expected, Surroundings around) {
    this.booking = booking;
    this.expected = expected;
    this.around = around;
  }

  static Set<Seen> of(Booking booking, List<Expected> expected, Surroundings around, Slot day) {
    ClashesByMinutes watch = new ClashesByMinutes(booking, expected, around);
    for (var minute = day.start(); minute.isBefore(day.end()); minute = minute.plusSeconds(60)) {
      watch.look(minute);
    }
    watch.beforehand();
    return watch.seen;
  }

  private void look(java.time.Instant minute) {
    if (booking.where().inTheHouse() && booking.slot().contains(minute)) {
      room(minute);
    }
    for (Expected one : expected) {
      if (one.busy().contains(minute) && !working(one.who(), minute)) {
        seen.add(new Seen(Collision.Kind.STAFF_OFF_HOURS, one.who(), null));
      }
      for (Neighbour neighbour : around.others()) {
        for (Expected other : neighbour.expected()) {
          both(one, neighbour, other, minute);
        }
      }
    }
  }

  /** Looks at the clock on the wall and at the list of hours beside it. */
  private boolean working(UUID who, java.time.Instant minute) {
    if (!around.hours().containsKey(who)) {
      return true;
    }
    var clock = minute.atZone(around.hours().get(who).zone());
    var hours = around.hours().get(who).on(clock.toLocalDate());
    return hours.isEmpty()
        || hours.stream()
            .anyMatch(
                shift ->
                    shift.day() == clock.getDayOfWeek()
                        && !clock.toLocalTime().isBefore(shift.from())
                        && clock.toLocalTime().isBefore(shift.until()));
  }

  private void room(java.time.Instant minute) {
    UUID room = booking.where().room().value();
    RoomFacts facts = around.rooms().get(booking.where().room());
    if (facts == null || !facts.inUse()) {
      return;
    }
    int inside = booking.attendees().size() + booking.guests();
    boolean alone = true;
    for (Neighbour other : around.others()) {
      if (booking.where().room().equals(other.room()) && other.slot().contains(minute)) {
        inside += other.people();
        alone = false;
      }
    }
    if (!facts.shared() && !alone) {
      seen.add(new Seen(Collision.Kind.ROOM_TAKEN, room, null));
    } else if (inside > facts.seats()) {
      seen.add(new Seen(Collision.Kind.ROOM_FULL, room, null));
    }
  }

  private void both(Expected one, Neighbour neighbour, Expected other, java.time.Instant minute) {
    boolean person = one.kind() == Attendee.Kind.PERSON;
    boolean same =
        one.kind() == other.kind()
            && (one.who().equals(other.who())
                || person && around.keys().get(one.who()).contains(other.who()));
    if (same && one.busy().contains(minute) && other.busy().contains(minute)) {
      seen.add(
          new Seen(
              person ? Collision.Kind.PERSON_TAKEN : Collision.Kind.STAFF_TAKEN, one.who(), null));
    }
    if (person
        && other.kind() == Attendee.Kind.PERSON
        && around.apart().getOrDefault(one.who(), Set.of()).contains(other.who())
        && one.here() != null
        && other.here() != null
        && one.here().contains(minute)
        && other.here().contains(minute)) {
      String door = around.rooms().get(booking.where().room()).door();
      boolean sameDoor = around.rooms().get(neighbour.room()).door().equalsIgnoreCase(door);
      seen.add(
          new Seen(
              sameDoor ? Collision.Kind.APART_SAME_DOOR : Collision.Kind.APART_OTHER_DOOR,
              one.who(),
              other.who()));
    }
  }

  /** What is so whatever the hour. */
  private void beforehand() {
    if (booking.where().inTheHouse()) {
      UUID room = booking.where().room().value();
      RoomFacts facts = around.rooms().get(booking.where().room());
      if (facts == null || !facts.inUse()) {
        seen.add(new Seen(Collision.Kind.ROOM_GONE, room, null));
      }
      // Of a room that somebody else has nobody says that it is full as well.
      if (seen.contains(new Seen(Collision.Kind.ROOM_TAKEN, room, null))) {
        seen.remove(new Seen(Collision.Kind.ROOM_FULL, room, null));
      }
    }
    for (Expected one : expected) {
      if (around.away().contains(one.who())) {
        seen.add(new Seen(Collision.Kind.STAFF_AWAY, one.who(), null));
        seen.remove(new Seen(Collision.Kind.STAFF_OFF_HOURS, one.who(), null));
      }
      for (Expected other : expected) {
        if (expected.indexOf(one) < expected.indexOf(other)
            && around.apart().getOrDefault(one.who(), Set.of()).contains(other.who())) {
          seen.add(new Seen(Collision.Kind.APART_TOGETHER, one.who(), other.who()));
        }
      }
    }
    // By the same door once is enough, whatever else they are in the house for.
    seen.removeIf(
        one ->
            one.kind() == Collision.Kind.APART_OTHER_DOOR
                && seen.contains(new Seen(Collision.Kind.APART_SAME_DOOR, one.who(), one.other())));
  }
}
