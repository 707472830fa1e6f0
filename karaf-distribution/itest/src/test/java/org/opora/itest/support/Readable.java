package org.opora.itest.support;

import java.text.Normalizer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What somebody reads on a page, and in its fields. Blanks, characters that are not seen and ways
 * of writing one letter make no difference.
 */
final class Readable {
  private final String said;

  private Readable(String said) {
    this.said = said;
  }

  static Readable of(Document page) {
    StringBuilder said = new StringBuilder(page.wholeText());
    for (Element field : page.select("input[value]")) {
      said.append(' ').append(field.attr("value"));
    }
    return new Readable(flat(said.toString()));
  }

  boolean says(String word) {
    return said.contains(flat(word));
  }

  static String flat(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Z}\\s]+", " ").strip();
  }
}
