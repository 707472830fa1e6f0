package org.opora.course.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days between what was due and what was done. */
public final class Days {
  private Days() {}

  /**
   * @param due null when nobody says
   * @return 0 in time
   */
  public static long late(LocalDate due, LocalDate done) {
    return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, done));
  }
}
