package org.opora.course.domain;

import java.time.LocalDate;
import java.util.Objects;

/** The days a report tells of. */
public record Period(LocalDate from, LocalDate until) {
  public Period {
    Objects.requireNonNull(from);
    Objects.requireNonNull(until);
  }

  public boolean ordered() {
    return !until.isBefore(from);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /**
   * What a report would tell of that follows another one.
   *
   * @param concluded first day of the agreement
   * @param told last day of which a report of the cycle tells; null when there is none
   * @param last last day of the agreement; null while it lasts
   */
  public static Period next(LocalDate concluded, LocalDate told, LocalDate last, LocalDate today) {
    LocalDate until = last == null || last.isAfter(today) ? today : last;
    LocalDate from = told == null ? concluded : told.plusDays(1);
    return new Period(from.isAfter(until) ? until : from, until);
  }
}
