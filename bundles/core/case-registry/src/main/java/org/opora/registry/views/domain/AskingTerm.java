package org.opora.registry.views.domain;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * After how long a child is asked again what it thinks. No law says it; it is a promise of the
 * centre. Half a year is the default, because that long the evaluation of a plan lasts.
 */
public enum AskingTerm {
  QUARTER("3-months", 3),
  HALF_YEAR("6-months", 6),
  YEAR("12-months", 12);

  private final String code;
  private final int months;

  AskingTerm(String code, int months) {
    this.code = code;
    this.months = months;
  }

  /** The default for a code that is none. */
  public static AskingTerm of(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code.equals(code))
        .findFirst()
        .orElse(HALF_YEAR);
  }

  /** As the settings keep it. */
  public String code() {
    return code;
  }

  public int months() {
    return months;
  }

  /** Last day to ask again a child that was asked on this day. */
  public LocalDate after(LocalDate asked) {
    return asked.plusMonths(months);
  }
}
