package org.opora.calendar.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.opora.api.calendar.Slot;

/** Moments as the clock on the wall of the centre shows them. */
public final class Moments {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  private Moments() {}

  public static String clock(Instant moment, ZoneId zone) {
    return CLOCK.format(moment.atZone(zone));
  }

  /** The days a slot touches: one, or two when it lasts over midnight. */
  public static List<LocalDate> days(Slot slot, ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(slot.start(), zone);
    // The end is the first moment that is free again.
    LocalDate last = LocalDate.ofInstant(slot.end().minusNanos(1), zone);
    return first.datesUntil(last.plusDays(1)).toList();
  }
}
