package org.opora.duties.domain.quota;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.duties.domain.Days;

/**
 * The months of a period that a person owes. A month counts that has a day of duty, which is the
 * stricter reading. Each whole month of an absence that is longer than a month takes off the month
 * in which it begins; shorter ones are not added up.
 *
 * @param anchor the day from which months are told off; each keeps its day where it has it
 * @param skipped how many months lie between it and the period
 * @param months how many the whole period has
 * @param until last day on which the duty may hold
 */
record Twelfths(LocalDate anchor, int skipped, int months, LocalDate until) {
  int owed(List<Days> duty, List<Days> away, LocalDate asOf) {
    Set<Integer> owed = new HashSet<>();
    for (int month = 0; month < months; month++) {
      if (hasDuty(month, duty)) {
        owed.add(month);
      }
    }
    away.forEach(days -> owed.removeAll(wholeMonths(days, asOf)));
    return owed.size();
  }

  private boolean hasDuty(int month, List<Days> duty) {
    LocalDate first = start(month);
    LocalDate end = start(month + 1).minusDays(1);
    LocalDate last = end.isBefore(until) ? end : until;
    return !first.isAfter(last) && duty.stream().anyMatch(days -> days.meet(first, last));
  }

  private Set<Integer> wholeMonths(Days away, LocalDate asOf) {
    LocalDate end = (away.until() == null ? asOf : away.until()).plusDays(1);
    boolean longer = end.isAfter(away.from().plusMonths(1));
    Set<Integer> begun = new HashSet<>();
    for (int i = 0; longer && !away.from().plusMonths(i + 1L).isAfter(end); i++) {
      begun.add(monthOf(away.from().plusMonths(i)));
    }
    return begun;
  }

  /** Out of range for a day that is not in the period. */
  private int monthOf(LocalDate day) {
    int month = 0;
    while (month <= months && !start(month).isAfter(day)) {
      month++;
    }
    return month - 1;
  }

  private LocalDate start(int month) {
    return anchor.plusMonths((long) skipped + month);
  }
}
