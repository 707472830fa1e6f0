package org.opora.registry.grant.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

  /** The days of both; empty when they share none. */
  public Span and(Span other) {
    LocalDate first = from.isAfter(other.from) ? from : other.from;
    LocalDate last =
        until == null || other.until != null && other.until.isBefore(until) ? other.until : until;
    return new Span(first, last);
  }

  /** Its days without those of the other, in their order. */
  public List<Span> without(Span other) {
    if (and(other).empty()) {
      return List.of(this);
    }
    List<Span> left = new ArrayList<>();
    if (from.isBefore(other.from)) {
      left.add(new Span(from, other.from.minusDays(1)));
    }
    if (other.until != null && (until == null || until.isAfter(other.until))) {
      left.add(new Span(other.until.plusDays(1), until));
    }
    return left;
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
