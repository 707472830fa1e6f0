package org.opora.calendar.hours.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opora.api.calendar.Slot;

/** Within the hours or not: breaks, nights, days on which they change, and both clock changes. */
class TimetableTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  private static Shift shift(DayOfWeek day, String from, String until) {
    return new Shift(day, LocalTime.parse(from), LocalTime.parse(until));
  }

  private static Timetable since(LocalDate day, Shift... shifts) {
    return new Timetable(new TreeMap<>(Map.of(day, List.of(shifts))), ZONE);
  }

  private static Slot slot(String from, String until) {
    return new Slot(
        LocalDateTime.parse(from).atZone(ZONE).toInstant(),
        LocalDateTime.parse(until).atZone(ZONE).toInstant());
  }

  @Test
  void aBreakIsOffHoursAndHoursThatTouchAreOne() {
    Timetable table =
        since(
            MONDAY,
            shift(DayOfWeek.MONDAY, "08:00", "12:00"),
            shift(DayOfWeek.MONDAY, "12:30", "16:00"),
            shift(DayOfWeek.MONDAY, "16:00", "18:00"));
    assertTrue(table.covers(slot("2026-11-02T08:00", "2026-11-02T12:00")));
    assertFalse(table.covers(slot("2026-11-02T07:59", "2026-11-02T09:00")));
    assertFalse(table.covers(slot("2026-11-02T11:00", "2026-11-02T13:00")));
    assertTrue(table.covers(slot("2026-11-02T15:00", "2026-11-02T18:00")));
    assertFalse(table.covers(slot("2026-11-02T15:00", "2026-11-02T18:01")));
    // A day without hours in a week that has some is a day off.
    assertFalse(table.covers(slot("2026-11-03T09:00", "2026-11-03T10:00")));
  }

  @Test
  void whatIsNotWrittenDownIsNeverOffHours() {
    Timetable table = since(MONDAY, shift(DayOfWeek.MONDAY, "08:00", "12:00"));
    assertTrue(table.covers(slot("2026-11-01T05:00", "2026-11-01T06:00")));
    // From midnight on it is.
    assertFalse(table.covers(slot("2026-11-01T23:00", "2026-11-02T00:30")));
    assertTrue(
        new Timetable(new TreeMap<>(), ZONE).covers(slot("2026-11-02T05:00", "2026-11-02T06:00")));
    assertTrue(since(MONDAY).covers(slot("2026-11-02T05:00", "2026-11-02T06:00")));
  }

  @Test
  void aChangeHoldsFromItsDayOnAndNotBefore() {
    TreeMap<LocalDate, List<Shift>> weeks = new TreeMap<>();
    weeks.put(MONDAY, List.of(shift(DayOfWeek.MONDAY, "08:00", "12:00")));
    weeks.put(MONDAY.plusWeeks(1), List.of(shift(DayOfWeek.MONDAY, "13:00", "17:00")));
    Timetable table = new Timetable(weeks, ZONE);
    assertTrue(table.covers(slot("2026-11-02T08:00", "2026-11-02T09:00")));
    assertFalse(table.covers(slot("2026-11-09T08:00", "2026-11-09T09:00")));
    assertTrue(table.covers(slot("2026-11-09T13:00", "2026-11-09T14:00")));
    assertEquals(weeks.get(MONDAY), table.on(MONDAY.plusDays(6)));
  }

  @Test
  void aNightGoesOnOverMidnight() {
    Timetable table =
        since(
            MONDAY,
            shift(DayOfWeek.MONDAY, "22:00", "00:00"),
            shift(DayOfWeek.TUESDAY, "00:00", "06:00"));
    assertTrue(table.covers(slot("2026-11-02T22:00", "2026-11-03T06:00")));
    assertFalse(table.covers(slot("2026-11-02T22:00", "2026-11-03T06:01")));
    assertFalse(table.covers(slot("2026-11-03T22:00", "2026-11-03T23:00")));
  }

  /** Against somebody who looks at the clock on the wall every minute of both nights. */
  @Test
  void theNightsOfTheClockChangeAreAsTheWallShowsThem() {
    for (LocalDate sunday : List.of(LocalDate.of(2026, 10, 25), LocalDate.of(2027, 3, 28))) {
      Timetable table =
          since(
              sunday.minusDays(1),
              shift(DayOfWeek.SATURDAY, "20:00", "00:00"),
              shift(DayOfWeek.SUNDAY, "00:00", "02:30"),
              shift(DayOfWeek.SUNDAY, "02:45", "05:00"));
      var begins = sunday.atStartOfDay(ZONE).toInstant();
      List<Slot> all = new ArrayList<>();
      for (int from = 0; from < 360; from += 15) {
        for (int minutes = 15; minutes <= 120; minutes += 15) {
          var start = begins.plusSeconds(60L * from);
          all.add(new Slot(start, start.plusSeconds(60L * minutes)));
        }
      }
      for (Slot slot : all) {
        assertEquals(byMinutes(table, slot), table.covers(slot), slot::toString);
      }
    }
  }

  private static boolean byMinutes(Timetable table, Slot slot) {
    for (var minute = slot.start(); minute.isBefore(slot.end()); minute = minute.plusSeconds(60)) {
      var clock = minute.atZone(ZONE);
      boolean there =
          table.on(clock.toLocalDate()).stream()
              .anyMatch(
                  shift ->
                      shift.day() == clock.getDayOfWeek()
                          && !clock.toLocalTime().isBefore(shift.from())
                          && (shift.until().equals(LocalTime.MIDNIGHT)
                              || clock.toLocalTime().isBefore(shift.until())));
      if (!there) {
        return false;
      }
    }
    return true;
  }

  @Test
  void hoursEndAfterTheyBegin() {
    assertThrows(IllegalArgumentException.class, () -> shift(DayOfWeek.MONDAY, "10:00", "10:00"));
    assertTrue(
        shift(DayOfWeek.MONDAY, "08:00", "12:00")
            .overlaps(shift(DayOfWeek.MONDAY, "07:00", "08:01")));
    assertFalse(
        shift(DayOfWeek.MONDAY, "08:00", "12:00")
            .overlaps(shift(DayOfWeek.MONDAY, "12:00", "13:00")));
    assertFalse(
        shift(DayOfWeek.MONDAY, "08:00", "12:00")
            .overlaps(shift(DayOfWeek.TUESDAY, "08:00", "12:00")));
  }
}
