package org.opora.duties.domain;

import java.time.LocalDate;

/**
 * The same law told another way: a person with a calendar who turns its leaves one by one. Shares
 * no line with the engine; no arithmetic of periods, only "the next day".
 */
final class DayByDay {
  private DayByDay() {}

  record Answer(String standing, LocalDate due) {}

  static Answer answer(
      LocalDate began, LocalDate last, LocalDate elsewhere, LocalDate movedIn, LocalDate asOf) {
    LocalDate seen = null;
    // Everything known up to the day, leaf by leaf: later leaves win.
    LocalDate leaf = LocalDate.of(2012, 12, 1);
    while (!leaf.isAfter(asOf)) {
      if (leaf.equals(last)) {
        seen = leaf;
      }
      if (leaf.equals(elsewhere) && !leaf.isAfter(began)) {
        seen = leaf;
      }
      leaf = leaf.plusDays(1);
    }
    LocalDate due;
    if (seen != null) {
      due = twoMonthsAfter(seen);
      while (due.isBefore(began)) {
        due = due.plusDays(1);
      }
    } else {
      due = twoMonthsAfter(began);
      if (movedIn != null && due.isBefore(movedIn)) {
        due = twoMonthsAfter(movedIn);
        if (daysFromTo(asOf, due) > 14) {
          return new Answer("NOT_ASSESSED", null);
        }
      }
    }
    if (asOf.isAfter(due)) {
      return new Answer("OVERDUE", due);
    }
    return new Answer(daysFromTo(asOf, due) <= 14 ? "DUE_SOON" : "OK", due);
  }

  /**
   * Turn leaves until the month has changed twice; then on to the same day number, or the last leaf
   * of that month.
   */
  private static LocalDate twoMonthsAfter(LocalDate start) {
    LocalDate leaf = start;
    int changes = 0;
    while (changes < 2) {
      int month = leaf.getMonthValue();
      leaf = leaf.plusDays(1);
      if (leaf.getMonthValue() != month) {
        changes++;
      }
    }
    int month = leaf.getMonthValue();
    while (leaf.getDayOfMonth() < start.getDayOfMonth()
        && leaf.plusDays(1).getMonthValue() == month) {
      leaf = leaf.plusDays(1);
    }
    return leaf;
  }

  private static int daysFromTo(LocalDate from, LocalDate to) {
    int days = 0;
    for (LocalDate leaf = from; leaf.isBefore(to); leaf = leaf.plusDays(1)) {
      days++;
    }
    return days;
  }
}
