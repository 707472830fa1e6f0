package org.opora.course.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;

/** Who gets which part of a report, reckoned anew on the day on which it is made out. */
public final class Receivers {
  private Receivers() {}

  /**
   * Somebody who gets it.
   *
   * @param person null for an office
   * @param body null for a person, and for an office that is not in the directory
   * @param children whose parts they get beside that of the family
   */
  public record Receiver(
      RecipientKind kind, PersonId person, BodyId body, String name, Set<PersonId> children) {
    public Receiver {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(name);
      children = Set.copyOf(children);
    }

    /**
     * Two towns may have an office of one name, and what is said of a child must not go to that of
     * another town: a name alone makes one office of those of the carers only.
     */
    private boolean same(Receiver other) {
      if (person != null || other.person != null) {
        return Objects.equals(person, other.person);
      }
      if (body != null || other.body != null) {
        return Objects.equals(body, other.body);
      }
      return kind == RecipientKind.CARER_AUTHORITY && kind == other.kind && name.equals(other.name);
    }

    private Receiver with(RecipientKind as, Set<PersonId> whose) {
      return new Receiver(as, person, body, name, whose);
    }
  }

  /**
   * Whoever gets it today. An office whose child is in the family no longer keeps what it was to
   * get when the report was begun: the report tells of that child still, and of no child nobody
   * asked for. Who would get nothing but the part of the family because of a child that has no part
   * gets nothing.
   *
   * @param begun as they were when the report was begun
   * @param today as they are now
   * @param parts children who have a part
   * @param here children who are in the family now
   * @param last whether it is the last report: whoever cared until the end gets it, also after
   *     leaving
   */
  public static List<Receiver> of(
      List<Receiver> begun,
      List<Receiver> today,
      Set<PersonId> parts,
      Set<PersonId> here,
      boolean last) {
    Set<PersonId> gone =
        parts.stream().filter(child -> !here.contains(child)).collect(Collectors.toSet());
    List<Receiver> all = new ArrayList<>();
    // The register says of each once what may be said of it as of one: nothing is joined here.
    today.forEach(one -> all.add(one.with(one.kind(), only(one.children(), parts))));
    begun.stream()
        .filter(one -> one.person() == null || last)
        .forEach(one -> join(all, one, only(one.children(), one.person() == null ? gone : parts)));
    if (!gone.isEmpty()) {
      all.replaceAll(
          one ->
              one.kind() == RecipientKind.CARER
                  ? one.with(one.kind(), union(one.children(), gone))
                  : one);
    }
    all.removeIf(one -> one.kind() == RecipientKind.CHILD_AUTHORITY && one.children().isEmpty());
    return List.copyOf(all);
  }

  /** Somebody of before, whom today's may know already. */
  private static void join(List<Receiver> all, Receiver one, Set<PersonId> whose) {
    for (int i = 0; i < all.size(); i++) {
      Receiver known = all.get(i);
      if (known.same(one)) {
        all.set(i, known.with(known.kind(), union(known.children(), whose)));
        return;
      }
    }
    boolean ofCarers = one.kind() == RecipientKind.CARER_AUTHORITY;
    boolean another =
        ofCarers && all.stream().anyMatch(known -> known.kind() == RecipientKind.CARER_AUTHORITY);
    // The carers have another authority by now: the one of before gets what is about its children.
    all.add(one.with(another ? RecipientKind.CHILD_AUTHORITY : one.kind(), whose));
  }

  private static Set<PersonId> only(Set<PersonId> some, Set<PersonId> of) {
    return some.stream().filter(of::contains).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<PersonId> union(Set<PersonId> some, Set<PersonId> more) {
    Set<PersonId> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return all;
  }
}
