package org.opora.api.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people of the centre write them. */
public final class Dates {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,2})\\s*[./]\\s*(\\d{1,2})\\s*[./]\\s*(\\d{4})");

  private Dates() {}

  /**
   * Reads {@code 2026-03-05}, {@code 5. 3. 2026}, {@code 05.03.2026} and {@code 5/3/2026}.
   *
   * @throws DateTimeException when the text is no date, or the day does not exist
   */
  public static LocalDate parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    return written.matches()
        ? LocalDate.of(
            Integer.parseInt(written.group(3)),
            Integer.parseInt(written.group(2)),
            Integer.parseInt(written.group(1)))
        : LocalDate.parse(text.strip());
  }
}
