package org.opora.calendar.views.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.calendar.Slot;
import org.opora.calendar.shared.WallClock;

/**
 * The hours of one day, one below the other. Where something stands follows from the time that has
 * passed, what is written beside it from the clock on the wall: on the day on which clocks are put
 * back an hour is written twice, in spring one is missing.
 *
 * @param start what stands in the first row begins now
 * @param rows how many rows of a quarter of an hour there are
 * @param labels what the clock shows at the start of each hour that passes
 */
public record DayAxis(Instant start, int rows, List<LocalTime> labels) {
  /** Rows to an hour. */
  public static final int IN_AN_HOUR = 4;

  private static final Duration ROW = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);

  public DayAxis {
    labels = List.copyOf(labels);
  }

  public static DayAxis of(LocalDate day, Hours hours, WallClock clock) {
    Instant start = clockShows(day, hours.from(), clock);
    Instant end = clockShows(day, hours.until(), clock);
    int rows = (int) begun(Duration.between(start, end).toMinutes());
    return new DayAxis(
        start,
        Math.max(rows, 1),
        Stream.iterate(start, one -> one.isBefore(end), one -> one.plus(HOUR))
            .map(clock::time)
            .toList());
  }

  /** An hour that the clock jumps over begins when the clock has jumped. */
  private static Instant clockShows(LocalDate day, int hour, WallClock clock) {
    return hour == 24
        ? clock.startOf(day.plusDays(1))
        : day.atTime(hour, 0).atZone(clock.zone()).toInstant();
  }

  /** First row of what begins then, from 1 on; what began before begins with the first one. */
  public int row(Slot slot) {
    long quarters = Math.floorDiv(passed(slot.start()), ROW.toMinutes());
    return (int) Math.max(1, Math.min(rows, quarters + 1));
  }

  /** How many rows it takes, at least one; what goes on after the last one ends with it. */
  public int span(Slot slot) {
    long quarters = begun(passed(slot.end()));
    return (int) Math.max(1, Math.min(rows, quarters) - row(slot) + 1);
  }

  /** How many rows these minutes begin. */
  private static long begun(long minutes) {
    return -Math.floorDiv(-minutes, ROW.toMinutes());
  }

  private long passed(Instant moment) {
    return Duration.between(start, moment).toMinutes();
  }
}
