package org.opora.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that stands until it is told otherwise. */
public final class TestClock extends Clock {
  private final ZoneId zone;
  private volatile Instant now;

  public TestClock(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Ten in the morning of this day, in the zone of the centre. */
  public void set(LocalDate day) {
    now = day.atTime(LocalTime.of(10, 0)).atZone(zone).toInstant();
  }

  public void forward(Duration step) {
    now = now.plus(step);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new TestClock(now, other);
  }
}
