package org.opora.supervisedcontacts.shared.application;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;

/** What the module refuses, in its own words. */
public final class Refusals {
  private Refusals() {}

  /** Words that must be there, without the blanks around them. */
  public static String words(String field, String typed, int longest) {
    String words = optional(field, typed, longest);
    if (words == null) {
      throw refused(field, "words.missing");
    }
    return words;
  }

  /** Words that need not be there; null when nothing is. */
  public static String optional(String field, String typed, int longest) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String words = typed.strip();
    if (words.length() > longest) {
      throw refused(field, "words.too-long", longest, words.length());
    }
    return words;
  }

  /** A day on which something has taken place. */
  public static LocalDate past(Viewer viewer, String field, LocalDate day) {
    if (day == null) {
      throw refused(field, "day.missing");
    }
    if (day.isAfter(viewer.today())) {
      throw refused(field, "day.future", day);
    }
    return day;
  }

  /** A day to come after this one; null when none was set. */
  public static LocalDate after(String field, LocalDate first, LocalDate day) {
    if (day != null && !day.isAfter(first)) {
      throw refused(field, "day.not-after", first);
    }
    return day;
  }

  /** What has to be chosen. */
  public static <T> T chosen(String field, T choice) {
    if (choice == null) {
      throw refused(field, "choice.missing");
    }
    return choice;
  }

  /**
   * @throws Stale when somebody else changed the record meanwhile
   */
  public static void fresh(long stored, long seen) {
    if (stored != seen) {
      throw new Stale();
    }
  }

  public static Refused refused(String field, String key, Object... arguments) {
    return new Refused(field, Text.of(SupervisedContactsModule.ORIGIN, key, arguments));
  }
}
