package org.opora.documents.shared;

import org.opora.api.faults.Refused;
import org.opora.api.text.Text;
import org.opora.documents.DocumentsModule;

/** How this bundle says no: a sentence of its own, beside the field it is about. */
public final class Refusals {
  private Refusals() {}

  public static Refused refused(String field, String key, Object... arguments) {
    return new Refused(field, Text.of(DocumentsModule.ORIGIN, key, arguments));
  }

  /** A line that fits into its column; null when there is nothing in it. */
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

  /** The same of one that must be there. */
  public static String line(String field, String value, int longest) {
    String line = optional(field, value, longest);
    if (line == null) {
      throw refused(field, "refused.required");
    }
    return line;
  }
}
