package org.opora.calendar.hours.application;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.opora.calendar.hours.domain.Shift;
import org.opora.calendar.shared.Texts;

/**
 * Hours of a day as somebody wrote them down; nothing is checked yet.
 *
 * @param place which of the hours of that day, from 1 on
 * @param from null when nothing was written, as {@code until} is
 */
public record WrittenHours(DayOfWeek day, int place, LocalTime from, LocalTime until) {
  /** How often somebody comes and leaves on one day. */
  public static final int A_DAY = 2;

  /** Field of the form in which the beginning stands. */
  public String begins() {
    return field(day, place, "from");
  }

  /** Field of the form in which the end stands. */
  public String ends() {
    return field(day, place, "until");
  }

  private static String field(DayOfWeek day, int place, String end) {
    return "day" + day.getValue() + "-" + end + place;
  }

  private boolean blank() {
    return from == null && until == null;
  }

  /** The hours of a week, in its order. */
  static List<Shift> checked(List<WrittenHours> week) {
    List<Shift> shifts = new ArrayList<>();
    for (WrittenHours one : week) {
      if (!one.blank()) {
        Shift shift = one.shift();
        if (shifts.stream().anyMatch(shift::overlaps)) {
          throw Texts.refused(one.begins(), "hours.overlap");
        }
        shifts.add(shift);
      }
    }
    return shifts.stream().sorted(Shift.ORDER).toList();
  }

  private Shift shift() {
    if (from == null) {
      throw Texts.refused(begins(), "hours.from-missing");
    }
    if (until == null) {
      throw Texts.refused(ends(), "hours.until-missing");
    }
    if (!Shift.inOrder(from, until)) {
      throw Texts.refused(ends(), "hours.order");
    }
    return new Shift(day, from, until);
  }
}
