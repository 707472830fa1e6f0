package org.opora.api.duties.spi;

import java.time.MonthDay;
import java.util.Objects;

/**
 * By when something has to follow an event. Months end where they end; no date is shifted for a
 * weekend.
 *
 * @param number days, months, or the day of the month; 0 where the kind has none
 * @param day null but for a day of the next year
 */
public record Term(Kind kind, int number, MonthDay day) {
  public Term {
    Objects.requireNonNull(kind);
    if (number < 0 || (kind == Kind.DAY_OF_NEXT_YEAR) != (day != null)) {
      throw new IllegalArgumentException("No such term");
    }
  }

  /** What the term is counted in. */
  public enum Kind {
    DAYS,
    MONTHS,
    DAY_OF_NEXT_MONTH,
    DAY_OF_NEXT_YEAR,
    /** The date that whoever asked has set; where none was, it is never due. */
    STATED
  }

  /** So many days on; the day of the event is none of them. */
  public static Term days(int days) {
    return new Term(Kind.DAYS, days, null);
  }

  /** On the day of so many months on that is called as that of the event. */
  public static Term months(int months) {
    return new Term(Kind.MONTHS, months, null);
  }

  /**
   * @param day 1 to 31; the last of the month where it has fewer
   */
  public static Term dayOfNextMonth(int day) {
    return new Term(Kind.DAY_OF_NEXT_MONTH, day, null);
  }

  public static Term dayOfNextYear(MonthDay day) {
    return new Term(Kind.DAY_OF_NEXT_YEAR, 0, day);
  }

  public static Term stated() {
    return new Term(Kind.STATED, 0, null);
  }
}
