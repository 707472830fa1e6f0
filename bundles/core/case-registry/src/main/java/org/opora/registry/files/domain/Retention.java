package org.opora.registry.files.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Optional;

/**
 * How long a closed file stays.
 *
 * @param years counted from the first of January after the closing
 * @param childAge never before a child of the file is that old; null where no child counts
 */
public record Retention(int years, Integer childAge) {
  /**
   * The last day on which the file must be there.
   *
   * @param births days on which its children were born, null among them where one is not known
   * @return empty when a child counts whose day of birth is not known
   */
  public Optional<LocalDate> through(LocalDate closedOn, Collection<LocalDate> births) {
    LocalDate last = lastYear(closedOn);
    if (childAge != null) {
      for (LocalDate birth : births) {
        if (birth == null) {
          return Optional.empty();
        }
        LocalDate grown = birth.plusYears(childAge).minusDays(1);
        last = grown.isAfter(last) ? grown : last;
      }
    }
    return Optional.of(last);
  }

  private LocalDate lastYear(LocalDate closedOn) {
    return LocalDate.of(closedOn.getYear() + years, Month.DECEMBER, 31);
  }

  /** The first year in which it may be disposed of. */
  public static int disposal(LocalDate through) {
    return through.getYear() + 1;
  }

  /** Files closed until this day may go in the year, as far as the years of the class go. */
  public LocalDate closedUntil(int year) {
    return LocalDate.of(year - 1 - years, Month.DECEMBER, 31);
  }

  /** Children born until this day let a file go in the year; null where no child counts. */
  public LocalDate bornUntil(int year) {
    return childAge == null ? null : LocalDate.of(year - childAge, Month.JANUARY, 1);
  }
}
