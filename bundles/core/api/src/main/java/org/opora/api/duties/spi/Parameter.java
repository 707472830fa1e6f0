package org.opora.api.duties.spi;

import java.time.LocalDate;
import org.opora.api.duties.Trust;
import org.opora.api.text.Text;

/**
 * A figure of the law.
 *
 * @param from first day on which it holds
 * @param until last day on which it holds; null while it lasts
 * @param paragraph where it stands
 * @param source where it was read, and when
 */
public record Parameter<T>(
    T value, LocalDate from, LocalDate until, String paragraph, Text source, Trust trust) {
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
