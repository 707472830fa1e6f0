package org.opora.calendar.appointments.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.RoomId;
import org.opora.api.text.Title;
import org.opora.calendar.hours.domain.Shift;
import org.opora.calendar.hours.domain.Timetable;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.testkit.SeedOfRun;

/**
 * The check of a booking against {@link ClashesByMinutes}, in a small house on a busy day: 500
 * tries, 10,000 with {@code -Dopora.campaign=true}.
 */
@AddLifecycleHook(SeedOfRun.class)
class ClashProperties {
  private static final Instant MORNING = Instant.parse("2026-11-02T07:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
  private static final LocalDate FIRST = LocalDate.ofInstant(MORNING, ZONE);
  private static final int MINUTES = 300;

  /** From an hour before to an hour after everything that is drawn. */
  private static final Slot DAY =
      new Slot(MORNING.minusSeconds(7200), MORNING.plusSeconds(60L * (MINUTES + 240)));

  private static final List<RoomId> ROOMS = List.of(RoomId.next(), RoomId.next(), RoomId.next());
  private static final List<UUID> STAFF = keys(2);
  private static final List<UUID> PEOPLE = keys(5);

  private static List<UUID> keys(int many) {
    return IntStream.range(0, many).mapToObj(i -> UUID.randomUUID()).toList();
  }

  @Property
  void agreesWithWhoeverLooksAroundEveryMinute(@ForAll Random chance) {
    Draw draw = new Draw(chance);
    Margins margins = new Margins(chance.nextInt(30), chance.nextInt(30));
    Booking booking = draw.booking();
    List<Expected> expected = Expected.at(booking, margins);
    List<Neighbour> others =
        IntStream.range(0, chance.nextInt(6)).mapToObj(i -> draw.neighbour(margins)).toList();
    Surroundings around =
        new Surroundings(
            draw.rooms(), others, draw.keys(), draw.apart(), draw.away(), draw.hours());
    Set<ClashesByMinutes.Seen> found =
        ClashCheck.of(booking, expected, around).stream()
            .map(clash -> new ClashesByMinutes.Seen(clash.kind(), clash.who(), clash.other()))
            .collect(Collectors.toSet());
    assertEquals(ClashesByMinutes.of(booking, expected, around, DAY), found);
  }

  /** Few rooms, few people and a short day, so that they are in each other's way. */
  private record Draw(Random chance) {
    Map<RoomId, RoomFacts> rooms() {
      Map<RoomId, RoomFacts> all = new HashMap<>();
      for (RoomId room : ROOMS) {
        all.put(
            room,
            new RoomFacts(
                "Room",
                2 + chance.nextInt(6),
                chance.nextBoolean(),
                chance.nextBoolean() ? "" : "Garden",
                chance.nextInt(10) > 0));
      }
      return all;
    }

    Booking booking() {
      Slot slot = slot();
      Where where = chance.nextInt(4) == 0 ? Where.elsewhere(chance.nextInt(60)) : Where.in(room());
      List<Attendee> attendees = new ArrayList<>();
      STAFF.stream()
          .filter(one -> chance.nextInt(3) == 0)
          .forEach(one -> attendees.add(new Attendee(Attendee.Kind.STAFF, one, null)));
      PEOPLE.stream()
          .filter(one -> chance.nextInt(3) == 0)
          .forEach(
              one ->
                  attendees.add(
                      new Attendee(
                          Attendee.Kind.PERSON, one, chance.nextInt(3) == 0 ? slot() : null)));
      return new Booking(what(), slot, where, attendees, chance.nextInt(3), null);
    }

    private RoomId room() {
      return ROOMS.get(chance.nextInt(ROOMS.size()));
    }

    private Slot slot() {
      Instant start = MORNING.plusSeconds(60L * chance.nextInt(MINUTES));
      return new Slot(start, start.plusSeconds(60L * (1 + chance.nextInt(120))));
    }

    Neighbour neighbour(Margins margins) {
      Booking other = booking();
      return new Neighbour(
          AppointmentId.next(),
          other.slot(),
          other.where().room(),
          other.attendees().size() + other.guests(),
          Expected.at(other, margins));
    }

    /** The first two of the people are one, under two keys. */
    Map<UUID, Set<UUID>> keys() {
      Map<UUID, Set<UUID>> all = new HashMap<>();
      PEOPLE.forEach(one -> all.put(one, new HashSet<>(Set.of(one))));
      if (chance.nextBoolean()) {
        all.get(PEOPLE.get(0)).add(PEOPLE.get(1));
        all.get(PEOPLE.get(1)).add(PEOPLE.get(0));
      }
      return all;
    }

    Map<UUID, Set<UUID>> apart() {
      Map<UUID, Set<UUID>> all = new HashMap<>();
      for (UUID one : PEOPLE) {
        for (UUID other : PEOPLE) {
          if (!one.equals(other) && chance.nextInt(6) == 0) {
            all.computeIfAbsent(one, key -> new HashSet<>()).add(other);
            all.computeIfAbsent(other, key -> new HashSet<>()).add(one);
          }
        }
      }
      return all;
    }

    Set<UUID> away() {
      return STAFF.stream().filter(one -> chance.nextInt(8) == 0).collect(Collectors.toSet());
    }

    /** Of some nobody knows the hours; others come in the morning, have a break, or a new week. */
    Map<UUID, Timetable> hours() {
      Map<UUID, Timetable> all = new HashMap<>();
      for (UUID one : STAFF) {
        NavigableMap<LocalDate, List<Shift>> weeks = new TreeMap<>();
        if (chance.nextInt(3) > 0) {
          weeks.put(FIRST.minusDays(chance.nextInt(3)), List.of());
          weeks.put(FIRST.plusDays(chance.nextInt(2)), shifts());
          all.put(one, new Timetable(weeks, ZONE));
        }
      }
      return all;
    }

    private List<Shift> shifts() {
      LocalTime from = LocalTime.of(7, 0).plusMinutes(chance.nextInt(120));
      LocalTime noon = from.plusMinutes(60L + chance.nextInt(120));
      LocalTime back = noon.plusMinutes(chance.nextInt(60));
      return List.of(
          new Shift(DayOfWeek.MONDAY, from, noon),
          new Shift(DayOfWeek.MONDAY, back, back.plusMinutes(1L + chance.nextInt(300))),
          new Shift(DayOfWeek.TUESDAY, from, noon));
    }

    private static Booking.What what() {
      return new Booking.What(
          "test", "test", UUID.randomUUID(), null, null, "calendar.read", TITLE, "/test");
    }
  }

  private static final Title TITLE = new Title("Zkouška", "Próba", "Trial");
}
