package org.opora.calendar.feeds.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.ParseWarning;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;

/** Two libraries that know nothing of each other read the same text, and have to agree. */
public final class TwoReaders {
  static {
    System.setProperty(
        "net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
    System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
  }

  private TwoReaders() {}

  /**
   * @param room null when none is said
   */
  public record Read(
      String uid,
      int sequence,
      String status,
      Instant start,
      Instant end,
      String summary,
      String room,
      Instant changed,
      String secrecy) {}

  /** What both understand; fails where one complains, or they differ. */
  public static List<Read> read(String text) {
    plain(text);
    List<Read> one = byIcal4j(text);
    assertEquals(one, byBiweekly(text));
    return one;
  }

  private static void plain(String text) {
    assertTrue(text.endsWith("\r\n"));
    for (String line : text.split("\r\n")) {
      assertFalse(line.contains("\n") || line.contains("\r"), line);
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
  }

  static List<Read> byIcal4j(String text) {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      assertEquals(List.of(), List.copyOf(calendar.validate(true).getEntries()));
      return calendar.<VEvent>getComponents("VEVENT").stream().map(TwoReaders::read).toList();
    } catch (IOException | ParserException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Read read(VEvent event) {
    return new Read(
        said(event, "UID"),
        Integer.parseInt(said(event, "SEQUENCE")),
        said(event, "STATUS"),
        moment(event, "DTSTART"),
        moment(event, "DTEND"),
        said(event, "SUMMARY"),
        said(event, "LOCATION"),
        moment(event, "DTSTAMP"),
        said(event, "CLASS"));
  }

  private static String said(VEvent event, String name) {
    return event.getProperty(name).map(Property::getValue).orElse(null);
  }

  private static Instant moment(VEvent event, String name) {
    return Instant.from(
        event.<DateProperty<? extends Temporal>>getProperty(name).orElseThrow().getDate());
  }

  private static List<Read> byBiweekly(String text) {
    List<List<ParseWarning>> doubts = new ArrayList<>();
    List<ICalendar> all = Biweekly.parse(text).warnings(doubts).all();
    assertEquals(1, all.size());
    assertEquals(List.of(List.of()), doubts);
    // It counts the component of the zone for nothing, and misses one in an empty calendar.
    assertTrue(all.get(0).getEvents().isEmpty() || all.get(0).validate(ICalVersion.V2_0).isEmpty());
    return all.get(0).getEvents().stream().map(TwoReaders::read).toList();
  }

  private static Read read(biweekly.component.VEvent event) {
    return new Read(
        event.getUid().getValue(),
        event.getSequence().getValue(),
        event.getStatus().getValue(),
        event.getDateStart().getValue().toInstant(),
        event.getDateEnd().getValue().toInstant(),
        event.getSummary().getValue(),
        event.getLocation() == null ? null : event.getLocation().getValue(),
        event.getDateTimeStamp().getValue().toInstant(),
        event.getClassification().getValue());
  }
}
