package org.opora.web.texts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;

/** Dates and times as people of the country write them. */
public final class Written {
  private static final Map<String, String> DATE =
      Map.of("cs", "d. M. yyyy", "pl", "d.MM.yyyy", "en", "d MMM yyyy");
  private static final Map<String, String> WEEKDAY =
      Map.of("cs", "EEEE d. M. yyyy", "pl", "EEEE, d.MM.yyyy", "en", "EEEE, d MMM yyyy");
  private static final Map<String, String> TIME =
      Map.of("cs", "H:mm", "pl", "HH:mm", "en", "HH:mm");

  private final ZoneId zone;
  private final Map<String, DateTimeFormatter> dates;
  private final Map<String, DateTimeFormatter> weekdays;
  private final Map<String, DateTimeFormatter> times;
  private final Map<String, DateTimeFormatter> moments;

  public Written(ZoneId zone) {
    this.zone = zone;
    this.dates = formatters(DATE, Map.of());
    this.weekdays = formatters(WEEKDAY, Map.of());
    this.times = formatters(TIME, Map.of());
    this.moments = formatters(DATE, TIME);
  }

  public ZoneId zone() {
    return zone;
  }

  public String date(Locale locale, LocalDate date) {
    return dates.get(Lexicon.language(locale)).format(date);
  }

  public String weekday(Locale locale, LocalDate date) {
    return weekdays.get(Lexicon.language(locale)).format(date);
  }

  public String time(Locale locale, LocalTime time) {
    return times.get(Lexicon.language(locale)).format(time);
  }

  public String moment(Locale locale, Instant instant) {
    return moments.get(Lexicon.language(locale)).format(instant);
  }

  public String time(Locale locale, Instant instant) {
    return times.get(Lexicon.language(locale)).format(instant);
  }

  /** A date, a time or a moment in words; anything else as it is. */
  Object say(Locale locale, Object value) {
    if (!(value instanceof TemporalAccessor)) {
      return value;
    }
    if (value instanceof LocalDate date) {
      return date(locale, date);
    }
    if (value instanceof LocalTime time) {
      return time(locale, time);
    }
    return value instanceof Instant instant ? moment(locale, instant) : value.toString();
  }

  private Map<String, DateTimeFormatter> formatters(
      Map<String, String> first, Map<String, String> second) {
    Map<String, DateTimeFormatter> all = new java.util.HashMap<>();
    first.forEach(
        (language, pattern) -> {
          String whole = second.isEmpty() ? pattern : pattern + " " + second.get(language);
          Locale locale = language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
          all.put(language, DateTimeFormatter.ofPattern(whole, locale).withZone(zone));
        });
    return Map.copyOf(all);
  }
}
