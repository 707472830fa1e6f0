package org.opora.calendar.appointments.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opora.api.calendar.Attendee.Kind;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Collision;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.RoomId;
import org.opora.calendar.rooms.domain.RoomFacts;

/** Whether a booking is in anybody's way. */
public final class ClashCheck {
  private final Booking booking;
  private final List<Expected> expected;
  private final Surroundings around;

  private ClashCheck(Booking booking, List<Expected> expected, Surroundings around) {
    this.booking = booking;
    this.expected = expected;
    this.around = around;
  }

  /**
   * Everything that stands against it, at most once of a kind for each member of staff, person and
   * pair, in the order in which it is told.
   *
   * @param expected the attendees of the booking
   */
  public static List<Clash> of(Booking booking, List<Expected> expected, Surroundings around) {
    ClashCheck check = new ClashCheck(booking, expected, around);
    return Stream.of(check.room(), check.taken(), check.away(), check.offHours(), check.apart())
        .flatMap(List::stream)
        .sorted(Clash.ORDER)
        .toList();
  }

  private List<Clash> room() {
    RoomId room = booking.where().room();
    if (room == null) {
      return List.of();
    }
    RoomFacts facts = around.rooms().get(room);
    if (facts == null || !facts.inUse()) {
      return List.of(clash(Collision.Kind.ROOM_GONE, booking.slot(), room.value()));
    }
    List<Neighbour> inside =
        around.others().stream()
            .filter(other -> other.takesPlace() && room.equals(other.room()))
            .filter(other -> other.slot().overlaps(booking.slot()))
            .sorted(Comparator.comparing(other -> other.slot().start()))
            .toList();
    if (!facts.shared() && !inside.isEmpty()) {
      return List.of(clash(Collision.Kind.ROOM_TAKEN, inside.get(0).slot(), room.value()));
    }
    int come = booking.attendees().size() + booking.guests();
    return come + most(inside) > facts.seats()
        ? List.of(clash(Collision.Kind.ROOM_FULL, booking.slot(), room.value()))
        : List.of();
  }

  /**
   * How many are in the room at once while the booking lasts: people come together only where
   * somebody begins.
   */
  private int most(List<Neighbour> inside) {
    return Stream.concat(
            Stream.of(booking.slot().start()),
            inside.stream().map(other -> other.slot().start()).filter(booking.slot()::contains))
        .mapToInt(moment -> at(inside, moment))
        .max()
        .orElse(0);
  }

  private static int at(List<Neighbour> inside, Instant moment) {
    return inside.stream()
        .filter(other -> other.slot().contains(moment))
        .mapToInt(Neighbour::people)
        .sum();
  }

  /** Nobody is in two places at once. */
  private List<Clash> taken() {
    List<Clash> all = new ArrayList<>();
    for (Expected one : expected) {
      others(other -> other.kind() == one.kind() && around.same(one.who(), other.who()))
          .map(Expected::busy)
          .filter(busy -> busy != null && one.busy().overlaps(busy))
          .min(Comparator.comparing(Slot::start))
          .ifPresent(
              when ->
                  all.add(
                      clash(
                          one.kind() == Kind.STAFF
                              ? Collision.Kind.STAFF_TAKEN
                              : Collision.Kind.PERSON_TAKEN,
                          when,
                          one.who())));
    }
    return all;
  }

  private List<Clash> away() {
    return expected.stream()
        .filter(one -> one.kind() == Kind.STAFF && around.away().contains(one.who()))
        .map(one -> clash(Collision.Kind.STAFF_AWAY, booking.slot(), one.who()))
        .toList();
  }

  /** Of somebody who is away nobody says that they do not work at that hour. */
  private List<Clash> offHours() {
    return expected.stream()
        .filter(one -> one.kind() == Kind.STAFF && !around.away().contains(one.who()))
        .filter(one -> !around.atWork(one.who(), one.busy()))
        .map(one -> clash(Collision.Kind.STAFF_OFF_HOURS, booking.slot(), one.who()))
        .toList();
  }

  private List<Clash> apart() {
    List<Expected> people = expected.stream().filter(one -> one.kind() == Kind.PERSON).toList();
    List<Clash> all = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Expected one = people.get(i);
      for (Expected other : people.subList(i + 1, people.size())) {
        if (around.mustNotMeet(one.who(), other.who())) {
          all.add(new Clash(Collision.Kind.APART_TOGETHER, booking.slot(), one.who(), other.who()));
        }
      }
      if (one.here() != null) {
        all.addAll(inTheHouse(one));
      }
    }
    return all;
  }

  /** Those in the house at the same time, each told once: by the same door if that can be. */
  private List<Clash> inTheHouse(Expected one) {
    List<Clash> all = new ArrayList<>();
    for (Neighbour neighbour : around.others()) {
      for (Expected other : neighbour.expected()) {
        if (other.kind() == Kind.PERSON
            && other.here() != null
            && other.here().overlaps(one.here())
            && around.mustNotMeet(one.who(), other.who())) {
          boolean together = around.oneDoor(booking.where().room(), neighbour.room());
          all.add(
              new Clash(
                  together ? Collision.Kind.APART_SAME_DOOR : Collision.Kind.APART_OTHER_DOOR,
                  other.here(),
                  one.who(),
                  other.who()));
        }
      }
    }
    return all.stream().sorted(Clash.ORDER).filter(first(all)).toList();
  }

  /** Whether nothing worse, or earlier, is said of the same two. */
  private static Predicate<Clash> first(List<Clash> all) {
    return clash ->
        all.stream()
            .filter(other -> other.other().equals(clash.other()))
            .min(Clash.ORDER)
            .filter(clash::equals)
            .isPresent();
  }

  private Stream<Expected> others(Predicate<Expected> who) {
    return around.others().stream().flatMap(other -> other.expected().stream()).filter(who);
  }

  private static Clash clash(Collision.Kind kind, Slot when, UUID who) {
    return new Clash(kind, when, who, null);
  }
}
