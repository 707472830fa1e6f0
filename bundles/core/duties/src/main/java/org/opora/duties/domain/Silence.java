package org.opora.duties.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days of which nothing is known for sure: before the file came from former records, and while
 * the module that brings the evidence was away. What is known to have happened on them happened;
 * what is not may have happened all the same, so that nothing is called missed for their sake.
 *
 * @param days in any order; may overlap
 */
public record Silence(List<Days> days) {
  public static final Silence NONE = new Silence(List.of());

  public Silence {
    days = List.copyOf(days);
  }

  /**
   * @param day the first on which something is known; null when nothing was silent
   */
  public static Silence before(LocalDate day) {
    return day == null ? NONE : new Silence(List.of(new Days(LocalDate.MIN, day.minusDays(1))));
  }

  /** Whether the day lies before anything that is known at all. */
  public boolean beforeAll(LocalDate day) {
    return days.stream().anyMatch(some -> some.from().equals(LocalDate.MIN) && some.has(day));
  }

  public boolean on(LocalDate day) {
    return days.stream().anyMatch(some -> some.has(day));
  }

  /** Whether it falls on one of the days from {@code first} to {@code last}, both included. */
  public boolean between(LocalDate first, LocalDate last) {
    return days.stream().anyMatch(some -> some.meet(first, last));
  }

  /** First day after the last silence that began by then; empty when it lasts, or none was. */
  public Optional<LocalDate> brokenBy(LocalDate day) {
    if (on(day)) {
      return Optional.empty();
    }
    return days.stream()
        .map(Days::until)
        .filter(until -> until != null && until.isBefore(day))
        .max(Comparator.naturalOrder())
        .map(until -> until.plusDays(1));
  }

  /** The first day, from {@code day} on, that is not silent; empty when the silence lasts. */
  public Optional<LocalDate> endsAfter(LocalDate day) {
    return Days.firstOutside(days, day);
  }
}
