package org.opora.api.house;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.opora.api.duties.spi.RuleSet;
import org.osgi.annotation.versioning.ProviderType;

/**
 * On which days people work, by the holidays of the installed law packs. Weekends and holidays
 * never shift a date by themselves: what is due on one of them has the working day before shown
 * beside it. It is no data about a person, so nothing here asks for a viewer.
 */
@ProviderType
public interface WorkingDays {
  /** No country rests longer; a calendar that says so is wrong and must not keep us searching. */
  int LONGEST_REST = 31;

  boolean works(LocalDate day);

  /** By these packs, all of which have to agree; without one, Monday to Friday. */
  static WorkingDays of(Collection<RuleSet> packs) {
    List<RuleSet> known = List.copyOf(packs);
    return day ->
        known.isEmpty()
            ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
            : known.stream().allMatch(pack -> pack.workingDay(day));
  }

  /**
   * The day that is so many working days after this one; with none, the day itself, also a free
   * one.
   */
  default LocalDate after(LocalDate from, int workingDays) {
    LocalDate day = from;
    for (int left = workingDays; left > 0; left--) {
      day = next(day.plusDays(1));
    }
    return day;
  }

  /** The first working day that is not before this one. */
  private LocalDate next(LocalDate from) {
    LocalDate day = from;
    for (int on = 0; on < LONGEST_REST && !works(day); on++) {
      day = day.plusDays(1);
    }
    return day;
  }

  /**
   * The last working day that is not after this one; the day itself when it is one, or when none of
   * the {@value #LONGEST_REST} days before it is.
   */
  default LocalDate onOrBefore(LocalDate day) {
    LocalDate last = day;
    for (int back = 0; back < LONGEST_REST && !works(last); back++) {
      last = last.minusDays(1);
    }
    return works(last) ? last : day;
  }

  /**
   * The first working day that is not before this one; the day itself when it is one, or when none
   * of the {@value #LONGEST_REST} days after it is.
   */
  default LocalDate onOrAfter(LocalDate day) {
    LocalDate first = next(day);
    return works(first) ? first : day;
  }

  /**
   * The last working day not after the due date, to be shown beside it; null when that is the due
   * date itself.
   */
  default LocalDate doBy(LocalDate due) {
    LocalDate day = onOrBefore(due);
    return day.equals(due) ? null : day;
  }
}
