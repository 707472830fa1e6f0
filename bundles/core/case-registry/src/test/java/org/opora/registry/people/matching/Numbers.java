package org.opora.registry.people.matching;

/** Adds the check digits of national identifiers. */
final class Numbers {
  private static final int[] WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

  private Numbers() {}

  static String pesel(String tenDigits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (tenDigits.charAt(i) - '0');
    }
    return tenDigits + (10 - sum % 10) % 10;
  }

  /** The next turn whose check digit is one digit. */
  static String czech(String date, int turn) {
    int next = turn;
    long nine = Long.parseLong(date + String.format("%03d", next));
    while (nine % 11 == 10) {
      next = (next + 1) % 1000;
      nine = Long.parseLong(date + String.format("%03d", next));
    }
    return date + String.format("%03d", next) + nine % 11;
  }
}
