package org.opora.calendar.hours.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;

/**
 * From when to when somebody works on a day of the week, as the clock on the wall shows it.
 *
 * @param until the first moment that is free again; midnight is the end of the day
 */
public record Shift(DayOfWeek day, LocalTime from, LocalTime until) {
  public static final Comparator<Shift> ORDER =
      Comparator.comparing(Shift::day).thenComparing(Shift::from);

  public Shift {
    if (!inOrder(from, until)) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  /** Whether the one comes before the other on one day. */
  public static boolean inOrder(LocalTime from, LocalTime until) {
    return until.equals(LocalTime.MIDNIGHT) || until.isAfter(from);
  }

  boolean holds(LocalDateTime moment) {
    return moment.getDayOfWeek() == day
        && !moment.toLocalTime().isBefore(from)
        && moment.isBefore(end(moment.toLocalDate()));
  }

  LocalDateTime end(LocalDate on) {
    return until.equals(LocalTime.MIDNIGHT) ? on.plusDays(1).atStartOfDay() : on.atTime(until);
  }

  public boolean overlaps(Shift other) {
    return startsWithin(other) || other.startsWithin(this);
  }

  private boolean startsWithin(Shift other) {
    return day == other.day
        && !from.isBefore(other.from)
        && (other.until.equals(LocalTime.MIDNIGHT) || from.isBefore(other.until));
  }
}
