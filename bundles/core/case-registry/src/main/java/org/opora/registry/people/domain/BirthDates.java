package org.opora.registry.people.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/** How two birth dates are to each other, and which ones one may have been meant to be. */
public final class BirthDates {
  private static final int CENTURY = 100;

  /** Places of the year, the month and the day in 2010-02-03. */
  private static final int[] DIGITS = {0, 1, 2, 3, 5, 6, 8, 9};

  private BirthDates() {}

  enum Relation {
    UNKNOWN,
    EQUAL,
    /** Another century: 1912 for 2012. */
    CENTURY,
    /** Day and month changed places. */
    TURNED,
    /** One digit is another one, or two beside each other changed places. */
    SLIP,
    DIFFERENT
  }

  static Relation between(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return Relation.UNKNOWN;
    }
    if (one.equals(other)) {
      return Relation.EQUAL;
    }
    int years = Math.abs(one.getYear() - other.getYear());
    if (years == CENTURY
        && (one.plusYears(CENTURY).equals(other) || other.plusYears(CENTURY).equals(one))) {
      return Relation.CENTURY;
    }
    if (years == 0 && other.equals(turned(one))) {
      return Relation.TURNED;
    }
    return oneApart(one, other) && Spelling.slips(one.toString(), other.toString()) == 1
        ? Relation.SLIP
        : Relation.DIFFERENT;
  }

  /** Whether only the year, only the month or only the day is another one. */
  private static boolean oneApart(LocalDate one, LocalDate other) {
    int apart = one.getYear() == other.getYear() ? 0 : 1;
    apart += one.getMonthValue() == other.getMonthValue() ? 0 : 1;
    apart += one.getDayOfMonth() == other.getDayOfMonth() ? 0 : 1;
    return apart == 1;
  }

  /** The date itself, and every one that may have been meant. */
  public static Set<LocalDate> near(LocalDate date) {
    Set<LocalDate> near = new LinkedHashSet<>();
    near.add(date);
    near.add(date.plusYears(CENTURY));
    near.add(date.minusYears(CENTURY));
    add(near, turned(date));
    String written = date.toString();
    for (int i = 0; i < DIGITS.length; i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        add(near, date(with(written, DIGITS[i], digit)));
      }
      if (i > 0 && DIGITS[i] == DIGITS[i - 1] + 1) {
        String first = with(written, DIGITS[i - 1], written.charAt(DIGITS[i]));
        add(near, date(with(first, DIGITS[i], written.charAt(DIGITS[i - 1]))));
      }
    }
    return near;
  }

  private static void add(Set<LocalDate> dates, LocalDate date) {
    if (date != null) {
      dates.add(date);
    }
  }

  private static String with(String text, int at, char letter) {
    return text.substring(0, at) + letter + text.substring(at + 1);
  }

  /** Null when there is no such month. */
  private static LocalDate turned(LocalDate date) {
    return date.getDayOfMonth() > 12
        ? null
        : LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException impossible) {
      return null;
    }
  }
}
