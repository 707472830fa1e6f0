package org.opora.registry.staff.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many twelfths of a year's training are owed. A month counts that was begun in the post and
 * after probation, which is the stricter reading. Each whole month of an absence that is longer
 * than a month takes off the month in which it begins.
 */
public final class TrainingDuty {
  public static final int MONTHS = 12;

  private TrainingDuty() {}

  /**
   * A post of a social worker.
   *
   * @param until last day; null while it lasts
   * @param probationUntil last day of probation; null when there is none
   */
  public record Term(LocalDate since, LocalDate until, LocalDate probationUntil) {
    private LocalDate first() {
      return probationUntil == null || probationUntil.isBefore(since)
          ? since
          : probationUntil.plusDays(1);
    }

    private boolean in(YearMonth month) {
      return !first().isAfter(month.atEndOfMonth())
          && (until == null || !until.isBefore(month.atDay(1)) && !until.isBefore(first()));
    }
  }

  /**
   * Time away.
   *
   * @param until last day
   */
  public record Away(LocalDate since, LocalDate until) {
    private Set<YearMonth> wholeMonths() {
      Set<YearMonth> months = new HashSet<>();
      boolean longer = until.plusDays(1).isAfter(since.plusMonths(1));
      for (int i = 0; longer && !since.plusMonths(i + 1L).isAfter(until.plusDays(1)); i++) {
        months.add(YearMonth.from(since.plusMonths(i)));
      }
      return months;
    }
  }

  /** Twelfths owed in a calendar year. */
  public static int months(int year, Collection<Term> posts, Collection<Away> absences) {
    Set<YearMonth> owed = new HashSet<>();
    for (int month = 1; month <= MONTHS; month++) {
      YearMonth one = YearMonth.of(year, month);
      if (posts.stream().anyMatch(post -> post.in(one))) {
        owed.add(one);
      }
    }
    absences.forEach(away -> owed.removeAll(away.wholeMonths()));
    return owed.size();
  }

  /** The part of the hours, in minutes, that so many months of these years owe. */
  public static int owed(int hours, int months, int years) {
    return hours * 60 * months / (MONTHS * years);
  }

  /** What the account says. */
  public enum Status {
    /** No law pack, or no post is written down. */
    NOT_ASSESSED,
    /** No month of the year owes anything. */
    NOT_OWED,
    FULFILLED,
    /** Not this year alone, and the two years together are enough. */
    FULFILLED_IN_TWO,
    OPEN,
    /** The year is over, and the hours can still be made up in the next one. */
    OPEN_IN_TWO,
    MISSED
  }

  /**
   * Two calendar years together, in minutes.
   *
   * @param first the earlier year
   */
  public record Pair(int first, int owed, int done) {}

  /**
   * Time spent and owed in a year, in minutes.
   *
   * @param before the year with the one before it; null when the law does not reckon them together
   * @param after the year with the one after it, or null likewise
   */
  public record Account(int months, int owed, int done, Pair before, Pair after) {
    public Status on(int year, LocalDate today) {
      if (months == 0) {
        return Status.NOT_OWED;
      }
      if (done >= owed) {
        return Status.FULFILLED;
      }
      if (enough(before) || enough(after)) {
        return Status.FULFILLED_IN_TWO;
      }
      if (today.getYear() <= year) {
        return Status.OPEN;
      }
      return after != null && today.getYear() == year + 1 ? Status.OPEN_IN_TWO : Status.MISSED;
    }

    private static boolean enough(Pair pair) {
      return pair != null && pair.done() >= pair.owed();
    }

    /** The two years that count for the year, or may still; null when there are none. */
    public Pair pair() {
      return enough(before) || after == null ? before : after;
    }

    public int missing() {
      return Math.max(0, owed - done);
    }
  }

  /** All whole months of these absences, for the sentence that explains the account. */
  public static long monthsAway(int year, List<Away> absences) {
    return absences.stream()
        .flatMap(away -> away.wholeMonths().stream())
        .distinct()
        .filter(month -> month.getYear() == year)
        .count();
  }
}
