package org.opora.registry.grant.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;

/**
 * Days on which something holds.
 *
 * @param until last day; null while it lasts
 */
public record Span(LocalDate from, LocalDate until) {
  public boolean on(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  /** Whether it holds on no day: its last day lies before the first. */
  public boolean empty() {
    return until != null && until.isBefore(from);
  }

  /** Whether it holds on some day of the month. */
  public boolean touches(YearMonth month) {
    return !empty()
        && !from.isAfter(month.atEndOfMonth())
        && (until == null || !until.isBefore(month.atDay(1)));
  }

  /** Whether it holds on every day of the month. */
  public boolean fills(YearMonth month) {
    return on(month.atDay(1)) && on(month.atEndOfMonth());
  }

  /** On how many of these the day lies. */
  static int count(Collection<Span> all, LocalDate day) {
    return (int) all.stream().filter(span -> span.on(day)).count();
  }
}
