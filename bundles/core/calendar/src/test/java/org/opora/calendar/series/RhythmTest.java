package org.opora.calendar.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opora.api.calendar.Rhythm;
import org.opora.api.calendar.Rhythm.Step;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.WallClock;

/** Days of a series at the ends of months, and its time in both nights of the clock change. */
class RhythmTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static List<LocalDate> days(String... days) {
    return List.of(days).stream().map(LocalDate::parse).toList();
  }

  @Test
  void everyOtherWeekGoesOnOverTheYear() {
    assertEquals(
        days("2026-12-15", "2026-12-29", "2027-01-12"),
        new Rhythm(Step.WEEKS, 2, null, 3).days(day("2026-12-15")));
  }

  @Test
  void theSecondTuesdayIsOneInEveryMonth() {
    assertEquals(
        days("2027-01-12", "2027-02-09", "2027-03-09"),
        new Rhythm(Step.MONTHS, 1, day("2027-04-12"), null).days(day("2027-01-12")));
  }

  /** The 31st of January is a fifth Sunday, and February has none. */
  @Test
  void whatBeginsOnAFifthDayComesOnTheLastOne() {
    assertEquals(
        days("2027-01-31", "2027-02-28", "2027-03-28", "2027-04-25", "2027-05-30"),
        new Rhythm(Step.MONTHS, 1, null, 5).days(day("2027-01-31")));
    assertEquals(
        days("2028-02-29", "2028-03-28"),
        new Rhythm(Step.MONTHS, 1, null, 2).days(day("2028-02-29")));
  }

  @Test
  void theLastTuesdayIsOneInEveryMonth() {
    assertEquals(
        days("2026-11-24", "2026-12-29", "2027-01-26"),
        new Rhythm(Step.MONTHS_LAST, 1, null, 3).days(day("2026-11-03")));
  }

  @Test
  void whatIsLeftOutMovesNothingAndCountsNothing() {
    assertEquals(
        days("2026-12-04", "2026-12-11", "2026-12-18", "2027-01-01"),
        new Rhythm(Step.WEEKS, 1, null, 4)
            .days(day("2026-12-04"), open -> !open.equals(day("2026-12-25"))));
  }

  @Test
  void aSeriesEnds() {
    assertThrows(IllegalArgumentException.class, () -> new Rhythm(Step.WEEKS, 1, null, null));
    assertThrows(IllegalArgumentException.class, () -> new Rhythm(Step.WEEKS, 0, null, 1));
    assertThrows(IllegalArgumentException.class, () -> new Rhythm(Step.WEEKS, 1, null, 61));
    assertEquals(
        Rhythm.MOST,
        new Rhythm(Step.WEEKS, 1, day("2099-01-01"), null).days(day("2026-12-04")).size());
    assertEquals(
        List.of(),
        new Rhythm(Step.WEEKS, 1, day("2099-01-01"), null).days(day("2026-12-04"), open -> false));
  }

  @Test
  void theClockOnTheWallStaysAndTheMomentMoves() {
    Slot winter = slot("2027-03-21", "10:00", "11:30").orElseThrow();
    Slot summer = slot("2027-03-28", "10:00", "11:30").orElseThrow();
    assertEquals(Instant.parse("2027-03-21T09:00:00Z"), winter.start());
    assertEquals(Instant.parse("2027-03-28T08:00:00Z"), summer.start());
    assertEquals(90, summer.minutes());
  }

  private static Optional<Slot> slot(String day, String from, String until) {
    return WallClock.slot(day(day), LocalTime.parse(from), LocalTime.parse(until), ZONE);
  }

  @Test
  void inTheNightsOfTheClockChangeAnHourIsMissingOrComesTwice() {
    assertEquals(Optional.empty(), slot("2027-03-28", "02:00", "04:00"));
    assertEquals(Optional.empty(), slot("2027-03-28", "01:30", "02:59"));
    assertEquals(60, slot("2027-03-28", "01:30", "03:30").orElseThrow().minutes());
    // Of the two hours the first one is meant; what goes on until three lasts an hour longer.
    Slot twice = slot("2026-10-25", "02:15", "02:45").orElseThrow();
    assertEquals(Instant.parse("2026-10-25T00:15:00Z"), twice.start());
    assertEquals(30, twice.minutes());
    assertEquals(105, slot("2026-10-25", "02:15", "03:00").orElseThrow().minutes());
    assertTrue(WallClock.twice(day("2026-10-25"), LocalTime.of(2, 15), ZONE));
    assertFalse(WallClock.twice(day("2026-10-25"), LocalTime.of(3, 0), ZONE));
    assertThrows(IllegalArgumentException.class, () -> slot("2026-10-25", "11:00", "11:00"));
  }
}
