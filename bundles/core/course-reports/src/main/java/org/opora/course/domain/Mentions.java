package org.opora.course.domain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opora.api.people.PersonName;

/**
 * Names of children in words that go to offices which are not theirs. A hint for whoever writes,
 * not a proof: a name is found by its stem, because it is declined.
 */
public final class Mentions {
  private static final int SHORTEST_STEM = 2;
  private static final int LONGEST_ENDING = 3;
  private static final Pattern VOWEL = Pattern.compile(".*[aeiouyáéíóúůýěąęó]");

  private Mentions() {}

  /** Of these people, those whom the words seem to name. */
  public static List<PersonName> in(String words, List<PersonName> others) {
    return others.stream().filter(name -> named(words, name.given())).toList();
  }

  private static boolean named(String words, String given) {
    String first = given.strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
    if (words == null || first.length() <= SHORTEST_STEM) {
      return false;
    }
    String stem = VOWEL.matcher(first).matches() ? first.substring(0, first.length() - 1) : first;
    Pattern word =
        Pattern.compile(
            "(?<!\\p{L})" + Pattern.quote(stem) + "\\p{L}{0," + LONGEST_ENDING + "}(?!\\p{L})");
    // A name begins with a capital, so that a word that happens to begin alike is none.
    return word.matcher(words.toLowerCase(Locale.ROOT))
        .results()
        .anyMatch(found -> Character.isUpperCase(words.charAt(found.start())));
  }
}
