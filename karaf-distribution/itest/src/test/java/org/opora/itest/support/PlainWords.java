package org.opora.itest.support;

/** Plain words, another one each time, so that each can be found where it went. */
final class PlainWords {
  private static final String WORD = "slovo";
  private static final int LETTERS = 26;
  private int count;

  String next() {
    StringBuilder word = new StringBuilder(WORD);
    count++;
    for (int rest = count; rest > 0; rest /= LETTERS) {
      word.append((char) ('a' + rest % LETTERS));
    }
    // So that none is the beginning of another.
    return word.append("xx").toString();
  }
}
