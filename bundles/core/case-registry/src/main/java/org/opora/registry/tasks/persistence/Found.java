package org.opora.registry.tasks.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** A task that belongs into a list, and where it stands there. */
record Found(UUID id, LocalDate place) implements Comparable<Found> {
  /** As both databases compare keys: by their bytes. */
  @Override
  public int compareTo(Found other) {
    int days = place.compareTo(other.place);
    return days == 0 ? id.toString().compareTo(other.id.toString()) : days;
  }
}
