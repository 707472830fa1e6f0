package org.opora.registry.people.domain;

/** How far two folded words are from each other. */
final class Spelling {
  private static final int SHORT = 3;
  private static final int LONG = 8;

  private Spelling() {}

  /** Whether one may be the other one, typed badly: one slip, two in a long word. */
  static boolean near(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    int allowed = longest < SHORT ? 0 : longest < LONG ? 1 : 2;
    return Math.abs(one.length() - other.length()) <= allowed
        && Long.bitCount(letters(one) ^ letters(other)) <= 2 * allowed
        && slips(one, other) <= allowed;
  }

  /**
   * Which letters there are. A slip takes away one and brings another at most, so most words are
   * told apart without counting.
   */
  private static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << (word.charAt(i) & 63);
    }
    return letters;
  }

  /**
   * The number of slips: a letter too many, one missing, another one, two in the wrong order. A
   * swap counts as one slip, as it is one; the plain Levenshtein distance counts two.
   */
  static int slips(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int slips = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        row[j] = swapped ? Math.min(slips, before[j - 2] + 1) : slips;
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[other.length()];
  }
}
