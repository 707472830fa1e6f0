package org.opora.api.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * From when to when, at most a day. Moments and not times of a wall clock: in the night in which
 * clocks are put back an hour comes twice.
 *
 * @param end the first moment that is free again: two slots that only touch do not overlap
 */
public record Slot(Instant start, Instant end) {
  /** No slot that began earlier than this before another one can still overlap it. */
  public static final Duration LONGEST = Duration.ofDays(1);

  public Slot {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("ends before it starts");
    }
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("longer than a day");
    }
  }

  public boolean overlaps(Slot other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public boolean contains(Instant moment) {
    return !moment.isBefore(start) && moment.isBefore(end);
  }

  public long minutes() {
    return Duration.between(start, end).toMinutes();
  }
}
