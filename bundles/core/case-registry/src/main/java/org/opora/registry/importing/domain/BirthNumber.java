package org.opora.registry.importing.domain;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A Czech birth number or a Polish PESEL: digits, whether the check fits, and the birth date in it.
 *
 * @param digits digits only
 * @param valid whether it has a known length, the check digit fits and the date exists
 * @param birthDate date it tells; null when it is not valid
 */
public record BirthNumber(String digits, boolean valid, LocalDate birthDate) {
  private static final int CZECH = 10;
  private static final int CZECH_BEFORE_1954 = 9;
  private static final int PESEL = 11;
  private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

  /** Never throws: what is no birth number is not valid. */
  public static BirthNumber of(String text) {
    String digits = text.replaceAll("[\\s/\u00a0-]", "");
    if (!digits.matches("\\d{9,11}")) {
      return new BirthNumber(digits, false, null);
    }
    try {
      LocalDate date = digits.length() == PESEL ? polish(digits) : czech(digits);
      return new BirthNumber(digits, date != null, date);
    } catch (DateTimeException noSuchDay) {
      return new BirthNumber(digits, false, null);
    }
  }

  /** As it is written: six digits, a slash, the rest; a PESEL without a slash. */
  public String written() {
    boolean czech = digits.length() == CZECH || digits.length() == CZECH_BEFORE_1954;
    return czech ? digits.substring(0, 6) + "/" + digits.substring(6) : digits;
  }

  private static LocalDate czech(String digits) {
    boolean old = digits.length() == CZECH_BEFORE_1954;
    if (!old && !checks(digits)) {
      return null;
    }
    int twoDigits = number(digits, 0, 2);
    int year = twoDigits + (twoDigits < 54 ? (old ? 1900 : 2000) : (old ? 1800 : 1900));
    int month = number(digits, 2, 4);
    // Women have 50 added; since 2004 another 20 may be added when a day runs out of numbers.
    month = month > 50 ? month - 50 : month;
    month = month > 20 && year >= 2004 ? month - 20 : month;
    return LocalDate.of(year, month, number(digits, 4, 6));
  }

  private static boolean checks(String digits) {
    long all = Long.parseLong(digits);
    // Until 1985 a remainder of ten was written as zero.
    boolean tolerated =
        Long.parseLong(digits.substring(0, 9)) % 11 == 10
            && digits.endsWith("0")
            && number(digits, 0, 2) >= 54
            && number(digits, 0, 2) < 86;
    return all % 11 == 0 || tolerated;
  }

  private static LocalDate polish(String digits) {
    int sum = 0;
    for (int i = 0; i < PESEL_WEIGHTS.length; i++) {
      sum += PESEL_WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    if ((10 - sum % 10) % 10 != digits.charAt(10) - '0') {
      return null;
    }
    int month = number(digits, 2, 4);
    int[] centuries = {1900, 2000, 2100, 2200, 1800};
    return LocalDate.of(
        centuries[month / 20] + number(digits, 0, 2), month % 20, number(digits, 4, 6));
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }
}
