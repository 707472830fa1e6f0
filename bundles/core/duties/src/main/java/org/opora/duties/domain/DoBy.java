package org.opora.duties.domain;

import java.time.LocalDate;
import java.util.function.Predicate;

/** The working day shown beside a due date. The due date itself is never shifted. */
public final class DoBy {
  /** No country rests longer; a calendar that says so is wrong and must not keep us searching. */
  private static final int LONGEST_REST = 31;

  private DoBy() {}

  /** The last working day not after the due date; null when that is the due date itself. */
  public static LocalDate lastWorkingDay(LocalDate due, Predicate<LocalDate> workingDay) {
    LocalDate day = due;
    for (int back = 0; back < LONGEST_REST && !workingDay.test(day); back++) {
      day = day.minusDays(1);
    }
    return day.equals(due) || !workingDay.test(day) ? null : day;
  }
}
