package org.opora.registry.people.domain;

import java.time.LocalDate;

/**
 * From a first day to a last one, both included.
 *
 * @param from null when it is not known
 * @param until null while it lasts
 */
public record Period(LocalDate from, LocalDate until) {
  /** Whether it is over before that day. */
  public boolean over(LocalDate day) {
    return until != null && until.isBefore(day);
  }

  /** Whether it holds on that day. */
  public boolean on(LocalDate day) {
    return !over(day) && (from == null || !from.isAfter(day));
  }

  /** Whether some day lies in both. */
  public boolean meets(Period other) {
    return !before(other) && !other.before(this);
  }

  private boolean before(Period other) {
    return until != null && other.from != null && until.isBefore(other.from);
  }
}
