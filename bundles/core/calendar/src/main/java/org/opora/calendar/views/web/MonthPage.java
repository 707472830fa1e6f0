package org.opora.calendar.views.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.calendar.shared.WallClock;
import org.opora.calendar.views.application.CalendarReader;
import org.opora.calendar.views.application.Entry;
import org.opora.calendar.views.domain.MonthGrid;

/** A month of one colleague, or of the house. */
final class MonthPage {
  /** Lines of a day; what is more is on the page of the day. */
  private static final int LINES = 4;

  private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("LLLL yyyy");
  private final CalendarReader reader;
  private final Colleagues colleagues;

  MonthPage(CalendarReader reader, Colleagues colleagues) {
    this.reader = reader;
    this.colleagues = colleagues;
  }

  /**
   * A day of the month.
   *
   * @param number of the day in its month
   * @param inside whether it is of this month, and not of a neighbour
   * @param more how many appointments are not among the lines
   */
  public record Cell(LocalDate day, int number, boolean inside, List<Entry> lines, int more) {}

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    LocalDate day = Days.day(request);
    StaffId whose = Days.whose(request);
    String name = colleagues.name(viewer, whose);
    MonthGrid grid = MonthGrid.of(day);
    WallClock clock = new WallClock(viewer.zone());
    List<Entry> entries =
        reader.outline(viewer, clock.startOf(grid.first()), clock.startOf(grid.after()), whose);
    List<List<Cell>> weeks =
        grid.weeks().stream()
            .map(week -> week.stream().map(one -> cell(one, grid, entries, clock)).toList())
            .toList();
    Map<String, Object> model = new HashMap<>();
    YearMonth month = grid.month();
    model.put("day", day);
    model.put("title", title(request.locale(), month));
    model.put("before", month.minusMonths(1).atDay(1));
    model.put("after", month.plusMonths(1).atDay(1));
    model.put("today", viewer.today());
    model.put("whose", whose == null ? Days.HOUSE : whose.toString());
    model.put("name", name);
    model.put("colleagues", colleagues.all(viewer));
    model.put("weekdays", weekdays(request.locale()));
    model.put("weeks", weeks);
    request.shows(shown(weeks));
    return Reply.page("month", model);
  }

  private static Cell cell(LocalDate day, MonthGrid grid, List<Entry> entries, WallClock clock) {
    List<Entry> here =
        entries.stream().filter(one -> clock.day(one.slot().start()).equals(day)).toList();
    return new Cell(
        day,
        day.getDayOfMonth(),
        YearMonth.from(day).equals(grid.month()),
        here.stream().limit(LINES).toList(),
        Math.max(0, here.size() - LINES));
  }

  private static String title(Locale locale, YearMonth month) {
    return TITLE.withLocale(locale).format(month);
  }

  private static List<String> weekdays(Locale locale) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
        .toList();
  }

  /** The lines of a month say what somebody comes for, and name nobody. */
  private static List<Subject> shown(List<List<Cell>> weeks) {
    return weeks.stream()
        .flatMap(List::stream)
        .flatMap(cell -> cell.lines().stream())
        .filter(one -> one.what() != null)
        .flatMap(one -> one.what().about().stream())
        .distinct()
        .toList();
  }
}
