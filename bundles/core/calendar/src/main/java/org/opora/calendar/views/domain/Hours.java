package org.opora.calendar.views.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import org.opora.api.calendar.Slot;
import org.opora.calendar.shared.WallClock;

/**
 * Which hours of the clock a picture of a day shows.
 *
 * @param until the hour before which it ends; 24 for the end of the day
 */
public record Hours(int from, int until) {
  /** When people are in the house; what is earlier or later is shown besides. */
  public static final Hours USUAL = new Hours(7, 19);

  private static final int WHOLE_DAY = 24;

  public Hours {
    if (from < 0 || until <= from || until > WHOLE_DAY) {
      throw new IllegalArgumentException("no hours of a day: " + from + " to " + until);
    }
  }

  /** The usual ones, and those of everything that takes place on this day. */
  public static Hours of(LocalDate day, Collection<Slot> slots, WallClock clock) {
    Hours hours = USUAL;
    Instant begins = clock.startOf(day);
    Instant ends = clock.startOf(day.plusDays(1));
    for (Slot slot : slots) {
      if (slot.start().isBefore(ends) && begins.isBefore(slot.end())) {
        int from = slot.start().isBefore(begins) ? 0 : clock.time(slot.start()).getHour();
        int until = slot.end().isBefore(ends) ? closed(clock.time(slot.end())) : WHOLE_DAY;
        // Where the clock is put back, something may end at an earlier hour than it begins.
        hours = hours.and(new Hours(from, Math.max(until, from + 1)));
      }
    }
    return hours;
  }

  private static int closed(LocalTime time) {
    return time.getHour() + (time.equals(LocalTime.of(time.getHour(), 0)) ? 0 : 1);
  }

  public Hours and(Hours other) {
    return new Hours(Math.min(from, other.from), Math.max(until, other.until));
  }
}
