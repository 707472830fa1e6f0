package org.opora.registry.people.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.registry.people.domain.Period;

/** When a child, under this key, lived with the family of a file. */
public record StayPeriod(UUID child, UUID file, LocalDate since, LocalDate until) {
  public Period period() {
    return new Period(since, until);
  }
}
