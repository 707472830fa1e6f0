package org.opora.course.shared;

import java.time.LocalDate;
import org.opora.api.faults.Refused;
import org.opora.api.text.Text;
import org.opora.course.CourseModule;

/** How this bundle says no: a sentence of its own, beside the field it is about. */
public final class Refusals {
  private static final int EARLIEST_YEAR = 2_000;

  private Refusals() {}

  public static Text text(String key, Object... arguments) {
    return Text.of(CourseModule.ORIGIN, key, arguments);
  }

  public static Refused refused(String field, String key, Object... arguments) {
    return new Refused(field, text(key, arguments));
  }

  /** Words that fit into their field; null when there are none. */
  public static String optional(String field, String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    // A browser ends lines in another way than records do.
    String words = value.replace("\r\n", "\n").strip();
    if (words.length() > longest) {
      throw refused(field, "refused.too-long", longest, words.length());
    }
    return words;
  }

  /** The same of what must be there. */
  public static String line(String field, String value, int longest) {
    String words = optional(field, value, longest);
    if (words == null) {
      throw refused(field, "refused.required");
    }
    return words;
  }

  /** A day that anybody may have meant. */
  public static LocalDate day(String field, LocalDate day) {
    if (day == null) {
      throw refused(field, "refused.required");
    }
    if (day.getYear() < EARLIEST_YEAR || day.getYear() >= EARLIEST_YEAR + 100) {
      throw refused(field, "refused.day");
    }
    return day;
  }
}
