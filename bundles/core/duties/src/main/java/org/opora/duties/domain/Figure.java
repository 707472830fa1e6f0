package org.opora.duties.domain;

import java.time.LocalDate;

/**
 * A dated figure of the law, or of a promise.
 *
 * @param from first day on which it holds
 * @param until last day on which it holds; null while it lasts
 */
public record Figure<T>(T value, LocalDate from, LocalDate until) {
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
