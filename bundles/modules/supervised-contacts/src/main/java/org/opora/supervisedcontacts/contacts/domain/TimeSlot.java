package org.opora.supervisedcontacts.contacts.domain;

import java.time.Duration;
import java.time.Instant;

/** From when to when, at most a day. Two slots that only touch do not clash. */
public record TimeSlot(Instant start, Instant end) {
  /** No slot that began earlier than this before another one can still overlap it. */
  public static final Duration LONGEST = Duration.ofDays(1);

  public TimeSlot {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("ends before it starts");
    }
    if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("longer than a day");
    }
  }

  public boolean clashes(TimeSlot other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public long minutes() {
    return Duration.between(start, end).toMinutes();
  }
}
