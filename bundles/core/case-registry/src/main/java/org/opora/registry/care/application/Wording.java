package org.opora.registry.care.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.Place;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;

/**
 * How a visit reads, or read once.
 *
 * @param number among the wordings of the visit; papers and signatures name it
 * @param present who was met, by key, in the order of the page
 * @param children what it says of the children the viewer may see; without a child of a child of
 *     another family
 * @param by name of who wrote it so
 * @param at when
 */
public record Wording(
    int number,
    LocalDate on,
    LocalTime start,
    Integer minutes,
    Integer travelMinutes,
    Integer kilometres,
    boolean announced,
    Place place,
    Map<PersonId, PersonName> present,
    List<ChildPart> children,
    String note,
    String by,
    Instant at) {

  /**
   * Two versions side by side.
   *
   * @param why the reason that was given; null for a slip in a visit that was open
   * @param children every child of whom one of the two says something
   * @param changed names of the parts that differ: on, start, minutes, travel, kilometres, place,
   *     announced, present, note
   */
  public record Change(
      Wording before, Wording after, String why, List<Child> children, Set<String> changed) {}

  /**
   * One child in both.
   *
   * @param name null for a child of another family
   * @param before null when it says nothing of the child, as {@code after} is
   */
  public record Child(PersonName name, ChildPart before, ChildPart after, boolean changed) {}

  Change to(Wording after, String why) {
    return new Change(this, after, why, children(after), changed(after));
  }

  private Set<String> changed(Wording after) {
    Set<String> changed = new TreeSet<>();
    compare(changed, "on", Wording::on, after);
    compare(changed, "start", Wording::start, after);
    compare(changed, "minutes", Wording::minutes, after);
    compare(changed, "travel", Wording::travelMinutes, after);
    compare(changed, "kilometres", Wording::kilometres, after);
    compare(changed, "announced", Wording::announced, after);
    compare(changed, "place", Wording::place, after);
    compare(changed, "present", one -> one.present().keySet(), after);
    compare(changed, "note", Wording::note, after);
    return changed;
  }

  private void compare(
      Set<String> changed, String name, Function<Wording, Object> part, Wording after) {
    if (!Objects.equals(part.apply(this), part.apply(after))) {
      changed.add(name);
    }
  }

  private List<Child> children(Wording after) {
    Map<PersonId, PersonName> names = new HashMap<>(after.present);
    names.putAll(present);
    Map<PersonId, ChildPart> then = parts(this);
    Map<PersonId, ChildPart> now = parts(after);
    Stream<Child> here =
        Stream.concat(then.keySet().stream(), now.keySet().stream())
            .distinct()
            .map(
                child ->
                    new Child(
                        names.get(child),
                        then.get(child),
                        now.get(child),
                        !Objects.equals(then.get(child), now.get(child))));
    Stream<Child> elsewhere =
        children.stream()
            .filter(part -> part.child() == null)
            .map(part -> new Child(null, part, null, true));
    return Stream.concat(here, elsewhere).toList();
  }

  private static Map<PersonId, ChildPart> parts(Wording wording) {
    return wording.children.stream()
        .filter(part -> part.child() != null)
        .collect(
            Collectors.toMap(
                ChildPart::child, Function.identity(), (one, same) -> one, LinkedHashMap::new));
  }
}
