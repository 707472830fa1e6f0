package org.opora.access.audit;

import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;

/**
 * One row of the trail before it is sealed. Words are cut to printable ASCII of a fixed length
 * here, so that no row is ever refused by the database and every row is read back byte for byte.
 *
 * @param id key of the row
 * @param happened milliseconds since 1970, UTC
 * @param staff who, or null
 * @param act code of what was done
 * @param subjects at most {@link #SUBJECTS} of them
 * @param detail codes and keys, or null
 * @param request id of the request, or null
 */
record AuditEvent(
    UUID id,
    long happened,
    UUID staff,
    Outcome outcome,
    String act,
    List<Subject> subjects,
    String detail,
    String request) {
  /** What became of it. */
  enum Outcome {
    WROTE,
    READ,
    DENIED,
    NOTED
  }

  /** As many as fit into a row; a longer list goes on in the next row, under the same request. */
  static final int SUBJECTS = 90;

  AuditEvent {
    act = code(act, 80);
    detail = code(detail, 400);
    request = code(request, 64);
    subjects = List.copyOf(subjects);
    if (subjects.size() > SUBJECTS) {
      throw new IllegalArgumentException("too many subjects for one row");
    }
  }

  private static String code(String text, int longest) {
    if (text == null) {
      return null;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.chars().limit(longest).forEach(c -> clean.append(c >= ' ' && c <= '~' ? (char) c : '?'));
    return clean.toString();
  }
}
