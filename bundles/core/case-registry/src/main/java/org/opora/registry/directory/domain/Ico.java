package org.opora.registry.directory.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Number of a Czech legal person: eight digits, the last one checks the others. */
public final class Ico {
  private static final int LENGTH = 8;
  private static final int MODULUS = 11;
  private static final int TEN = 10;
  private static final Pattern BLANK = Pattern.compile("[\\s\u00a0]+");
  private static final Pattern DIGITS = Pattern.compile("\\d{6,8}");

  private Ico() {}

  /** The eight digits of what was written; empty when it is no such number. Never null. */
  public static Optional<String> of(String written) {
    String digits = BLANK.matcher(written).replaceAll("");
    if (!DIGITS.matcher(digits).matches()) {
      return Optional.empty();
    }
    // Old registers leave the zeros in front out.
    String whole = "0".repeat(LENGTH - digits.length()) + digits;
    return checks(whole) ? Optional.of(whole) : Optional.empty();
  }

  private static boolean checks(String whole) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += (LENGTH - i) * Character.digit(whole.charAt(i), TEN);
    }
    int check = (MODULUS - sum % MODULUS) % TEN;
    return sum > 0 && check == Character.digit(whole.charAt(LENGTH - 1), TEN);
  }
}
