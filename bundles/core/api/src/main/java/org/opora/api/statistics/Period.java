package org.opora.api.statistics;

import java.time.LocalDate;

/** The days that figures are about; both belong to it. */
public record Period(LocalDate from, LocalDate until) {
  public Period {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("A period does not end before it begins");
    }
  }

  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
