package org.opora.registry.people.domain;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.opora.registry.people.domain.Likeness.Band;

/**
 * Who of several people may be the one who is written down. Alone, a name without a birth date may
 * be the same person; among several people of that name it says about none of them that it is, and
 * beside one who fits with the birth date it says nothing at all. Whoever must not know of somebody
 * must not learn of them by whom this leaves out: so only people are judged together of whom the
 * same may be told.
 *
 * @param alike those in the bands SAME and MAYBE, the most alike first
 * @param namesakes several people of whom nothing but the name is known to agree; empty when it is
 *     one, or when somebody fits better
 */
public record Shortlist<T>(List<T> alike, List<T> namesakes) {
  /** More people of one name than this tell nothing any more. */
  private static final int NAMESAKES = 1;

  public Shortlist {
    alike = List.copyOf(alike);
    namesakes = List.copyOf(namesakes);
  }

  /**
   * @param people each once, whatever the number of their entries
   */
  public static <T> Shortlist<T> of(List<T> people, Function<T, Likeness> likeness) {
    List<T> likely =
        people.stream()
            .filter(one -> likeness.apply(one).band() != Band.NO)
            .sorted(Comparator.comparingInt((T one) -> likeness.apply(one).score()).reversed())
            .toList();
    Predicate<T> named = one -> likeness.apply(one).onNameAlone();
    boolean same = likely.stream().anyMatch(one -> likeness.apply(one).band() == Band.SAME);
    List<T> namesakes = likely.stream().filter(named).toList();
    if (!same && namesakes.size() <= NAMESAKES) {
      return new Shortlist<>(likely, List.of());
    }
    return new Shortlist<>(
        likely.stream().filter(named.negate()).toList(), same ? List.of() : namesakes);
  }
}
