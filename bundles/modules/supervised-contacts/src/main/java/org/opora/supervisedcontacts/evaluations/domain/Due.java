package org.opora.supervisedcontacts.evaluations.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * When contacts are to be evaluated: after so many that were held, or after so many months,
 * whichever comes first; both are counted from the last evaluation, or from the first day of the
 * plan.
 *
 * @param since day from which is counted
 * @param by last day
 * @param held so many were held since
 * @param often whether it is due because of their number
 */
public record Due(LocalDate since, LocalDate by, int held, boolean often) {
  /**
   * From where is counted.
   *
   * @param since day from which is counted
   * @param first day of whose contacts the first one counts
   */
  public record From(LocalDate since, LocalDate first) {
    /**
     * From the last day that was looked at, or the first of the plan: as the duty is counted.
     *
     * @param plan its first day
     * @param looked last days of the evaluations that stand
     */
    public static From of(LocalDate plan, Collection<LocalDate> looked) {
      return looked.stream()
          .filter(day -> !day.isBefore(plan))
          .max(Comparator.naturalOrder())
          .map(last -> new From(last, last.plusDays(1)))
          .orElseGet(() -> new From(plan, plan));
    }
  }

  /**
   * @param held days of contacts that count, in their order
   * @param times after so many it is due
   * @param months after so many it is due
   * @param grace days after the contact that made it due
   */
  public static Due of(LocalDate since, List<LocalDate> held, int times, int months, int grace) {
    LocalDate byTime = since.plusMonths(months);
    LocalDate byNumber = held.size() < times ? null : held.get(times - 1).plusDays(grace);
    boolean often = byNumber != null && byNumber.isBefore(byTime);
    return new Due(since, often ? byNumber : byTime, held.size(), often);
  }

  public boolean overdue(LocalDate today) {
    return today.isAfter(by);
  }
}
