package org.opora.duties.domain;

import java.time.LocalDate;

/**
 * Some days on end.
 *
 * @param until the last of them; null while they go on
 */
public record Days(LocalDate from, LocalDate until) {
  public Days {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("The last day is before the first");
    }
  }

  boolean has(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  /** Whether one of the days from {@code first} to {@code last}, both included, is among them. */
  boolean meet(LocalDate first, LocalDate last) {
    return !from.isAfter(last) && (until == null || !until.isBefore(first));
  }
}
