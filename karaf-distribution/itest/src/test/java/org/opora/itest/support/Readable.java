package org.opora.itest.support;

import java.text.Normalizer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What somebody reads on a page, and in its fields. Blanks, characters that are not seen and ways
 * of writing one letter make no difference.
 */
final class Readable {
  /** Lists show the beginning of a long text, at least so much of it. */
  private static final int BEGINNING = 100;

  private static final String GOES_ON = "...";

  private final String said;

  private Readable(String said) {
    this.said = said;
  }

  static Readable of(Document page) {
    StringBuilder said = new StringBuilder(page.wholeText());
    // They stand side by side without a blank: a mark that begins one would go to the letter
    // before.
    for (Element choice : page.select("option, label")) {
      said.append('\n').append(choice.wholeText());
    }
    for (Element field : page.select("input[value]")) {
      said.append(' ').append(field.attr("value"));
    }
    return new Readable(flat(said.toString()));
  }

  /** As a whole, or as far as it is shown before the page says that it goes on. */
  boolean says(String word) {
    String flat = flat(word);
    return said.contains(flat) || flat.length() > BEGINNING && begins(flat);
  }

  private boolean begins(String word) {
    String beginning = word.substring(0, BEGINNING);
    int at = said.indexOf(beginning);
    while (at >= 0 && !said.startsWith(GOES_ON, at + same(word, at))) {
      at = said.indexOf(beginning, at + 1);
    }
    return at >= 0;
  }

  /** How much of the word stands there. */
  private int same(String word, int at) {
    int same = 0;
    while (same < word.length()
        && at + same < said.length()
        && said.charAt(at + same) == word.charAt(same)) {
      same++;
    }
    return same;
  }

  static String flat(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Z}\\s]+", " ").strip();
  }
}
