package org.opora.api.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.text.Text;

/**
 * Something counted as this viewer may see it.
 *
 * @param key as it was counted
 * @param what it is, in the words of its bundle; null when the name says it
 * @param name of the person or the family; null when it has none
 * @param on the day of it; null when it has none
 * @param href page of it; null when there is none for this viewer
 * @param subjects whom the line shows
 */
public record Shown(
    UUID key, Text what, String name, LocalDate on, String href, List<Subject> subjects) {
  public Shown {
    Objects.requireNonNull(key);
    subjects = List.copyOf(subjects);
  }
}
