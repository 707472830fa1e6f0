package org.opora.registry.files.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Days one after the other, at least one.
 *
 * @param until last day; {@link #OPEN} while it lasts
 */
public record Days(LocalDate from, LocalDate until) {
  /** Later than anything that is agreed. */
  public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  public Days {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("No day lies between " + from + " and " + until);
    }
  }

  /**
   * @param until null while it lasts
   * @return empty when it ends before it begins
   */
  public static Optional<Days> between(LocalDate from, LocalDate until) {
    LocalDate last = until == null ? OPEN : until;
    return last.isBefore(from) ? Optional.empty() : Optional.of(new Days(from, last));
  }

  /** Days that belong to both. */
  public Optional<Days> and(Days other) {
    LocalDate first = from.isAfter(other.from) ? from : other.from;
    LocalDate last = until.isBefore(other.until) ? until : other.until;
    return between(first, last);
  }

  /** Days that belong to none of the others. */
  public List<Days> without(Collection<Days> others) {
    List<Days> left = List.of(this);
    for (Days other : others) {
      List<Days> next = new ArrayList<>();
      for (Days one : left) {
        if (one.and(other).isEmpty()) {
          next.add(one);
        } else {
          if (one.from.isBefore(other.from)) {
            next.add(new Days(one.from, other.from.minusDays(1)));
          }
          if (one.until.isAfter(other.until)) {
            next.add(new Days(other.until.plusDays(1), one.until));
          }
        }
      }
      left = next;
    }
    return left;
  }
}
