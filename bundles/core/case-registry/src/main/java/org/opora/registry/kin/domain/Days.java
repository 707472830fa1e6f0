package org.opora.registry.kin.domain;

import java.time.LocalDate;

/**
 * From when until when something holds, both days included.
 *
 * @param from null when it always did, or nobody knows since when
 * @param until null while it lasts
 */
public record Days(LocalDate from, LocalDate until) {
  public boolean on(LocalDate day) {
    return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
  }

  /** Whether it was over before that day. */
  public boolean past(LocalDate day) {
    return until != null && until.isBefore(day);
  }

  /** Whether both hold on some day. */
  public boolean meets(Days other) {
    return (until == null || other.from == null || !until.isBefore(other.from))
        && (other.until == null || from == null || !other.until.isBefore(from));
  }

  /** The days on which both hold; only of two that meet. */
  public Days within(Days other) {
    return new Days(later(from, other.from), earlier(until, other.until));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
