package org.opora.duties.domain.deadline;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;

/** By when something has to follow an event. Months end where they end; no date is shifted. */
public sealed interface Term {
  /**
   * @param stated the date that whoever asked has set; null when none was
   * @return empty when the day was to be stated and was not
   */
  Optional<LocalDate> after(LocalDate event, LocalDate stated);

  /** So many days on; the day of the event is none of them. */
  record AfterDays(int days) implements Term {
    @Override
    public Optional<LocalDate> after(LocalDate event, LocalDate stated) {
      return Optional.of(event.plusDays(days));
    }
  }

  /** On the day of so many months on that is called as that of the event. */
  record AfterMonths(int months) implements Term {
    @Override
    public Optional<LocalDate> after(LocalDate event, LocalDate stated) {
      return Optional.of(event.plusMonths(months));
    }
  }

  /**
   * On one day of the following month.
   *
   * @param day 1 to 31; the last of the month where it has fewer
   */
  record DayOfNextMonth(int day) implements Term {
    @Override
    public Optional<LocalDate> after(LocalDate event, LocalDate stated) {
      YearMonth next = YearMonth.from(event).plusMonths(1);
      return Optional.of(next.atDay(Math.min(day, next.lengthOfMonth())));
    }
  }

  /** On one day of the year after that of the event; 29 February is the 28th where it has none. */
  record DayOfNextYear(MonthDay day) implements Term {
    @Override
    public Optional<LocalDate> after(LocalDate event, LocalDate stated) {
      return Optional.of(day.atYear(event.getYear() + 1));
    }
  }

  /** On the date that whoever asked has set. */
  record Stated() implements Term {
    @Override
    public Optional<LocalDate> after(LocalDate event, LocalDate stated) {
      return Optional.ofNullable(stated);
    }
  }
}
