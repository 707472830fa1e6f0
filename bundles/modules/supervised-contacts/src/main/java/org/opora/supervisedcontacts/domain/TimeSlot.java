package org.opora.supervisedcontacts.domain;

import java.time.Duration;
import java.time.Instant;

/** From when to when. Two slots that only touch do not clash. */
public record TimeSlot(Instant start, Instant end) {
  public TimeSlot {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("ends before it starts");
    }
  }

  public boolean clashes(TimeSlot other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public long minutes() {
    return Duration.between(start, end).toMinutes();
  }
}
