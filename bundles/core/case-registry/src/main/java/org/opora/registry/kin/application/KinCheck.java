package org.opora.registry.kin.application;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.ids.PersonId;
import org.opora.registry.kin.domain.Role;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.shared.application.Refusals;

/**
 * Whether a relationship can stand beside those the viewer may know of. What cannot be is refused;
 * what is merely unlikely asks for a reason.
 */
final class KinCheck {
  private static final int GENERATIONS = 8;
  private static final int PARENTS = 2;
  private final Function<PersonId, List<Relative>> relatives;

  /**
   * @param relatives of somebody, those struck out included
   */
  KinCheck(Function<PersonId, List<Relative>> relatives) {
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
   * The terms as they are kept.
   *
   * @param itself the row that is corrected; null for a new one
   */
  Terms checked(TieKind kind, Side first, Side other, UUID itself, Terms terms) {
    if (first.self().equals(other.self())) {
      throw Refusals.refused("other", "kin.refused.self");
    }
    List<Relative> ofOther = counting(other.key(), itself);
    boolean twice =
        ofOther.stream()
            .anyMatch(
                one ->
                    one.self().equals(first.self())
                        && one.kind() == kind
                        && (kind.mutual() || one.first())
                        && one.days().meets(terms.days()));
    if (twice) {
      throw Refusals.refused("other", "kin.refused.twice");
    }
    if (kind.parental() || kind == TieKind.GRANDPARENT) {
      circle(first, other, itself);
    }
    String doubt = doubt(kind, first, other, ofOther, terms);
    if (doubt != null && terms.despite() == null) {
      throw Refusals.refused("despite", doubt);
    }
    return terms.because(doubt == null ? null : terms.despite());
  }

  private List<Relative> counting(PersonId person, UUID itself) {
    return relatives.apply(person).stream()
        .filter(one -> one.struck() == null && !one.derived() && !one.tie().equals(itself))
        .toList();
  }

  /** Nobody stands above their own parents. */
  private void circle(Side first, Side other, UUID itself) {
    Set<PersonId> seen = new HashSet<>();
    List<PersonId> above = List.of(first.key());
    for (int i = 0; i < GENERATIONS && !above.isEmpty(); i++) {
      List<Relative> next =
          above.stream()
              .flatMap(person -> counting(person, itself).stream())
              .filter(one -> one.first() && above(one.kind()) && seen.add(one.self()))
              .toList();
      if (next.stream().anyMatch(one -> one.self().equals(other.self()))) {
        throw Refusals.refused("role", "kin.refused.circle");
      }
      above = next.stream().filter(one -> !one.hidden()).map(Relative::person).toList();
    }
  }

  private static boolean above(TieKind kind) {
    return kind == TieKind.BIOLOGICAL
        || kind == TieKind.ADOPTIVE
        || kind == TieKind.STEP
        || kind == TieKind.GRANDPARENT;
  }

  private static String doubt(
      TieKind kind, Side first, Side other, List<Relative> ofOther, Terms terms) {
    boolean elder =
        kind == TieKind.BIOLOGICAL || kind == TieKind.ADOPTIVE || kind == TieKind.GRANDPARENT;
    if (elder
        && first.born() != null
        && other.born() != null
        && !first.born().isBefore(other.born())) {
      return "kin.soft.younger";
    }
    long parents =
        ofOther.stream()
            .filter(one -> one.role() == Role.PARENT && one.days().meets(terms.days()))
            .map(Relative::self)
            .filter(self -> !self.equals(first.self()))
            .distinct()
            .count();
    return kind == TieKind.BIOLOGICAL && parents >= PARENTS ? "kin.soft.third-parent" : null;
  }
}
