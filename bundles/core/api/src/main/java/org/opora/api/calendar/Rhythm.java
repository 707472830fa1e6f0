package org.opora.api.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How something comes again and again. It says days; the time on the wall is the same on each of
 * them ({@link WallClock}).
 *
 * @param every how many weeks or months lie between one day and the next
 * @param until last day; null when only the number of times counts
 * @param times how often at most; null when only the last day counts
 */
public record Rhythm(Step step, int every, LocalDate until, Integer times) {
  /** More appointments of one series nobody makes at once. */
  public static final int MOST = 60;

  /** Most weeks or months between two days. */
  public static final int RAREST = 52;

  /** A series of which nearly every day is left out ends nevertheless. */
  private static final int LOOKED_AT = 1_000;

  /** What the steps are counted in. */
  public enum Step {
    /** Every so many weeks, on the day of the week on which it begins. */
    WEEKS,
    /**
     * In every so many months on the same day of the week of the same place: the second Tuesday.
     * What begins on a fifth one comes on the last one, because not every month has five.
     */
    MONTHS,
    /** In every so many months on the last such day of the week. */
    MONTHS_LAST
  }

  public Rhythm {
    Objects.requireNonNull(step);
    if (every < 1 || every > RAREST) {
      throw new IllegalArgumentException("every " + every);
    }
    if (until == null && times == null) {
      throw new IllegalArgumentException("a series ends");
    }
    if (times != null && (times < 1 || times > MOST)) {
      throw new IllegalArgumentException("times: " + times);
    }
  }

  /**
   * The days, at most {@link #MOST}. A day that is left out moves no other one, and does not count
   * among the times.
   *
   * @param first earliest day; of the last days of months the first one that is not before it
   * @param open which days are not left out
   */
  public List<LocalDate> days(LocalDate first, Predicate<LocalDate> open) {
    int most = times == null ? MOST : times;
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < LOOKED_AT && days.size() < most; i++) {
      LocalDate day = day(first, i);
      if (until != null && day.isAfter(until)) {
        break;
      }
      if (!day.isBefore(first) && open.test(day)) {
        days.add(day);
      }
    }
    return days;
  }

  /** The days, with none left out. */
  public List<LocalDate> days(LocalDate first) {
    return days(first, day -> true);
  }

  private LocalDate day(LocalDate first, int step) {
    if (this.step == Step.WEEKS) {
      return first.plusWeeks((long) step * every);
    }
    YearMonth month = YearMonth.from(first).plusMonths((long) step * every);
    DayOfWeek weekday = first.getDayOfWeek();
    int place = (first.getDayOfMonth() - 1) / 7 + 1;
    return this.step == Step.MONTHS_LAST || place > 4
        ? month.atEndOfMonth().with(TemporalAdjusters.previousOrSame(weekday))
        : month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(place, weekday));
  }
}
