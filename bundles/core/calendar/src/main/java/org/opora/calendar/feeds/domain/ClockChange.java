package org.opora.calendar.feeds.domain;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;

/**
 * A change of the clock on the wall.
 *
 * @param wall what the clock showed before it was changed
 * @param summer whether it goes by summer time from then on
 * @param yearly when it comes again every year; null when it came once
 */
public record ClockChange(
    LocalDateTime wall, ZoneOffset before, ZoneOffset after, boolean summer, Yearly yearly) {

  /**
   * On the same day of the week of every year, at the same time.
   *
   * @param week which one of the month; -1 for the last
   */
  public record Yearly(Month month, int week, DayOfWeek day) {}
}
