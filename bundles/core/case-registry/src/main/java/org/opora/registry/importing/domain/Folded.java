package org.opora.registry.importing.domain;

import java.text.Normalizer;
import java.util.Locale;

/** Text without marks and case, for comparing what people typed. */
public final class Folded {
  private Folded() {}

  /** Lower case without diacritics; l with stroke becomes l. Blanks are collapsed. */
  public static String of(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        plain.append(c == '\u0142' || c == '\u0141' ? 'l' : c);
      }
    }
    return Values.tidy(plain.toString().toLowerCase(Locale.ROOT));
  }

  /** The words of a text, folded, everything else left out. */
  public static String[] words(String text) {
    String words = of(text).replaceAll("[^a-z0-9]+", " ").strip();
    return words.isEmpty() ? new String[0] : words.split(" ");
  }
}
