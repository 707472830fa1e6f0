package org.opora.api.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.text.Text;

/**
 * A posted form: reads typed values, collects what is wrong beside the field, and keeps what was
 * typed, so that the page can be shown again with nothing lost. Not thread-safe; lives for one
 * request.
 */
public final class Form {
  /** Key under which errors of the whole form stand. */
  public static final String WHOLE = "";

  private static final int LONGEST_LINE = 200;
  private final String shell;
  private final Map<String, List<String>> values;
  private final Map<String, Text> errors = new LinkedHashMap<>();
  private boolean stale;

  /**
   * @param shell origin of the standard sentences ("Enter a date such as 5. 3. 2026.")
   * @param values raw values by field name
   */
  public Form(String shell, Map<String, List<String>> values) {
    this.shell = shell;
    this.values = Map.copyOf(values);
  }

  /**
   * Somebody else changed the same thing meanwhile: the page shows what stands there now beside
   * what was typed, and whoever has seen both may save.
   */
  public void stale() {
    errors.put(WHOLE, Text.of(shell, "form.stale"));
    stale = true;
  }

  /** Whether the page has to show what somebody else saved. */
  public boolean isStale() {
    return stale;
  }

  /**
   * The version that the page carries when it is shown again: the one it was opened with, so that
   * mending a mistake never writes over what somebody else saved meanwhile; the present one only
   * after {@link #stale}.
   *
   * @param now version of what is stored
   */
  public String versionAgain(Object now) {
    String opened = raw("version");
    return stale || opened.isEmpty() ? String.valueOf(now) : opened;
  }

  /** As typed, trimmed; empty when missing. */
  public String raw(String field) {
    List<String> all = values.get(field);
    return all == null || all.isEmpty() ? "" : all.get(0).strip();
  }

  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  public boolean checked(String field) {
    return !raw(field).isEmpty();
  }

  /** One line of at most 200 characters; null when empty. */
  public String line(String field) {
    return text(field, LONGEST_LINE);
  }

  /** Required line; an error beside the field when empty. */
  public String requiredLine(String field) {
    return required(field, line(field));
  }

  /** Text of at most {@code longest} characters; null when empty. */
  public String text(String field, int longest) {
    String raw = raw(field);
    if (raw.length() > longest) {
      error(field, "form.too-long", longest, raw.length());
    }
    return raw.isEmpty() ? null : raw;
  }

  /**
   * A date in ISO form (date inputs) or as people write it (5. 3. 2026, 05.03.2026); null when
   * empty or wrong.
   */
  public LocalDate date(String field) {
    return parse(field, Dates::parse, "form.date");
  }

  public LocalDate requiredDate(String field) {
    return required(field, date(field));
  }

  /** A time of day such as 14:30; null when empty or wrong. */
  public LocalTime time(String field) {
    return parse(field, LocalTime::parse, "form.time");
  }

  /** A whole number within the bounds; null when empty or wrong. */
  public Integer number(String field, int least, int most) {
    Integer value = parse(field, Integer::valueOf, "form.number");
    if (value != null && (value < least || value > most)) {
      error(field, "form.range", least, most);
      return null;
    }
    return value;
  }

  /** A choice by the name of the constant; null when empty or none of them. */
  public <E extends Enum<E>> E choice(String field, Class<E> type) {
    return parse(field, raw -> Enum.valueOf(type, raw), "form.choice");
  }

  public <E extends Enum<E>> E requiredChoice(String field, Class<E> type) {
    return required(field, choice(field, type));
  }

  /** A key; null when empty or wrong. */
  public UUID id(String field) {
    return parse(field, UUID::fromString, "form.choice");
  }

  public UUID requiredId(String field) {
    return required(field, id(field));
  }

  /** Version of the record the form was made from; 0 for a new one. */
  public long version() {
    Integer version = number("version", 0, Integer.MAX_VALUE);
    return version == null ? 0 : version;
  }

  /** Adds a sentence of the shell beside the field, unless the field already has one. */
  public void error(String field, String key, Object... arguments) {
    error(field, Text.of(shell, key, arguments));
  }

  public void error(String field, Text text) {
    errors.putIfAbsent(field == null ? WHOLE : field, text);
  }

  /** Takes over what a use case refused. */
  public void refused(Refused refused) {
    error(refused.field(), refused.text());
  }

  /**
   * Does what the form is for, or shows it again with what stands against it: what was typed
   * wrongly, what a rule refused, or that somebody else changed the same thing meanwhile.
   *
   * @param deed what is done when nothing is wrong with the form
   * @param again shows the form with its errors
   */
  public Reply attempt(Supplier<Reply> deed, Function<Form, Reply> again) {
    if (valid()) {
      try {
        return deed.get();
      } catch (Refused refused) {
        refused(refused);
      } catch (Stale changed) {
        stale();
      }
    }
    return again.apply(this);
  }

  public boolean valid() {
    return errors.isEmpty();
  }

  /** Errors in the order they were found. */
  public Map<String, Text> errors() {
    return Map.copyOf(errors).isEmpty() ? Map.of() : new LinkedHashMap<>(errors);
  }

  public Map<String, List<String>> values() {
    return values;
  }

  private <T> T required(String field, T value) {
    if (value == null) {
      error(field, "form.required");
    }
    return value;
  }

  private <T> T parse(String field, Function<String, T> parser, String key) {
    String raw = raw(field);
    if (raw.isEmpty()) {
      return null;
    }
    try {
      return parser.apply(raw);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      error(field, key, raw);
      return null;
    }
  }
}
