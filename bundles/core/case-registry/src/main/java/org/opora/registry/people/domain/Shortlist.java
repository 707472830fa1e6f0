package org.opora.registry.people.domain;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.opora.registry.people.domain.Likeness.Band;

/**
 * Who of several entries may be one person. Alone, a name without a birth date may be the same
 * person; among several entries of that name it says about none of them that it is, and beside one
 * who fits with the birth date it says nothing at all.
 *
 * @param entry the entry as it was handed in
 */
public record Shortlist<T>(T entry, Likeness likeness) {
  /** More people of one name than this tell nothing any more. */
  private static final int NAMESAKES = 1;

  /** Those in the bands SAME and MAYBE, the most alike first. */
  public static <T> List<Shortlist<T>> of(
      Profile person, List<T> entries, Function<T, Profile> profile) {
    List<Shortlist<T>> alike =
        entries.stream()
            .map(one -> new Shortlist<>(one, Likeness.between(person, profile.apply(one))))
            .filter(one -> one.likeness().band() != Band.NO)
            .sorted(
                Comparator.comparingInt((Shortlist<T> one) -> one.likeness().score()).reversed())
            .toList();
    boolean same = alike.stream().anyMatch(one -> one.likeness().band() == Band.SAME);
    long namesakes = alike.stream().filter(one -> one.likeness().onNameAlone()).count();
    return same || namesakes > NAMESAKES
        ? alike.stream().filter(one -> !one.likeness().onNameAlone()).toList()
        : alike;
  }
}
