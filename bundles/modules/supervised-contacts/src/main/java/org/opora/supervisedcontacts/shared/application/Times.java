package org.opora.supervisedcontacts.shared.application;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times of day in the zone of the centre. */
public final class Times {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  private Times() {}

  public static String clock(Instant moment, ZoneId zone) {
    return CLOCK.format(moment.atZone(zone));
  }
}
