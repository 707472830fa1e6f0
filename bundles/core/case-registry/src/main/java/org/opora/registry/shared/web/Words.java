package org.opora.registry.shared.web;

import java.time.LocalDate;
import java.time.Period;
import org.opora.api.text.Text;

/** Words of this bundle, named so that they are spoken only where they are shown. */
public final class Words {
  /** Origin of the bundle's texts. */
  public static final String ORIGIN = "org.opora.case-registry";

  private static final int MONTHS_MATTER_BELOW_YEARS = 2;

  private Words() {}

  public static Text of(String key, Object... arguments) {
    return Text.of(ORIGIN, key, arguments);
  }

  /**
   * How old somebody born on this day is: in months below two years, because that is how people
   * speak of small children.
   */
  public static Text age(LocalDate birthDate, LocalDate today) {
    if (birthDate == null || birthDate.isAfter(today)) {
      return of("age.unknown");
    }
    Period age = Period.between(birthDate, today);
    return age.getYears() < MONTHS_MATTER_BELOW_YEARS
        ? of("age.months", (int) age.toTotalMonths())
        : of("age.years", age.getYears());
  }
}
