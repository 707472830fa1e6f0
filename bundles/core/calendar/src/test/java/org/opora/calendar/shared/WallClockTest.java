package org.opora.calendar.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two nights of the year are not like the others. */
class WallClockTest {
  private static final LocalDate SPRING = LocalDate.of(2027, 3, 28);
  private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);
  private final WallClock clock = new WallClock(ZoneId.of("Europe/Prague"));

  @Test
  void aTimeThatTheClockJumpsOverIsNoMoment() {
    assertEquals(Optional.empty(), clock.moment(SPRING, LocalTime.of(2, 0)));
    assertEquals(Optional.empty(), clock.moment(SPRING, LocalTime.of(2, 59)));
    assertEquals(
        Optional.of(Instant.parse("2027-03-28T01:00:00Z")),
        clock.moment(SPRING, LocalTime.of(3, 0)));
    assertEquals(
        Optional.of(new WallClock.Turn(LocalTime.of(2, 0), LocalTime.of(3, 0))),
        clock.missing(SPRING));
    assertEquals(Optional.empty(), clock.twice(SPRING));
  }

  @Test
  void aTimeThatComesTwiceMeansTheFirst() {
    assertEquals(
        Optional.of(Instant.parse("2026-10-25T00:30:00Z")),
        clock.moment(AUTUMN, LocalTime.of(2, 30)));
    assertEquals(
        Optional.of(Instant.parse("2026-10-25T02:00:00Z")),
        clock.moment(AUTUMN, LocalTime.of(3, 0)));
    assertEquals(
        Optional.of(new WallClock.Turn(LocalTime.of(2, 0), LocalTime.of(3, 0))),
        clock.twice(AUTUMN));
    assertEquals(Optional.empty(), clock.missing(AUTUMN));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-24, 24", "2026-10-25, 25", "2026-10-26, 24",
    "2027-03-27, 24", "2027-03-28, 23", "2027-03-29, 24"
  })
  void onlyThoseTwoDaysAreLongerOrShorter(LocalDate day, int hours) {
    assertEquals(Duration.ofHours(hours), clock.length(day));
    assertEquals(hours == 23, clock.missing(day).isPresent());
    assertEquals(hours == 25, clock.twice(day).isPresent());
  }
}
