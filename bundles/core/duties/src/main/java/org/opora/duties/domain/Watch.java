package org.opora.duties.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The day on which one looks, and what makes of a date that has passed no miss.
 *
 * @param asOf what happened later does not count
 * @param soon how many days before a due date, that day included, are "soon"
 * @param silence the days of which nothing is known for sure
 * @param excused the days on which a reason is in the file why it could not be done
 */
public record Watch(LocalDate asOf, int soon, Silence silence, List<Days> excused) {
  public boolean silent() {
    return silence.on(asOf);
  }

  /** Whether it had not happened yet, or never did. */
  public boolean unknown(LocalDate day) {
    return day == null || day.isAfter(asOf);
  }

  /**
   * Where a duty stands that has not been done. The clock runs on while it is excused; only what is
   * said of it changes.
   */
  public Standing towards(LocalDate due) {
    long left = ChronoUnit.DAYS.between(asOf, due);
    if (left < 0) {
      return excuses(due, asOf) ? Standing.JUSTIFIED : Standing.OVERDUE;
    }
    return left <= soon ? Standing.DUE_SOON : Standing.OK;
  }

  /**
   * Whether every day is excused from the due date on, that date included: who was back for one day
   * of them could have been seen on it.
   */
  public boolean excuses(LocalDate due, LocalDate last) {
    return Days.firstOutside(excused, due).map(day -> day.isAfter(last)).orElse(true);
  }

  /**
   * The day from which everything is known again, when something may have happened unnoticed after
   * the last that is known; empty when nothing can, or when the silence lasts.
   */
  public Optional<LocalDate> heardAgain(LocalDate known) {
    return silence.brokenBy(asOf).filter(day -> day.minusDays(1).isAfter(known));
  }

  /** The same eyes on another day. */
  public Watch on(LocalDate day) {
    return new Watch(day, soon, silence, excused);
  }

  public Watch withoutExcuse() {
    return new Watch(asOf, soon, silence, List.of());
  }
}
