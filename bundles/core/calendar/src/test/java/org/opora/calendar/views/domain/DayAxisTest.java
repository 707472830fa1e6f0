package org.opora.calendar.views.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.calendar.Slot;
import org.opora.calendar.shared.WallClock;

/** Where an appointment stands beside the hours of its day. */
class DayAxisTest {
  private static final WallClock CLOCK = new WallClock(ZoneId.of("Europe/Prague"));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final LocalDate SPRING = LocalDate.of(2027, 3, 28);
  private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

  private static Slot slot(String start, String end) {
    return new Slot(Instant.parse(start), Instant.parse(end));
  }

  private static DayAxis axis(LocalDate day, Slot... slots) {
    return DayAxis.of(day, Hours.of(day, List.of(slots), CLOCK), CLOCK);
  }

  private static List<Integer> at(DayAxis axis, Slot slot) {
    return List.of(axis.row(slot), axis.span(slot));
  }

  private static List<String> labels(DayAxis axis) {
    return axis.labels().stream().map(LocalTime::toString).toList();
  }

  @Test
  void anEmptyDayShowsTheHoursInWhichPeopleAreInTheHouse() {
    DayAxis axis = axis(DAY);
    assertEquals(48, axis.rows());
    assertEquals("07:00", labels(axis).get(0));
    assertEquals("18:00", labels(axis).get(11));
  }

  @Test
  void aRowIsAQuarterOfAnHourAndNothingIsSmaller() {
    DayAxis axis = axis(DAY);
    assertEquals(List.of(5, 4), at(axis, slot("2026-11-02T07:00:00Z", "2026-11-02T08:00:00Z")));
    assertEquals(List.of(5, 4), at(axis, slot("2026-11-02T07:05:00Z", "2026-11-02T07:50:00Z")));
    assertEquals(List.of(5, 1), at(axis, slot("2026-11-02T07:05:00Z", "2026-11-02T07:06:00Z")));
  }

  @Test
  void whatIsEarlierOrLaterIsShownBesides() {
    Slot early = slot("2026-11-02T04:45:00Z", "2026-11-02T05:30:00Z");
    Slot late = slot("2026-11-02T20:00:00Z", "2026-11-02T21:10:00Z");
    DayAxis axis = axis(DAY, early, late);
    assertEquals("05:00", labels(axis).get(0));
    assertEquals("22:00", labels(axis).get(17));
    assertEquals(List.of(4, 3), at(axis, early));
  }

  @Test
  void whatGoesOnOverMidnightEndsWithTheDayAndBeginsWithTheNext() {
    Slot night = slot("2026-11-02T21:00:00Z", "2026-11-03T02:00:00Z");
    DayAxis first = axis(DAY, night);
    assertEquals(List.of(61, 8), at(first, night));
    assertEquals(68, first.rows());
    DayAxis second = axis(DAY.plusDays(1), night);
    assertEquals("00:00", labels(second).get(0));
    assertEquals(List.of(1, 12), at(second, night));
  }

  @Test
  void inSpringAnHourIsMissingAndNobodyIsLongerForIt() {
    // From one o'clock until four: two hours pass.
    Slot night = slot("2027-03-28T00:00:00Z", "2027-03-28T02:00:00Z");
    DayAxis axis = axis(SPRING, night);
    assertEquals(List.of("01:00", "03:00", "04:00"), labels(axis).subList(0, 3));
    assertEquals(List.of(1, 8), at(axis, night));
    Slot whole = slot("2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z");
    DayAxis all = axis(SPRING, whole);
    assertEquals(92, all.rows());
    assertEquals(23, all.labels().size());
    assertEquals(List.of(1, 92), at(all, whole));
  }

  @Test
  void inAutumnAnHourIsWrittenTwice() {
    // From one o'clock until four: four hours pass.
    Slot night = slot("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z");
    DayAxis axis = axis(AUTUMN, night);
    assertEquals(List.of("01:00", "02:00", "02:00", "03:00", "04:00"), labels(axis).subList(0, 5));
    assertEquals(List.of(1, 16), at(axis, night));
    Slot second = slot("2026-10-25T01:30:00Z", "2026-10-25T01:45:00Z");
    // The clock shows two o'clock first, and half an hour later than that it is half past two
    // again.
    assertEquals(List.of(7, 1), at(axis(AUTUMN, second), second));
    DayAxis all = axis(AUTUMN, slot("2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z"));
    assertEquals(100, DayAxis.of(AUTUMN, new Hours(0, 24), CLOCK).rows());
    assertEquals(96, all.span(slot("2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z")));
  }

  @Test
  void whatEndsAtAnEarlierHourThanItBeginsIsShown() {
    // A quarter to three, and after the clock was put back until a quarter past two.
    Slot slot = slot("2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z");
    DayAxis axis = axis(AUTUMN, slot);
    assertEquals(List.of("02:00", "02:00", "03:00"), labels(axis).subList(0, 3));
    assertEquals(List.of(4, 2), at(axis, slot));
  }
}
