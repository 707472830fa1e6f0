package org.opora.benchmark.measure;

import java.text.Normalizer;
import java.util.SplittableRandom;
import org.opora.benchmark.data.Worker;

/**
 * What somebody types who looks for a person: whole names and beginnings, with marks and without.
 */
final class Words {
  private static final int BEGINNING = 4;

  private Words() {}

  static String typed(Worker.Found person, SplittableRandom random) {
    String given = first(person.given());
    String family = first(person.family());
    String text =
        switch (random.nextInt(3)) {
          case 0 -> beginning(family);
          case 1 -> given + " " + beginning(family);
          default -> family;
        };
    return random.nextBoolean() ? text : plain(text);
  }

  private static String first(String name) {
    return name.split(" ")[0];
  }

  private static String beginning(String word) {
    return word.substring(0, Math.min(BEGINNING, word.length()));
  }

  /** As one types on a foreign keyboard. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }
}
