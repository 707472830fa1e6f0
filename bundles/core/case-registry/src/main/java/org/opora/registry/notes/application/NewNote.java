package org.opora.registry.notes.application;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.registry.notes.domain.NoteKind;

/**
 * What is written down of a phone call, a letter, a meeting.
 *
 * @param start null when it is not known
 * @param minutes for the time sheet; null when nobody knows
 * @param people whom it concerns; may be empty
 * @param words what it says of a child alone, by child; it goes into the child's own sub-file
 * @param body entry of the directory with which it was dealt, or null
 * @param outside name of that body, or what was typed; at most 200 characters, or null
 * @param spokeWith who it was there; at most 200 characters, or null
 * @param content at most 20,000 characters; may be null only when there are words of a child
 * @param travelMinutes there and back; null when nobody went anywhere, as {@code kilometres} is
 */
public record NewNote(
    NoteKind kind,
    LocalDate on,
    LocalTime start,
    Integer minutes,
    Set<PersonId> people,
    Map<PersonId, String> words,
    BodyId body,
    String outside,
    String spokeWith,
    String content,
    Integer travelMinutes,
    Integer kilometres) {
  public NewNote {
    people = Set.copyOf(people);
    words = Map.copyOf(words);
  }

  /** For which nobody went anywhere. */
  public NewNote(
      NoteKind kind,
      LocalDate on,
      LocalTime start,
      Integer minutes,
      Set<PersonId> people,
      Map<PersonId, String> words,
      BodyId body,
      String outside,
      String spokeWith,
      String content) {
    this(kind, on, start, minutes, people, words, body, outside, spokeWith, content, null, null);
  }
}
