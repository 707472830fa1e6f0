package org.opora.calendar.series.contributions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rhythm;
import org.opora.api.calendar.Slot;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.calendar.hours.application.HoursDesk;
import org.opora.calendar.hours.application.WrittenHours;
import org.opora.calendar.meetings.application.MeetingDesk;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.rooms.application.RoomDesk;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.calendar.series.application.NewSeries;
import org.opora.calendar.series.application.SeriesDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rooms, the hours of those who work there, and a fortnight with something in it. */
@Component
public final class DemoCalendar implements DemoChapter {
  private static final int WORKDAYS = 5;
  private static final int TEAM_MEETINGS = 12;
  private static final int WAY_MINUTES = 25;
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private final RoomDesk rooms;
  private final HoursDesk hours;
  private final MeetingDesk meetings;
  private final SeriesDesk series;

  @Activate
  public DemoCalendar(
      @Reference RoomDesk rooms,
      @Reference HoursDesk hours,
      @Reference MeetingDesk meetings,
      @Reference SeriesDesk series) {
    this.rooms = rooms;
    this.hours = hours;
    this.meetings = meetings;
    this.series = series;
  }

  @Override
  public String id() {
    return "calendar";
  }

  @Override
  public void write(DemoCast cast) {
    Viewer director = cast.director();
    RoomId blue = room(director, "Modrý pokoj", 6, "");
    RoomId play = room(director, "Herna", 10, "");
    RoomId quiet = room(director, "Klidný pokoj", 4, "vchod ze dvora");
    RoomId hall = room(director, "Společenský sál", 30, "");
    cast.workers().forEach(worker -> hours(director, worker));
    LocalDate monday = cast.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    team(cast, hall, monday);
    List<RoomId> places = List.of(blue, play, quiet);
    for (int i = 0; i < places.size() * WORKDAYS; i++) {
      InForce family = cast.family(i);
      LocalDate day = monday.plusDays(i % WORKDAYS).plusWeeks(i / WORKDAYS % 2);
      // Each hour of the day has a family of its own, so nobody is in two places at once.
      Slot slot = slot(cast, day, NINE.plusHours(2L * (i / WORKDAYS)));
      if (i % 2 == 0) {
        inTheHouse(cast, family, slot, places.get(i % places.size()));
      } else {
        atHome(cast, family, slot);
      }
    }
  }

  private RoomId room(Viewer director, String name, int seats, String door) {
    return rooms.add(director, new RoomFacts(name, seats, false, door, true));
  }

  private void hours(Viewer director, Viewer worker) {
    hours.write(
        director,
        worker.staff(),
        0,
        director.today(),
        Stream.of(DayOfWeek.values())
            .limit(WORKDAYS)
            .map(day -> new WrittenHours(day, 1, LocalTime.of(8, 0), LocalTime.of(16, 30)))
            .toList());
  }

  /** Every Wednesday morning, everybody. */
  private void team(DemoCast cast, RoomId hall, LocalDate monday) {
    Set<StaffId> everybody = new HashSet<>(Set.of(cast.director().staff()));
    cast.workers().forEach(worker -> everybody.add(worker.staff()));
    LocalDate wednesday = monday.plusDays(2);
    NewMeeting meeting =
        new NewMeeting(
            "TEAM",
            "Porada týmu",
            slot(cast, wednesday, LocalTime.of(8, 0)),
            hall,
            null,
            0,
            everybody,
            Set.of(),
            0);
    series.make(
        cast.director(),
        null,
        Ids.next(),
        meeting,
        new NewSeries(
            wednesday,
            LocalTime.of(8, 0),
            LocalTime.of(8, 45),
            new Rhythm(Rhythm.Step.WEEKS, 1, null, TEAM_MEETINGS),
            true));
  }

  private void inTheHouse(DemoCast cast, InForce family, Slot slot, RoomId room) {
    Set<PersonId> people = new HashSet<>();
    family.carers().stream().limit(1).forEach(carer -> people.add(carer.person()));
    family.children().stream().limit(1).forEach(child -> people.add(child.person()));
    write(cast, family, "OTHER", slot, room, null, people);
  }

  private void atHome(DemoCast cast, InForce family, Slot slot) {
    write(cast, family, "VISIT", slot, null, "u rodiny", Set.of());
  }

  private void write(
      DemoCast cast,
      InForce family,
      String kind,
      Slot slot,
      RoomId room,
      String place,
      Set<PersonId> people) {
    Viewer worker = cast.worker(family);
    meetings.write(
        worker,
        family.file(),
        new NewMeeting(
            kind,
            null,
            slot,
            room,
            place,
            room == null ? WAY_MINUTES : 0,
            Set.of(worker.staff()),
            people,
            0),
        null);
  }

  /** Three quarters of an hour. */
  private static Slot slot(DemoCast cast, LocalDate day, LocalTime from) {
    var start = day.atTime(from).atZone(cast.director().zone()).toInstant();
    return new Slot(start, start.plusSeconds(45 * 60));
  }
}
