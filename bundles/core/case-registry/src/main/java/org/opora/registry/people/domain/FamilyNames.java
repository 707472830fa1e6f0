package org.opora.registry.people.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Forms of family names: a woman's name is a form of the man's (Novák, Nováková; Černý, Černá;
 * Kowalski, Kowalska), and a vowel that moves goes with it (Němec, Němcová). All names folded.
 */
public final class FamilyNames {
  private static final int SHORTEST_STEM = 3;
  private static final List<String> OF_A_WOMAN = List.of("ova", "owa", "owna");
  private static final List<String> LAST_VOWELS = List.of("a", "y", "i", "e");
  private static final List<String> OF_AN_ADJECTIVE =
      List.of("sk", "ck", "dzk", "n", "l", "r", "h", "ch", "t", "d", "v", "k");

  private FamilyNames() {}

  /** What all forms of one name have in common. */
  static String stem(String name) {
    for (String ending : OF_A_WOMAN) {
      if (name.endsWith(ending) && name.length() >= ending.length() + SHORTEST_STEM) {
        return withoutMovingVowel(name.substring(0, name.length() - ending.length()));
      }
    }
    for (String vowel : LAST_VOWELS) {
      if (name.endsWith(vowel) && name.length() > SHORTEST_STEM) {
        return name.substring(0, name.length() - 1);
      }
    }
    return withoutMovingVowel(name);
  }

  /** The e of Marek, Němec and Pavel, which their wives do not have. */
  private static String withoutMovingVowel(String stem) {
    int last = stem.length() - 1;
    boolean moves =
        stem.length() > SHORTEST_STEM
            && stem.charAt(last - 1) == 'e'
            && "kcl".indexOf(stem.charAt(last)) >= 0;
    return moves ? stem.substring(0, last - 1) + stem.charAt(last) : stem;
  }

  /**
   * The name and its other forms, as they may stand in a register: an exact look-up for each. More
   * than there are in truth, never many.
   */
  public static Set<String> forms(String name) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(name);
    if (name.length() < SHORTEST_STEM || name.indexOf(' ') >= 0) {
      return forms;
    }
    String stem = stem(name);
    forms.add(stem);
    forms.add(stem + "ova");
    forms.add(stem + "a");
    int last = stem.length() - 1;
    if ("kcl".indexOf(stem.charAt(last)) >= 0) {
      forms.add(stem.substring(0, last) + "e" + stem.charAt(last));
    }
    if (OF_AN_ADJECTIVE.stream().anyMatch(stem::endsWith)) {
      forms.add(stem + "y");
      forms.add(stem + "i");
    }
    return forms;
  }
}
