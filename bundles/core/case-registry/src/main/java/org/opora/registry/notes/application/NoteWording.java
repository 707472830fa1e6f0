package org.opora.registry.notes.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.notes.domain.NoteKind;

/**
 * How a note reads, or read once.
 *
 * @param number of the wording; the printed sheet bears it
 * @param travelMinutes there and back; null when nobody wrote it, as {@code kilometres} is
 * @param people whom it concerns, those behind a wall left out
 * @param by name of who wrote it so
 */
public record NoteWording(
    int number,
    NoteKind kind,
    LocalDate on,
    LocalTime start,
    Integer minutes,
    Integer travelMinutes,
    Integer kilometres,
    List<About> people,
    BodyId body,
    String outside,
    String spokeWith,
    String content,
    String by,
    Instant at) {

  /**
   * Somebody whom it concerns.
   *
   * @param child whether a child of the family
   * @param open false when what is said of the child went elsewhere with its sub-file
   * @param words null when nothing is said of the child alone, or it is not for the viewer
   */
  public record About(
      PersonId person, PersonName name, boolean child, boolean open, String words) {}

  /**
   * Two versions side by side.
   *
   * @param why null for a slip in a note that was open
   * @param changed names of the parts that differ: kind, on, start, minutes, travel, kilometres,
   *     outside, spokeWith, people, content
   */
  public record Change(NoteWording before, NoteWording after, String why, Set<String> changed) {}

  Change to(NoteWording after, String why) {
    Set<String> changed = new TreeSet<>();
    compare(changed, "kind", NoteWording::kind, after);
    compare(changed, "on", NoteWording::on, after);
    compare(changed, "start", NoteWording::start, after);
    compare(changed, "minutes", NoteWording::minutes, after);
    compare(changed, "travel", NoteWording::travelMinutes, after);
    compare(changed, "kilometres", NoteWording::kilometres, after);
    compare(changed, "outside", NoteWording::outside, after);
    compare(changed, "spokeWith", NoteWording::spokeWith, after);
    compare(changed, "people", NoteWording::told, after);
    compare(changed, "content", NoteWording::content, after);
    return new Change(this, after, why, changed);
  }

  /** The end of the time it took; null when start or length is not known. */
  public LocalTime end() {
    return start == null || minutes == null ? null : start.plusMinutes(minutes);
  }

  private Map<PersonId, String> told() {
    return people.stream()
        .collect(
            Collectors.toMap(About::person, one -> Objects.requireNonNullElse(one.words(), "")));
  }

  private void compare(
      Set<String> changed, String name, Function<NoteWording, Object> part, NoteWording after) {
    if (!Objects.equals(part.apply(this), part.apply(after))) {
      changed.add(name);
    }
  }
}
