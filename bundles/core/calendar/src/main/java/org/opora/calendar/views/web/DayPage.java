package org.opora.calendar.views.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rooms;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.RoomId;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.calendar.shared.WallClock;
import org.opora.calendar.views.application.CalendarReader;
import org.opora.calendar.views.application.Entry;
import org.opora.calendar.views.domain.DayAxis;
import org.opora.calendar.views.domain.Hours;

/** A day in the house: a column for each room, one for what is outside, and who is expected. */
final class DayPage {
  private final CalendarReader reader;
  private final Rooms rooms;

  DayPage(CalendarReader reader, Rooms rooms) {
    this.reader = reader;
    this.rooms = rooms;
  }

  /**
   * A room with what takes place in it.
   *
   * @param room key; empty for what is outside
   * @param name null for what is outside
   */
  public record Column(String room, String name, List<Picture.Placed> items) {}

  /** Somebody who is in the house for an appointment. */
  public record Coming(Entry entry, Entry.Guest guest) {}

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    LocalDate day = Days.day(request);
    WallClock clock = new WallClock(viewer.zone());
    List<Entry> entries =
        reader.between(viewer, clock.startOf(day), clock.startOf(day.plusDays(1)), null);
    DayAxis axis =
        DayAxis.of(day, Hours.of(day, entries.stream().map(Entry::slot).toList(), clock), clock);
    Map<String, Object> model = new HashMap<>();
    model.put("day", day);
    model.put("before", day.minusDays(1));
    model.put("after", day.plusDays(1));
    model.put("today", viewer.today());
    model.put("hours", Picture.marks(axis));
    model.put("start", axis.start().getEpochSecond());
    model.put("rows", axis.rows());
    model.put("columns", columns(entries, axis));
    model.put("expected", expected(entries));
    model.put("missing", clock.missing(day).orElse(null));
    model.put("twice", clock.twice(day).orElse(null));
    model.put("moved", moved(request, entries));
    request.shows(entries.stream().flatMap(one -> one.subjects().stream()).distinct().toList());
    return Reply.page("day", model);
  }

  private List<Column> columns(List<Entry> entries, DayAxis axis) {
    Map<String, List<Entry>> taken =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.room() == null ? "" : one.room().toString(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Column> columns = new ArrayList<>();
    for (Rooms.Offer room : rooms.inUse()) {
      String key = room.id().toString();
      List<Entry> here = taken.getOrDefault(key, List.of());
      columns.add(new Column(key, room.name(), Picture.placed(here, axis)));
      taken.remove(key);
    }
    List<Entry> outside = taken.remove("");
    // A room that is no longer used still shows what was in it.
    taken.forEach(
        (key, here) ->
            columns.add(new Column(key, here.get(0).roomName(), Picture.placed(here, axis))));
    if (outside != null) {
      columns.add(new Column("", null, Picture.placed(outside, axis)));
    }
    return List.copyOf(columns);
  }

  private static List<Coming> expected(List<Entry> entries) {
    return entries.stream()
        .filter(one -> one.what() != null)
        .flatMap(
            one ->
                one.what().people().stream()
                    .filter(guest -> guest.here() != null)
                    .map(guest -> new Coming(one, guest)))
        .sorted(
            Comparator.comparing((Coming coming) -> coming.guest().here().start())
                .thenComparing(coming -> coming.guest().name().listed()))
        .toList();
  }

  /**
   * What was moved just now, and where it was before.
   *
   * @param at moment at which it began, in seconds
   */
  public record Moved(Entry entry, long at, LocalDate day, String time, String room) {}

  /** Null when nothing was, or it has been moved on since. */
  private static Moved moved(Request request, List<Entry> entries) {
    if (request.query("moved").isEmpty()) {
      return null;
    }
    AppointmentId id = new AppointmentId(Days.key(request.query("moved").get()));
    Entry entry =
        entries.stream()
            .filter(one -> one.id().equals(id) && one.what() != null && one.what().movable())
            .findFirst()
            .orElse(null);
    Instant at = request.query("was").map(DayPage::moment).orElse(null);
    String room = request.query("room").orElse("");
    if (entry == null || at == null || stands(entry, at, room)) {
      return null;
    }
    WallClock clock = new WallClock(request.viewer().zone());
    return new Moved(entry, at.getEpochSecond(), clock.day(at), clock.time(at).toString(), room);
  }

  private static boolean stands(Entry entry, Instant at, String room) {
    return at.equals(entry.slot().start())
        && room.equals(entry.room() == null ? "" : entry.room().toString());
  }

  /** Null when it is none. */
  private static Instant moment(String raw) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(raw));
    } catch (NumberFormatException | DateTimeException none) {
      return null;
    }
  }

  /** The address that shows a day, and that something was moved on it. */
  static String address(LocalDate day, AppointmentId moved, Instant was, RoomId room) {
    return "/calendar?day="
        + day
        + "&moved="
        + moved
        + "&was="
        + was.getEpochSecond()
        + (room == null ? "" : "&room=" + room);
  }
}
