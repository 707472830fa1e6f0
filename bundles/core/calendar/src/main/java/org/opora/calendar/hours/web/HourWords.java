package org.opora.calendar.hours.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.calendar.hours.domain.Shift;

/** A week of hours as people say it: days that follow each other and are alike in one line. */
final class HourWords {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");
  private static final String END_OF_DAY = "24:00";

  private HourWords() {}

  /** Such as "Mon–Thu 8:00–12:00, 12:30–16:30". */
  static List<String> lines(List<Shift> week, Locale locale) {
    Map<DayOfWeek, String> days = new LinkedHashMap<>();
    week.forEach(shift -> days.merge(shift.day(), said(shift), (one, more) -> one + ", " + more));
    List<String> lines = new ArrayList<>();
    DayOfWeek first = null;
    for (DayOfWeek day : days.keySet()) {
      first = first == null ? day : first;
      String hours = days.get(day);
      // The next day only, so that a line never runs over a day off.
      if (day == DayOfWeek.SUNDAY || !hours.equals(days.get(day.plus(1)))) {
        lines.add(days(first, day, locale) + " " + hours);
        first = null;
      }
    }
    return lines;
  }

  private static String days(DayOfWeek first, DayOfWeek last, Locale locale) {
    String begins = first.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    return first == last
        ? begins
        : begins + "–" + last.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
  }

  private static String said(Shift shift) {
    return CLOCK.format(shift.from())
        + "–"
        + (shift.until().equals(LocalTime.MIDNIGHT) ? END_OF_DAY : CLOCK.format(shift.until()));
  }

  static String day(DayOfWeek day, Locale locale) {
    String name = day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  static Map<DayOfWeek, List<Shift>> byDay(List<Shift> week) {
    return week.stream().collect(Collectors.groupingBy(Shift::day));
  }
}
