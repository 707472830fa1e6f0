package org.opora.calendar.feeds.application;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.opora.calendar.feeds.domain.ClockChange;
import org.opora.calendar.feeds.domain.ClockChanges;
import org.opora.calendar.feeds.domain.FeedEvent;

/**
 * Appointments as iCalendar (RFC 5545). Times are those of the clock on the wall, with the changes
 * of the clock beside them; what begins or ends in the hours around a change is written in UTC,
 * because an hour that comes twice cannot be told apart, and programs misread those beside it.
 */
final class FeedText {
  private static final String PRODUCT = "-//Opora//Opora//EN";
  private static final int LONGEST_LINE = 75;
  private static final String FOLD = "\r\n ";

  private final String house;
  private final ZoneId zone;
  private final VTimezone clocks;
  private final TimezoneAssignment wall;

  /**
   * @param house what all keys of this house end with
   * @param from before which no appointment begins
   * @param until after which none begins
   */
  FeedText(String house, ZoneId zone, Instant from, Instant until) {
    this.house = house;
    this.zone = zone;
    this.clocks = clocks(zone, from, until);
    this.wall = new TimezoneAssignment(TimeZone.getTimeZone(zone), clocks);
  }

  String of(String name, List<FeedEvent> events) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setName(name);
    calendar.setExperimentalProperty("X-WR-CALNAME", name);
    calendar.setExperimentalProperty("X-WR-TIMEZONE", zone.getId());
    // Of this one the standard asks to say what it is, although nothing else is possible.
    calendar
        .setRefreshInterval(Duration.builder().hours(1).build())
        .setParameter("VALUE", "DURATION");
    calendar.setExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
    // Also when there is no appointment: a calendar that holds nothing is none.
    calendar.addComponent(clocks);
    events.forEach(one -> add(calendar, one));
    return folded(written(calendar));
  }

  private void add(ICalendar calendar, FeedEvent one) {
    VEvent event = new VEvent();
    event.setUid(one.id() + "@" + house);
    event.setSequence(one.sequence());
    event.setDateTimeStamp(Date.from(one.changedAt()));
    event.setLastModified(Date.from(one.changedAt()));
    event.setDateStart(Date.from(one.slot().start()));
    event.setDateEnd(Date.from(one.slot().end()));
    event.setSummary(one.summary());
    event.setLocation(one.room());
    event.setClassification(Classification.PRIVATE);
    event.setStatus(one.cancelled() ? Status.cancelled() : Status.confirmed());
    // Also for a program that does not look at the state: nobody is busy for what is cancelled.
    event.setTransparency(one.cancelled());
    if (!ClockChanges.near(one.slot().start(), zone)
        && !ClockChanges.near(one.slot().end(), zone)) {
      calendar.getTimezoneInfo().setTimezone(event.getDateStart(), wall);
      calendar.getTimezoneInfo().setTimezone(event.getDateEnd(), wall);
    }
    calendar.addEvent(event);
  }

  private static VTimezone clocks(ZoneId zone, Instant from, Instant until) {
    VTimezone clocks = new VTimezone(zone.getId());
    for (ClockChange change : ClockChanges.of(zone, from, until)) {
      if (change.summer()) {
        DaylightSavingsTime summer = new DaylightSavingsTime();
        tell(summer, change, zone);
        clocks.addDaylightSavingsTime(summer);
      } else {
        StandardTime standard = new StandardTime();
        tell(standard, change, zone);
        clocks.addStandardTime(standard);
      }
    }
    return clocks;
  }

  private static void tell(Observance observance, ClockChange change, ZoneId zone) {
    LocalDateTime at = change.wall();
    observance.setDateStart(
        new DateTimeComponents(
            at.getYear(),
            at.getMonthValue(),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            false));
    observance.setTimezoneOffsetFrom(offset(change.before()));
    observance.setTimezoneOffsetTo(offset(change.after()));
    observance.addTimezoneName(
        TimeZone.getTimeZone(zone).getDisplayName(change.summer(), TimeZone.SHORT, Locale.ENGLISH));
    if (change.yearly() != null) {
      observance.setRecurrenceRule(
          new Recurrence.Builder(Frequency.YEARLY)
              .byMonth(change.yearly().month().getValue())
              .byDay(change.yearly().week(), DayOfWeek.valueOf(change.yearly().day().name()))
              .build());
    }
  }

  private static UtcOffset offset(ZoneOffset offset) {
    return new UtcOffset(offset.getTotalSeconds() * 1000L);
  }

  private static String written(ICalendar calendar) {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** The library counts characters where the standard counts bytes, and ours take two. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length() + text.length() / LONGEST_LINE);
    int length = 0;
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      int bytes = bytes(sign);
      if (sign == '\n') {
        length = 0;
      } else if (sign != '\r') {
        if (length + bytes > LONGEST_LINE) {
          folded.append(FOLD);
          length = 1;
        }
        length += bytes;
      }
      folded.appendCodePoint(sign);
      at += Character.charCount(sign);
    }
    return folded.toString();
  }

  /** Of a sign in UTF-8. */
  private static int bytes(int sign) {
    if (sign < 0x80) {
      return 1;
    }
    if (sign < 0x800) {
      return 2;
    }
    return sign < 0x10000 ? 3 : 4;
  }
}
