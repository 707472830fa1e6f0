package org.opora.calendar.appointments.domain;

import java.time.Duration;
import org.opora.api.calendar.Slot;

/**
 * How long before an appointment people come, and how long after it they leave, as the centre
 * reckons with.
 */
public record Margins(int before, int after) {
  /** Before anybody has said otherwise. */
  public static final Margins USUAL = new Margins(15, 15);

  /** Longest margin that is believed, in minutes. */
  public static final int LONGEST = 120;

  public Margins {
    if (before < 0 || before > LONGEST || after < 0 || after > LONGEST) {
      throw new IllegalArgumentException("no margins: " + before + ", " + after);
    }
  }

  /** In the house for this appointment; never longer than a day. */
  public Slot around(Slot slot) {
    Duration free = Slot.LONGEST.minusMinutes(slot.minutes());
    Duration early = least(Duration.ofMinutes(before), free);
    Duration late = least(Duration.ofMinutes(after), free.minus(early));
    return new Slot(slot.start().minus(early), slot.end().plus(late));
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
