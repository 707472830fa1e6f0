package org.opora.registry.people.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks of national identifiers: a Czech birth number or a Polish PESEL. A wrong one is worth a
 * question, never a refusal.
 */
public final class NationalIds {
  private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

  /** Czech numbers given out before 1954 have nine digits and no check digit. */
  private static final int FIRST_YEAR_WITH_CHECK = 54;

  private NationalIds() {}

  public enum Kind {
    CZECH_BIRTH_NUMBER,
    PESEL
  }

  /**
   * @param sound whether check digit and date are possible
   * @param birthDate the date it carries; null when it carries none
   */
  public record Verdict(Kind kind, boolean sound, LocalDate birthDate) {}

  /** Letters and digits only, so that the same number is the same however it was written. */
  public static String normalised(String written) {
    return written.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }

  /** Empty when the text has the form of neither; then nothing can be said about it. */
  public static Optional<Verdict> check(String written) {
    if (written == null) {
      return Optional.empty();
    }
    String digits = normalised(written);
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return switch (digits.length()) {
      case 9, 10 -> Optional.of(czech(digits));
      case 11 -> Optional.of(pesel(digits));
      default -> Optional.empty();
    };
  }

  private static Verdict czech(String digits) {
    int yy = number(digits, 0, 2);
    boolean checked = digits.length() == 10;
    int year = checked ? yy + (yy >= FIRST_YEAR_WITH_CHECK ? 1900 : 2000) : 1900 + yy;
    LocalDate born = date(year, czechMonth(number(digits, 2, 4), year), number(digits, 4, 6));
    boolean possible = checked ? divisible(digits) : yy < FIRST_YEAR_WITH_CHECK;
    return new Verdict(Kind.CZECH_BIRTH_NUMBER, possible && born != null, born);
  }

  /**
   * Women have 50 added; since 2004, when a day runs out of numbers, 20 more are added for both.
   */
  private static int czechMonth(int written, int year) {
    int month = written > 50 ? written - 50 : written;
    return month > 20 && year >= 2004 ? month - 20 : month;
  }

  /** Until 1985 a remainder of ten was written as the digit nought. */
  private static boolean divisible(String digits) {
    long whole = Long.parseLong(digits);
    return whole % 11 == 0 || (whole / 10 % 11 == 10 && whole % 10 == 0);
  }

  private static Verdict pesel(String digits) {
    int sum = 0;
    for (int i = 0; i < PESEL_WEIGHTS.length; i++) {
      sum += PESEL_WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    int month = number(digits, 2, 4);
    int century =
        switch (month / 20) {
          case 0 -> 1900;
          case 1 -> 2000;
          case 2 -> 2100;
          case 3 -> 2200;
          default -> 1800;
        };
    LocalDate born = date(century + number(digits, 0, 2), month % 20, number(digits, 4, 6));
    boolean fits = (10 - sum % 10) % 10 == digits.charAt(10) - '0';
    return new Verdict(Kind.PESEL, fits && born != null, born);
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }

  private static LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException impossible) {
      return null;
    }
  }
}
