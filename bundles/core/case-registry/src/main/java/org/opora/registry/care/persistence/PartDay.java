package org.opora.registry.care.persistence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * When a child was met.
 *
 * @param part key of what was written about it
 * @param viewed whether its own view was learnt
 */
public record PartDay(UUID part, UUID child, LocalDate day, boolean viewed)
    implements Comparable<PartDay> {
  /** Older before newer; of one day in the order in which they were written. */
  @Override
  public int compareTo(PartDay other) {
    int days = day.compareTo(other.day);
    return days == 0 ? part.compareTo(other.part) : days;
  }
}
