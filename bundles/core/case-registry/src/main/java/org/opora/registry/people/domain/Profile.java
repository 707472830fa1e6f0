package org.opora.registry.people.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What two entries of a register are compared by.
 *
 * @param birthDate null when not known
 * @param identifier what is equal for equal national identifiers; null when not known
 * @param phone what is equal for equal phones; null when not known
 */
public record Profile(
    Name given, Name family, LocalDate birthDate, String identifier, String phone) {

  public static Profile of(
      String given, String family, LocalDate birthDate, String identifier, String phone) {
    return new Profile(Name.of(given), Name.of(family), birthDate, identifier, phone);
  }

  /**
   * By the endings of the names. Only an other family name is judged by it, because women change
   * theirs more often.
   */
  boolean woman() {
    return given.first().endsWith("a") || given.first().endsWith("ie") || family.ofWoman();
  }

  /**
   * One part of a name, folded.
   *
   * @param words empty when the part is not known
   * @param whole the words with a blank between
   * @param stems of each word what all its forms have in common
   * @param stem the same of the whole
   */
  public record Name(List<String> words, String whole, List<String> stems, String stem) {
    public Name {
      words = List.copyOf(words);
      stems = List.copyOf(stems);
    }

    static Name of(String text) {
      List<String> words = Fold.words(text);
      String whole = String.join(" ", words);
      return new Name(
          words,
          whole,
          words.stream().map(FamilyNames::stem).toList(),
          whole.isEmpty() ? "" : FamilyNames.stem(whole));
    }

    /** Empty when the part is not known. */
    public String first() {
      return words.isEmpty() ? "" : words.get(0);
    }

    boolean unknown() {
      return words.isEmpty();
    }

    /** A loop: of everybody who is compared with everybody it is asked. */
    private boolean ofWoman() {
      for (String name : words) {
        if (name.endsWith("ova") || name.endsWith("ska")) {
          return true;
        }
      }
      return false;
    }
  }
}
