package org.opora.registry.kin.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Role;
import org.opora.api.overrides.Because;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.Doubt;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.shared.application.Refusals;

/**
 * Whether a relationship can stand beside those the viewer may know of. What cannot be is refused;
 * what is merely unlikely asks for a reason.
 */
final class KinCheck {
  private static final int GENERATIONS = 8;
  private static final int PARENTS = 2;
  private final Function<Collection<PersonId>, Map<PersonId, List<Relative>>> relatives;

  /**
   * @param relatives of these people by the keys asked for, those struck out included; asked once
   *     for a whole generation
   */
  KinCheck(Function<Collection<PersonId>, Map<PersonId, List<Relative>>> relatives) {
    this.relatives = relatives;
  }

  /**
   * Somebody in the row that is checked.
   *
   * @param self the same for every key of the person
   * @param born null when not known
   */
  record Side(PersonId key, PersonId self, LocalDate born) {}

  /**
   * What was found.
   *
   * @param terms as they are kept
   * @param doubt what looks wrong to the viewer; null for nothing
   */
  record Verdict(Terms terms, Doubt doubt) {}

  /**
   * @param itself the row that is corrected; null for a new one
   */
  Verdict checked(TieKind kind, Side first, Side other, KinTie itself, Terms terms) {
    if (first.self().equals(other.self())) {
      throw Refusals.refused("other", "kin.refused.self");
    }
    boolean mayCircle = kind.parental() || kind == TieKind.GRANDPARENT;
    Map<PersonId, List<Relative>> known =
        counting(mayCircle ? List.of(other.key(), first.key()) : List.of(other.key()), itself);
    List<Relative> ofOther = known.get(other.key());
    // Two rows that stood beside each other before may both be corrected.
    boolean twice =
        ofOther.stream()
            .filter(one -> one.self().equals(first.self()) && one.kind() == kind)
            .filter(one -> kind.mutual() || one.first())
            .filter(one -> meets(kind, one.days(), terms.days()))
            .anyMatch(one -> itself == null || !meets(kind, one.days(), itself.days()));
    if (twice) {
      throw Refusals.refused("other", "kin.refused.twice");
    }
    if (mayCircle) {
      circle(known.get(first.key()), other, itself);
    }
    Doubt doubt = doubt(kind, first, other, ofOther);
    if (doubt != null && terms.despite() == null) {
      throw Refusals.refused(Because.FIELD, "kin.soft." + doubt.code());
    }
    // Whoever corrects a row may see less than whoever gave the reason.
    return new Verdict(doubt == null && itself == null ? terms.because(null) : terms, doubt);
  }

  /** What holds for life always holds together. */
  private static boolean meets(TieKind kind, Days one, Days two) {
    return kind.lasting() || one.meets(two);
  }

  private Map<PersonId, List<Relative>> counting(Collection<PersonId> people, KinTie itself) {
    Map<PersonId, List<Relative>> counting = new HashMap<>();
    relatives
        .apply(people)
        .forEach(
            (person, all) ->
                counting.put(
                    person,
                    all.stream()
                        .filter(one -> one.struck() == null && !one.derived())
                        .filter(one -> itself == null || !one.tie().equals(itself.id()))
                        .toList()));
    return counting;
  }

  /** Nobody stands above their own parents. */
  private void circle(List<Relative> ofFirst, Side other, KinTie itself) {
    Set<PersonId> seen = new HashSet<>();
    List<Relative> around = ofFirst;
    for (int i = 0; i < GENERATIONS && !around.isEmpty(); i++) {
      List<Relative> next =
          around.stream()
              .filter(one -> one.first() && above(one.kind()) && seen.add(one.self()))
              .toList();
      if (next.stream().anyMatch(one -> one.self().equals(other.self()))) {
        throw Refusals.refused("role", "kin.refused.circle");
      }
      List<PersonId> above =
          next.stream().filter(one -> !one.hidden()).map(Relative::person).toList();
      around =
          above.isEmpty()
              ? List.of()
              : counting(above, itself).values().stream().flatMap(List::stream).toList();
    }
  }

  private static boolean above(TieKind kind) {
    return kind == TieKind.BIOLOGICAL
        || kind == TieKind.ADOPTIVE
        || kind == TieKind.STEP
        || kind == TieKind.GRANDPARENT;
  }

  private static Doubt doubt(TieKind kind, Side first, Side other, List<Relative> ofOther) {
    boolean elder =
        kind == TieKind.BIOLOGICAL || kind == TieKind.ADOPTIVE || kind == TieKind.GRANDPARENT;
    if (elder
        && first.born() != null
        && other.born() != null
        && !first.born().isBefore(other.born())) {
      return Doubt.YOUNGER;
    }
    long parents =
        ofOther.stream()
            .filter(one -> one.role() == Role.PARENT)
            .map(Relative::self)
            .filter(self -> !self.equals(first.self()))
            .distinct()
            .count();
    return kind == TieKind.BIOLOGICAL && parents >= PARENTS ? Doubt.THIRD_PARENT : null;
  }
}
