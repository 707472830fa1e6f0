package org.opora.calendar.views.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.DaysAway;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.calendar.shared.WallClock;
import org.opora.calendar.views.application.CalendarReader;
import org.opora.calendar.views.application.Entry;
import org.opora.calendar.views.domain.DayAxis;
import org.opora.calendar.views.domain.Hours;
import org.opora.calendar.views.domain.MonthGrid;

/** The week of one colleague: a column for each day. */
final class WeekPage {
  private static final int WEEK = 7;
  private final CalendarReader reader;
  private final Colleagues colleagues;
  private final DaysAway away;

  WeekPage(CalendarReader reader, Colleagues colleagues, DaysAway away) {
    this.reader = reader;
    this.colleagues = colleagues;
    this.away = away;
  }

  /**
   * A day with what takes place on it.
   *
   * @param hours of its own, where its hours are not those of the other days; otherwise empty
   * @param away whether the colleague is not at work
   */
  public record Column(
      LocalDate day, List<Picture.Placed> items, List<Picture.Mark> hours, boolean away) {}

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    StaffId whose = Days.whose(request) == null ? viewer.staff() : Days.whose(request);
    String name = colleagues.name(viewer, whose);
    LocalDate monday = MonthGrid.monday(Days.day(request));
    WallClock clock = new WallClock(viewer.zone());
    List<Entry> entries =
        reader.between(viewer, clock.startOf(monday), clock.startOf(monday.plusDays(WEEK)), whose);
    Map<String, Object> model = new HashMap<>();
    model.put("day", monday);
    model.put("last", monday.plusDays(WEEK - 1));
    model.put("before", monday.minusDays(WEEK));
    model.put("after", monday.plusDays(WEEK));
    model.put("today", viewer.today());
    model.put("whose", whose.toString());
    model.put("name", name);
    model.put("colleagues", colleagues.all(viewer));
    draw(model, monday, entries, clock, daysAway(whose, monday));
    request.shows(entries.stream().flatMap(one -> one.subjects().stream()).distinct().toList());
    return Reply.page("week", model);
  }

  private Set<LocalDate> daysAway(StaffId whose, LocalDate monday) {
    List<DaysAway.Days> absences =
        away.of(List.of(whose), monday, monday.plusDays(WEEK - 1)).getOrDefault(whose, List.of());
    return monday
        .datesUntil(monday.plusDays(WEEK))
        .filter(day -> absences.stream().anyMatch(days -> days.contain(day)))
        .collect(Collectors.toSet());
  }

  private static void draw(
      Map<String, Object> model,
      LocalDate monday,
      List<Entry> entries,
      WallClock clock,
      Set<LocalDate> away) {
    List<LocalDate> days = monday.datesUntil(monday.plusDays(WEEK)).toList();
    Hours hours = Hours.USUAL;
    for (LocalDate day : days) {
      hours = hours.and(Hours.of(day, entries.stream().map(Entry::slot).toList(), clock));
    }
    DayAxis usual = DayAxis.of(monday, hours, clock);
    List<Column> columns = new ArrayList<>();
    for (LocalDate day : days) {
      DayAxis axis = DayAxis.of(day, hours, clock);
      List<Entry> here = entries.stream().filter(one -> on(day, one, clock)).toList();
      columns.add(
          new Column(
              day,
              Picture.placed(here, axis),
              axis.labels().equals(usual.labels()) ? List.of() : Picture.marks(axis),
              away.contains(day)));
    }
    model.put("hours", Picture.marks(usual));
    model.put("columns", columns);
  }

  private static boolean on(LocalDate day, Entry entry, WallClock clock) {
    return entry.slot().start().isBefore(clock.startOf(day.plusDays(1)))
        && clock.startOf(day).isBefore(entry.slot().end());
  }
}
