package org.opora.registry.grant.domain;

import java.time.LocalDate;

/**
 * What is to be settled after the end of an agreement. Sums are in haléře.
 *
 * @param lastDay last day of the agreement
 * @param whole what would have belonged to the year, had the agreement lasted
 * @param entitled what belongs to it
 * @param received what came for the year; null when nobody has written it down
 * @param reportBy by when the end is reported; null when the law gives no day
 * @param returnBy by when the rest is returned; null when the law gives no day
 */
public record Settling(
    LocalDate lastDay,
    long whole,
    long entitled,
    Long received,
    LocalDate reportBy,
    LocalDate returnBy) {
  /**
   * What came, or would have come for the whole year, beyond what belongs to it; never below zero.
   */
  public long toReturn() {
    return Math.max(0, (received == null ? whole : received) - entitled);
  }
}
