package org.opora.documents.templates.domain;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody meant who wrote something else. */
public final class Nearest {
  private Nearest() {}

  /** The known name with the fewest changes; empty when more than a third would be changed. */
  public static String to(String written, Collection<String> known) {
    String plain = folded(written);
    return known.stream()
        .filter(name -> distance(plain, folded(name)) <= Math.max(2, plain.length() / 3))
        .min(
            Comparator.comparingInt((String name) -> distance(plain, folded(name)))
                .thenComparing(name -> name))
        .orElse("");
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[\\p{M}\\s_-]", "")
        .toLowerCase(Locale.ROOT)
        .replace('ł', 'l');
  }

  /** Letters to add, to leave out or to write otherwise; two that changed places count as one. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
