package org.opora.duties.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Some days on end.
 *
 * @param until the last of them; null while they go on
 */
public record Days(LocalDate from, LocalDate until) {
  public Days {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("The last day is before the first");
    }
  }

  public boolean has(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  /** Whether one of the days from {@code first} to {@code last}, both included, is among them. */
  public boolean meet(LocalDate first, LocalDate last) {
    return !from.isAfter(last) && (until == null || !until.isBefore(first));
  }

  /** The first day, from {@code day} on, that none of them has; empty when there is none. */
  public static Optional<LocalDate> firstOutside(List<Days> all, LocalDate day) {
    LocalDate outside = day;
    Optional<Days> next = having(all, outside);
    while (next.isPresent()) {
      if (next.get().until() == null) {
        return Optional.empty();
      }
      outside = next.get().until().plusDays(1);
      next = having(all, outside);
    }
    return Optional.of(outside);
  }

  private static Optional<Days> having(List<Days> all, LocalDate day) {
    return all.stream().filter(some -> some.has(day)).findFirst();
  }
}
