package org.opora.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Times as the clock on the wall of the centre shows them. In one night of the year some of them do
 * not exist, in another one some come twice.
 */
public final class WallClock {
  private WallClock() {}

  /**
   * The moment at which the clock shows this time; of two the first.
   *
   * @return empty when the clock skips it
   */
  public static Optional<Instant> moment(LocalDate day, LocalTime time, ZoneId zone) {
    LocalDateTime shown = day.atTime(time);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
    return offsets.stream().findFirst().map(shown::toInstant);
  }

  /** Whether the clock shows this time twice on the day. */
  public static boolean twice(LocalDate day, LocalTime time, ZoneId zone) {
    return zone.getRules().getValidOffsets(day.atTime(time)).size() > 1;
  }

  /**
   * From one time to another of the same day.
   *
   * @return empty when the clock skips one of them
   * @throws IllegalArgumentException when the end does not come after the beginning
   */
  public static Optional<Slot> slot(LocalDate day, LocalTime from, LocalTime until, ZoneId zone) {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("ends before it begins");
    }
    return moment(day, from, zone)
        .flatMap(start -> moment(day, until, zone).map(end -> new Slot(start, end)));
  }
}
