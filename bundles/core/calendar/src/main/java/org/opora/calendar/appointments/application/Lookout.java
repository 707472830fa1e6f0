package org.opora.calendar.appointments.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.safety.KeptApart;
import org.opora.api.staff.DaysAway;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.domain.AttendeeRow;
import org.opora.calendar.appointments.domain.Expected;
import org.opora.calendar.appointments.domain.Neighbour;
import org.opora.calendar.appointments.domain.Surroundings;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.hours.persistence.HoursQueries;
import org.opora.calendar.rooms.domain.Room;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.calendar.rooms.persistence.RoomQueries;
import org.opora.calendar.shared.Moments;

/** Sees what there is around a booking. */
record Lookout(People people, KeptApart apart, DaysAway away) {

  /**
   * Who and what can be in one place only, and who must not meet them.
   *
   * @param keys of each person of the booking, every key they are known by
   * @param apart of each person of the booking, every key of those whom they must not meet
   * @param away staff of the booking who are away on one of its days
   */
  record Involved(
      Booking booking, Map<UUID, Set<UUID>> keys, Map<UUID, Set<UUID>> apart, Set<UUID> away) {
    /** Whoever books one of these waits until the other booking is written. */
    Set<UUID> all() {
      Set<UUID> all = new HashSet<>(attending());
      apart.values().forEach(all::addAll);
      if (booking.where().room() != null) {
        all.add(booking.where().room().value());
      }
      return all;
    }

    private Set<UUID> attending() {
      return Stream.concat(
              booking.who(Attendee.Kind.STAFF), keys.values().stream().flatMap(Set::stream))
          .collect(Collectors.toSet());
    }

    private Set<UUID> whoMatters() {
      Set<UUID> all = attending();
      apart.values().forEach(all::addAll);
      return all;
    }
  }

  Involved involved(Booking booking, ZoneId zone) {
    Map<UUID, Set<UUID>> keys = new HashMap<>();
    booking.who(Attendee.Kind.PERSON).forEach(person -> keys.put(person, keysOf(person)));
    List<LocalDate> days = Moments.days(booking.slot(), zone);
    return new Involved(booking, keys, apart(keys.keySet(), days), away(booking, days));
  }

  private Set<UUID> keysOf(UUID person) {
    return people.idsOf(new PersonId(person)).stream()
        .map(PersonId::value)
        .collect(Collectors.toSet());
  }

  /** Whom these people must not meet on any of these days. */
  Map<UUID, Set<UUID>> apart(Collection<UUID> persons, Collection<LocalDate> days) {
    List<PersonId> all = persons.stream().map(PersonId::new).toList();
    Map<UUID, Set<UUID>> found = new HashMap<>();
    for (LocalDate day : days) {
      apart
          .from(all, day)
          .forEach(
              (person, others) ->
                  others.forEach(
                      other ->
                          found
                              .computeIfAbsent(person.value(), key -> new HashSet<>())
                              .add(other.value())));
    }
    return found;
  }

  /**
   * @param itself the appointment that is changed; null for a new one. Whoever came to it and is
   *     not expected there any more is in the house nevertheless
   */
  Surroundings around(
      EntityManager em,
      Involved involved,
      List<Expected> expected,
      AppointmentId itself,
      Viewer viewer) {
    Booking booking = involved.booking();
    ZoneId zone = viewer.zone();
    AppointmentQueries queries = new AppointmentQueries(em);
    Map<AppointmentId, List<AttendeeRow>> found =
        queries.expected(involved.whoMatters(), whole(booking, expected)).stream()
            .collect(Collectors.groupingBy(AttendeeRow::appointment));
    Map<AppointmentId, Appointment> others = new HashMap<>();
    queries.these(found.keySet()).forEach(one -> others.put(one.id(), one));
    if (booking.where().inTheHouse()) {
      queries.in(booking.where().room(), booking.slot()).forEach(one -> others.put(one.id(), one));
    }
    List<Neighbour> neighbours =
        others.values().stream()
            .map(
                one ->
                    one.id().equals(itself)
                        ? leftBehind(one, rows(found, one), viewer.now())
                        : neighbour(one, rows(found, one), viewer.now()))
            .toList();
    return new Surroundings(
        rooms(em, booking, neighbours),
        neighbours,
        involved.keys(),
        involved.apart(),
        involved.away(),
        new HoursQueries(em)
            .timetables(booking.who(Attendee.Kind.STAFF).collect(Collectors.toSet()), zone));
  }

  private static List<AttendeeRow> rows(
      Map<AppointmentId, List<AttendeeRow>> found, Appointment one) {
    return found.getOrDefault(one.id(), List.of());
  }

  private static Neighbour neighbour(Appointment one, List<AttendeeRow> rows, Instant now) {
    return neighbour(one, rows, now, !one.cancelled());
  }

  /** Of the appointment itself, which is not in its own way. */
  private static Neighbour leftBehind(Appointment one, List<AttendeeRow> rows, Instant now) {
    return neighbour(one, rows.stream().filter(AttendeeRow::released).toList(), now, false);
  }

  private static Neighbour neighbour(
      Appointment one, List<AttendeeRow> rows, Instant now, boolean takesPlace) {
    return new Neighbour(
        one.id(),
        takesPlace,
        one.slot(),
        one.where().room(),
        one.people(),
        rows.stream().map(row -> row.known(now, takesPlace)).toList());
  }

  /** From when on anybody is on the way until everybody is gone. */
  private static Slot whole(Booking booking, List<Expected> expected) {
    Slot whole = booking.slot();
    for (Expected one : expected) {
      whole = joined(whole, one.busy());
      if (one.here() != null) {
        whole = joined(whole, one.here());
      }
    }
    return whole;
  }

  private static Slot joined(Slot one, Slot other) {
    var start = one.start().isBefore(other.start()) ? one.start() : other.start();
    var end = one.end().isAfter(other.end()) ? one.end() : other.end();
    // What is longer than a day is looked for a day around anyway.
    return end.isAfter(start.plus(Slot.LONGEST)) ? one : new Slot(start, end);
  }

  private static Map<RoomId, RoomFacts> rooms(
      EntityManager em, Booking booking, List<Neighbour> neighbours) {
    List<RoomId> wanted = new ArrayList<>();
    wanted.add(booking.where().room());
    neighbours.forEach(one -> wanted.add(one.room()));
    Set<UUID> keys =
        wanted.stream()
            .filter(java.util.Objects::nonNull)
            .map(RoomId::value)
            .collect(Collectors.toSet());
    return new RoomQueries(em)
        .these(keys).stream().collect(Collectors.toMap(Room::id, Room::facts));
  }

  private Set<UUID> away(Booking booking, List<LocalDate> days) {
    List<StaffId> staff = booking.who(Attendee.Kind.STAFF).map(StaffId::new).toList();
    return away.of(staff, days.get(0), days.get(days.size() - 1)).keySet().stream()
        .map(StaffId::value)
        .collect(Collectors.toSet());
  }
}
