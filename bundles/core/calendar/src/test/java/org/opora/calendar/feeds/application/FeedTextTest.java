package org.opora.calendar.feeds.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.calendar.Rhythm;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.WallClock;
import org.opora.api.ids.AppointmentId;
import org.opora.calendar.feeds.application.TwoReaders.Read;
import org.opora.calendar.feeds.domain.FeedEvent;

/** What is written is read as it was meant, also in the two nights in which clocks are changed. */
class FeedTextTest {
  private static final Instant CHANGED = Instant.parse("2026-02-03T04:05:06Z");
  private static final Pattern TIME = Pattern.compile("DT(?:START|END)(;TZID=([^:]+))?:(\\S+)");
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  /** Clocks of the whole Union are changed at the same moment, on the last Sunday of a month. */
  private static Instant change(int year, Month month) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY))
        .atTime(1, 0)
        .toInstant(ZoneOffset.UTC);
  }

  static Stream<Arguments> nights() {
    return Stream.of("Europe/Prague", "Europe/Warsaw")
        .flatMap(
            zone ->
                IntStream.rangeClosed(2026, 2030)
                    .boxed()
                    .flatMap(
                        year ->
                            Stream.of(Month.MARCH, Month.OCTOBER)
                                .map(month -> Arguments.of(ZoneId.of(zone), year, month))));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void bothNightsAreRight(ZoneId zone, int year, Month month) {
    Instant change = change(year, month);
    List<Slot> slots = new ArrayList<>();
    // Over the night, up to the change, from it on, and around it.
    slots.add(new Slot(change.minus(Duration.ofHours(4)), change.plus(Duration.ofHours(4))));
    slots.add(new Slot(change.minus(Duration.ofHours(2)), change));
    slots.add(new Slot(change, change.plus(Duration.ofHours(2))));
    slots.add(new Slot(change.minusSeconds(1800), change.plusSeconds(1800)));
    // Every quarter of an hour around it, each of another length.
    for (int quarter = -12; quarter <= 12; quarter++) {
      Instant start = change.plus(Duration.ofMinutes(15L * quarter));
      slots.add(new Slot(start, start.plus(Duration.ofMinutes(20L + quarter))));
    }
    String text = text(zone, change, slots);
    assertEquals(slots, TwoReaders.read(text).stream().map(FeedTextTest::slot).toList());
    assertEquals(slots, byTheClocksOfThisMachine(text, zone));
  }

  /** Whoever books half past two in a night that has none comes at half past three. */
  @ParameterizedTest
  @MethodSource("nights")
  void whatWasBookedByTheClockOnTheWallIsThere(ZoneId zone, int year, Month month) {
    LocalDate day = LocalDate.ofInstant(change(year, month), ZoneOffset.UTC);
    Instant start = day.atTime(2, 30).atZone(zone).toInstant();
    String text = text(zone, start, List.of(new Slot(start, start.plusSeconds(600))));
    assertEquals(start, TwoReaders.read(text).get(0).start());
    int hour = month == Month.MARCH ? 1 : 0;
    assertTrue(text.contains("DTSTART:" + written(day.atTime(hour, 30)) + "Z"), text);
  }

  /** A series stays at its hour on the wall, in the morning as in the middle of the night. */
  @ParameterizedTest
  @MethodSource("nights")
  void aSeriesAcrossTheNightStaysAtItsHour(ZoneId zone, int year, Month month) {
    Instant change = change(year, month);
    LocalDate night = LocalDate.ofInstant(change, ZoneOffset.UTC);
    for (String from : List.of("00:30", "01:30", "02:30", "03:30", "10:00", "23:15")) {
      LocalTime hour = LocalTime.parse(from);
      List<LocalDate> days =
          new Rhythm(Rhythm.Step.WEEKS, 1, null, 7)
              .days(night.minusWeeks(3)).stream()
                  .filter(day -> WallClock.moment(day, hour, zone).isPresent())
                  .toList();
      boolean skipped = month == Month.MARCH && from.equals("02:30");
      assertEquals(skipped ? 6 : 7, days.size(), "only what the clock skips is left out");
      List<Slot> slots =
          days.stream()
              .map(day -> WallClock.moment(day, hour, zone).orElseThrow())
              .map(start -> new Slot(start, start.plus(Duration.ofMinutes(40))))
              .toList();
      List<Read> read = TwoReaders.read(text(zone, change, slots));
      assertEquals(slots, read.stream().map(FeedTextTest::slot).toList());
      assertEquals(
          days.stream().map(day -> day.atTime(hour)).toList(),
          read.stream().map(one -> LocalDateTime.ofInstant(one.start(), zone)).toList(),
          "on the wall of " + zone);
      // The week of the change alone is an hour shorter or longer than the others.
      Duration whole = Duration.between(slots.get(0).start(), slots.get(slots.size() - 1).start());
      assertEquals(Duration.ofDays(42).plusHours(month == Month.MARCH ? -1 : 1), whole);
    }
  }

  /** In all other hours the clock on the wall says it, so that people can read it as well. */
  @ParameterizedTest
  @MethodSource("nights")
  void utcIsForTheHoursAroundTheChangeAlone(ZoneId zone, int year, Month month) {
    Instant change = change(year, month);
    for (int quarter = -24; quarter <= 24; quarter++) {
      Instant start = change.plus(Duration.ofMinutes(15L * quarter));
      String text = text(zone, change, List.of(new Slot(start, start.plusSeconds(60))));
      String event = text.substring(text.indexOf("BEGIN:VEVENT"));
      boolean utc = event.contains("DTSTART:");
      assertEquals(utc, event.contains("DTEND:"), "never the one without the other");
      assertEquals(quarter >= -12 && quarter <= 11, utc, start.toString());
    }
  }

  /** Without changes, with other rules, and with changes that never repeat. */
  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Asia/Kolkata", "America/New_York", "Africa/Casablanca", "Europe/Dublin"})
  void everyOtherZoneIsRightAsWell(String name) {
    ZoneId zone = ZoneId.of(name);
    List<Slot> slots = everyTwentyFiveHours();
    String text = text(zone, slots.get(0).start(), slots);
    assertEquals(slots, byTheClocksOfThisMachine(text, zone));
    assertEquals(slots, TwoReaders.read(text).stream().map(FeedTextTest::slot).toList());
  }

  /**
   * As a reader biweekly believes that summer time is always an hour, and is wrong for some hours
   * in the far east; the others read it right.
   */
  @ParameterizedTest
  @ValueSource(strings = {"Australia/Lord_Howe", "Australia/Sydney"})
  void zonesOfTheSouthAreRightAsWell(String name) {
    ZoneId zone = ZoneId.of(name);
    List<Slot> slots = everyTwentyFiveHours();
    String text = text(zone, slots.get(0).start(), slots);
    assertEquals(slots, byTheClocksOfThisMachine(text, zone));
    assertEquals(slots, TwoReaders.byIcal4j(text).stream().map(FeedTextTest::slot).toList());
  }

  private static List<Slot> everyTwentyFiveHours() {
    Instant begin = Instant.parse("2026-11-02T09:00:00Z");
    return IntStream.range(0, 400)
        .mapToObj(day -> begin.plus(Duration.ofHours(25L * day)))
        .map(start -> new Slot(start, start.plus(Duration.ofMinutes(50))))
        .toList();
  }

  @Test
  void aCalendarWithoutAppointmentsIsOneAsWell() {
    String text = text(ZoneId.of("Europe/Warsaw"), CHANGED, List.of());
    assertEquals(List.of(), TwoReaders.read(text));
    assertEquals(1, text.split("BEGIN:VTIMEZONE", -1).length - 1);
    assertTrue(text.contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"));
    assertTrue(text.contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H"));
    assertFalse(text.contains("METHOD"));
  }

  @Test
  void everythingElseIsWhatItWas() {
    AppointmentId id = AppointmentId.next();
    Slot slot =
        new Slot(Instant.parse("2026-11-03T09:00:00Z"), Instant.parse("2026-11-03T10:30:00Z"));
    String summary =
        "Zrušeno: Příliš žluťoučký kůň, úpěl; ďábelské\\ódy\na ještě něco „navíc“ · " + id.code();
    String room = "Pokoj 2; vzadu, „Zahrada“ 🌳 s výhledem na všechno, co tam roste";
    FeedEvent event = new FeedEvent(id, slot, summary, room, true, 7, CHANGED);
    String text =
        new FeedText("0123.opora", ZoneId.of("Europe/Prague"), slot.start(), slot.end())
            .of("Opora", List.of(event));
    assertEquals(
        List.of(
            new Read(
                id + "@0123.opora",
                7,
                "CANCELLED",
                slot.start(),
                slot.end(),
                summary,
                room,
                CHANGED,
                "PRIVATE")),
        TwoReaders.read(text));
    assertTrue(text.contains("TRANSP:TRANSPARENT"));
    assertTrue(text.contains("LAST-MODIFIED:20260203T040506Z"));
    for (String never : List.of("DESCRIPTION", "ATTENDEE", "ORGANIZER", "URL", "VALARM")) {
      assertFalse(text.contains(never), never);
    }
  }

  private static String text(ZoneId zone, Instant around, List<Slot> slots) {
    return new FeedText(
            "house", zone, around.minus(Duration.ofDays(60)), around.plus(Duration.ofDays(420)))
        .of("Opora", slots.stream().map(FeedTextTest::event).toList());
  }

  private static FeedEvent event(Slot slot) {
    return new FeedEvent(AppointmentId.next(), slot, "Kontakt", null, false, 0, CHANGED);
  }

  private static Slot slot(Read read) {
    return new Slot(read.start(), read.end());
  }

  /** A third reader: one that looks at the name of the zone and believes its own clocks. */
  private static List<Slot> byTheClocksOfThisMachine(String text, ZoneId zone) {
    List<Instant> moments = new ArrayList<>();
    Matcher times = TIME.matcher(text.substring(text.indexOf("END:VTIMEZONE")));
    times.results().forEach(found -> moments.add(moment(found, zone)));
    return IntStream.range(0, moments.size() / 2)
        .mapToObj(at -> new Slot(moments.get(2 * at), moments.get(2 * at + 1)))
        .toList();
  }

  private static Instant moment(MatchResult found, ZoneId zone) {
    String written = found.group(3);
    if (found.group(1) == null) {
      assertTrue(written.endsWith("Z"), written);
      return LocalDateTime.parse(written.substring(0, 15), WRITTEN).toInstant(ZoneOffset.UTC);
    }
    assertEquals(zone.getId(), found.group(2));
    return LocalDateTime.parse(written, WRITTEN).atZone(zone).toInstant();
  }

  private static String written(LocalDateTime time) {
    return WRITTEN.format(time);
  }
}
