package org.opora.calendar.hours.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opora.api.calendar.Calendar;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.calendar.hours.application.HoursDesk;
import org.opora.calendar.hours.application.WrittenHours;
import org.opora.calendar.hours.domain.Shift;
import org.opora.calendar.shared.Texts;
import org.opora.calendar.shared.web.FormPage;

/** The hours of all, and the form for those of one. */
final class HoursPages {
  static final String HOME = "/calendar/hours";
  static final String MINE = HOME + "/mine";
  private final HoursDesk desk;

  HoursPages(HoursDesk desk) {
    this.desk = desk;
  }

  /** A colleague on the page, with where their hours are written down; null where nobody may. */
  public record Line(String name, List<String> hours, String href) {}

  /** A day of the form. */
  public record Day(String name, List<Pair> pairs) {}

  /** From when to when. */
  public record Pair(End begins, End ends) {}

  /**
   * A field for a time.
   *
   * @param label key of its text
   * @param time that stands there now, or null
   */
  public record End(String field, String label, LocalTime time) {}

  /** Hours that were written down once. */
  public record Past(LocalDate from, List<String> hours, String by, LocalDate on) {}

  Reply list(Request request) {
    StaffId own = request.viewer().staff();
    boolean keeps = request.viewer().may(Calendar.ROOMS);
    List<Line> lines =
        desk.all(request.viewer()).stream()
            .map(
                one ->
                    new Line(
                        one.name(),
                        HourWords.lines(one.hours(), request.locale()),
                        one.staff().equals(own) ? MINE : keeps ? HOME + "/" + one.staff() : null))
            .toList();
    return Reply.page("hours", Map.of("lines", lines));
  }

  Reply mine(Request request) {
    return page(request, request.viewer().staff(), MINE, null);
  }

  Reply writeMine(Request request) {
    return write(request, request.viewer().staff(), MINE);
  }

  Reply one(Request request) {
    return page(request, of(request), HOME + "/" + of(request), null);
  }

  Reply write(Request request) {
    return write(request, of(request), HOME + "/" + of(request));
  }

  private static StaffId of(Request request) {
    return new StaffId(request.id("staff"));
  }

  private Reply write(Request request, StaffId colleague, String path) {
    Form form = request.form();
    LocalDate from = form.requiredDate("from");
    List<WrittenHours> week = week(form);
    return form.attempt(
        () -> {
          desk.write(request.viewer(), colleague, form.version(), from, week);
          return Reply.to(HOME, Texts.of("hours.saved"));
        },
        again -> page(request, colleague, path, again));
  }

  private static List<WrittenHours> week(Form form) {
    List<WrittenHours> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int place = 1; place <= WrittenHours.A_DAY; place++) {
        WrittenHours names = new WrittenHours(day, place, null, null);
        week.add(new WrittenHours(day, place, form.time(names.begins()), form.time(names.ends())));
      }
    }
    return week;
  }

  private Reply page(Request request, StaffId colleague, String path, Form form) {
    HoursDesk.View view = desk.one(request.viewer(), colleague);
    Locale locale = request.locale();
    return FormPage.of(
        "hours-form",
        Map.of(
            "view",
            view,
            "path",
            path,
            "days",
            days(view.now(), locale),
            "now",
            HourWords.lines(view.now(), locale),
            "weeks",
            view.weeks().stream()
                .map(
                    one ->
                        new Past(
                            one.from(), HourWords.lines(one.hours(), locale), one.by(), one.on()))
                .toList()),
        form);
  }

  private static List<Day> days(List<Shift> now, Locale locale) {
    Map<DayOfWeek, List<Shift>> known = HourWords.byDay(now);
    return List.of(DayOfWeek.values()).stream()
        .map(
            day ->
                new Day(HourWords.day(day, locale), pairs(day, known.getOrDefault(day, List.of()))))
        .toList();
  }

  private static List<Pair> pairs(DayOfWeek day, List<Shift> shifts) {
    List<Pair> pairs = new ArrayList<>();
    for (int place = 1; place <= WrittenHours.A_DAY; place++) {
      WrittenHours names = new WrittenHours(day, place, null, null);
      Shift shift = place <= shifts.size() ? shifts.get(place - 1) : null;
      String again = place == 1 ? "" : "-again";
      pairs.add(
          new Pair(
              new End(names.begins(), "hours.from" + again, shift == null ? null : shift.from()),
              new End(names.ends(), "hours.until" + again, shift == null ? null : shift.until())));
    }
    return pairs;
  }
}
