package org.opora.supervisedcontacts.contacts.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * From when to when.
 *
 * @param day on which it begins, where the centre is
 */
public record Span(Instant start, Instant end, LocalDate day) {
  public Span {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  public long minutes() {
    return Duration.between(start, end).toMinutes();
  }
}
