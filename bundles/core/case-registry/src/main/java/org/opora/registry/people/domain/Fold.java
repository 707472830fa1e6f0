package org.opora.registry.people.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds a name for searching: no marks, no case, single blanks; {@code Łódź-Nová} becomes {@code
 * lodz nova}.
 */
public final class Fold {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}/]+");

  private Fold() {}

  /** Never null; at most 200 characters, as the column holds. */
  public static String fold(String text) {
    if (text == null) {
      return "";
    }
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    // Letters with a stroke have no decomposition.
    String lower =
        plain
            .toLowerCase(Locale.ROOT)
            .replace('\u0142', 'l')
            .replace('\u0111', 'd')
            .replace('\u00f8', 'o')
            .replace("\u00df", "ss");
    String folded = BETWEEN.matcher(lower).replaceAll(" ").strip();
    return folded.length() <= 200 ? folded : folded.substring(0, 200);
  }

  /** The words, in their order, each once. */
  public static List<String> words(String text) {
    String folded = fold(text);
    return folded.isEmpty() ? List.of() : List.of(folded.split(" ")).stream().distinct().toList();
  }
}
