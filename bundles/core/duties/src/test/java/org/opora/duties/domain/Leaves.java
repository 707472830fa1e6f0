package org.opora.duties.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * A person with a calendar who turns its leaves one by one, for what the shapes are tried against.
 * Shares no line with the engine; no arithmetic of periods, only "the next day".
 */
public final class Leaves {
  /** No silence and no excuse that ends at all is longer. */
  private static final int LONGEST = 1500;

  private Leaves() {}

  /**
   * Turn leaves until the month has changed so many times; then on to the same day number, or the
   * last leaf of that month.
   */
  public static LocalDate monthsAfter(LocalDate start, int months) {
    LocalDate leaf = start;
    int changes = 0;
    while (changes < months) {
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

  public static LocalDate daysAfter(LocalDate start, int days) {
    LocalDate leaf = start;
    for (int turned = 0; turned < days; turned++) {
      leaf = leaf.plusDays(1);
    }
    return leaf;
  }

  /** How many leaves lie between; 0 when {@code to} is not after {@code from}. */
  public static int distance(LocalDate from, LocalDate to) {
    int days = 0;
    for (LocalDate leaf = from; leaf.isBefore(to); leaf = leaf.plusDays(1)) {
      days++;
    }
    return days;
  }

  public static boolean marked(List<Days> marks, LocalDate leaf) {
    for (Days mark : marks) {
      boolean over = mark.until() != null && leaf.isAfter(mark.until());
      if (!leaf.isBefore(mark.from()) && !over) {
        return true;
      }
    }
    return false;
  }

  public static boolean allMarked(List<Days> marks, LocalDate first, LocalDate last) {
    for (LocalDate leaf = first; !leaf.isAfter(last); leaf = leaf.plusDays(1)) {
      if (!marked(marks, leaf)) {
        return false;
      }
    }
    return true;
  }

  /** The last marked leaf from {@code first} to {@code last}; null when there is none. */
  public static LocalDate lastMarked(List<Days> marks, LocalDate first, LocalDate last) {
    LocalDate found = null;
    for (LocalDate leaf = first; !leaf.isAfter(last); leaf = leaf.plusDays(1)) {
      if (marked(marks, leaf)) {
        found = leaf;
      }
    }
    return found;
  }

  /** The first leaf without a mark; null when the marks never end. */
  public static LocalDate unmarked(List<Days> marks, LocalDate first) {
    LocalDate leaf = first;
    for (int turned = 0; turned < LONGEST; turned++) {
      if (!marked(marks, leaf)) {
        return leaf;
      }
      leaf = leaf.plusDays(1);
    }
    return null;
  }

  /** What is said on a day of something not done yet. */
  public static String standing(LocalDate due, LocalDate asOf, List<Days> excused) {
    if (asOf.isAfter(due)) {
      return allMarked(excused, due, asOf) ? "JUSTIFIED" : "OVERDUE";
    }
    return distance(asOf, due) <= 14 ? "DUE_SOON" : "OK";
  }
}
