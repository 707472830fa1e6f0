package org.opora.duties.domain;

import java.time.LocalDate;
import java.time.Period;

/**
 * A dated period of the law.
 *
 * @param from first day on which it holds
 * @param until last day on which it holds; null while it lasts
 */
public record Figure(Period period, LocalDate from, LocalDate until) {
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
