package org.opora.supervisedcontacts.contacts.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long before a contact the centre was told that it would not take place.
 *
 * @param length null when it was told only after the beginning
 */
public record Notice(Duration length) {
  public static Notice of(Instant told, Instant start) {
    return new Notice(told.isAfter(start) ? null : Duration.between(told, start));
  }

  /** Whether it was told in time, when so many hours are asked for. */
  public boolean inTime(int hours) {
    return length != null && length.compareTo(Duration.ofHours(hours)) >= 0;
  }

  public long hours() {
    return length == null ? 0 : length.toHours();
  }

  /** Beside the full hours. */
  public int minutes() {
    return length == null ? 0 : length.toMinutesPart();
  }

  /** Whether it was told only when the contact should have begun already. */
  public boolean after() {
    return length == null;
  }
}
