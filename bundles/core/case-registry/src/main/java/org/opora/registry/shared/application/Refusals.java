package org.opora.registry.shared.application;

import java.time.LocalDate;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.text.Text;

/**
 * How the use cases of the register say no: a sentence of this bundle, beside the field it is
 * about.
 */
public final class Refusals {
  /** Id of this bundle: its unit, and the origin of what it pushes. */
  public static final String BUNDLE = "case-registry";

  /** Origin of its texts. */
  public static final String TEXTS = "org.opora.case-registry";

  private Refusals() {}

  public static Refused refused(String field, String key, Object... arguments) {
    return new Refused(field, text(key, arguments));
  }

  public static Text text(String key, Object... arguments) {
    return Text.of(TEXTS, key, arguments);
  }

  /** A line that must be there and fit into its column. */
  public static String line(String field, String value, int longest) {
    String line = optional(field, value, longest);
    if (line == null) {
      throw refused(field, "refused.required");
    }
    return line;
  }

  /** The line without blanks around it; null when there is nothing in it. */
  public static String optional(String field, String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String line = value.strip();
    if (line.length() > longest) {
      throw refused(field, "refused.too-long", longest, line.length());
    }
    return line;
  }

  public static LocalDate day(String field, LocalDate day) {
    if (day == null) {
      throw refused(field, "refused.required");
    }
    return day;
  }

  /** A last day cannot lie before the first one. */
  public static void inOrder(String field, LocalDate first, LocalDate last) {
    if (last != null && last.isBefore(first)) {
      throw refused(field, "refused.ends-before-start", last, first);
    }
  }

  public static void fresh(long current, long seen) {
    if (current != seen) {
      throw new Stale();
    }
  }
}
