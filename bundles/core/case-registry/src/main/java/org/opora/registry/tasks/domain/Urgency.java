package org.opora.registry.tasks.domain;

import java.time.LocalDate;

/** How near the last day of an open task is. */
public enum Urgency {
  OVERDUE,
  SOON,
  LATER,
  UNDATED;

  /** A week: what comes until then, one plans now. */
  private static final int SOON_DAYS = 7;

  /**
   * @param due last day; null when there is none
   */
  public static Urgency of(LocalDate due, LocalDate today) {
    if (due == null) {
      return UNDATED;
    }
    if (due.isBefore(today)) {
      return OVERDUE;
    }
    return due.isAfter(today.plusDays(SOON_DAYS)) ? LATER : SOON;
  }
}
