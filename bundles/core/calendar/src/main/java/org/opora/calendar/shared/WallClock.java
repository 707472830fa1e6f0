package org.opora.calendar.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * The clock on the wall of the centre. In one night of the year an hour is missing on it, in
 * another an hour comes twice.
 */
public record WallClock(ZoneId zone) {

  /**
   * A time that the clock jumps over, or shows twice.
   *
   * @param until the first time that is like any other again
   */
  public record Turn(LocalTime from, LocalTime until) {}

  /**
   * The moment at which the clock shows this; the first one when it does so twice.
   *
   * @return empty when it never does, because it jumps over this time
   */
  public Optional<Instant> moment(LocalDate day, LocalTime time) {
    LocalDateTime shown = LocalDateTime.of(day, time);
    // Of two offsets the one before the change is the first, and so is its moment.
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
    return offsets.stream().findFirst().map(shown::toInstant);
  }

  /** What the clock jumps over on this day. */
  public Optional<Turn> missing(LocalDate day) {
    return turn(day)
        .filter(ZoneOffsetTransition::isGap)
        .map(one -> turn(one.getDateTimeBefore(), one.getDateTimeAfter()));
  }

  /** What the clock shows twice on this day. */
  public Optional<Turn> twice(LocalDate day) {
    return turn(day)
        .filter(ZoneOffsetTransition::isOverlap)
        .map(one -> turn(one.getDateTimeAfter(), one.getDateTimeBefore()));
  }

  private static Turn turn(LocalDateTime from, LocalDateTime until) {
    return new Turn(from.toLocalTime(), until.toLocalTime());
  }

  private Optional<ZoneOffsetTransition> turn(LocalDate day) {
    Instant start = startOf(day);
    return Optional.ofNullable(zone.getRules().nextTransition(start.minusNanos(1)))
        .filter(next -> next.getInstant().isBefore(startOf(day.plusDays(1))));
  }

  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** A day has 24 hours but for two of the year. */
  public Duration length(LocalDate day) {
    return Duration.between(startOf(day), startOf(day.plusDays(1)));
  }

  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  public LocalTime time(Instant moment) {
    return LocalTime.ofInstant(moment, zone);
  }
}
