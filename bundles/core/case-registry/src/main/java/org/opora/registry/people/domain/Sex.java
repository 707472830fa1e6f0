package org.opora.registry.people.domain;

/** What the words and the symbol of a person depend on. */
public enum Sex {
  FEMALE,
  MALE,
  UNKNOWN;

  /** Czech months of women have 50 added, and since 2004 also 70 where a day ran out of numbers. */
  private static final int CZECH_WOMEN = 50;

  private static final int CZECH = 10;
  private static final int CZECH_OLD = 9;
  private static final int PESEL = 11;

  /**
   * What a Czech birth number or a PESEL says.
   *
   * @param normalised digits only; null and anything else say nothing
   */
  public static Sex of(String normalised) {
    if (normalised == null || !normalised.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return UNKNOWN;
    }
    return switch (normalised.length()) {
      case CZECH, CZECH_OLD ->
          Integer.parseInt(normalised.substring(2, 4)) > CZECH_WOMEN ? FEMALE : MALE;
      case PESEL -> (normalised.charAt(PESEL - 2) - '0') % 2 == 0 ? FEMALE : MALE;
      default -> UNKNOWN;
    };
  }
}
