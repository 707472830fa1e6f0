package org.opora.registry.importing.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.opora.registry.importing.application.OpeningBalances.Line;
import org.opora.registry.importing.domain.OpeningBalance.Kind;

/** What is proposed of an opening balance. */
class OpeningBalancesTest {
  private static final LocalDate CAME = LocalDate.of(2026, 11, 1);

  private static BigDecimal proposed(Kind kind, LocalDate since, String quantity) {
    BigDecimal amount = quantity == null ? null : new BigDecimal(quantity);
    return new Line(null, 1, null, "003/2023", "Malá", null, null, kind, since, amount, CAME, null)
        .proposed();
  }

  private static BigDecimal hours(LocalDate since, String quantity) {
    return proposed(Kind.EDUCATION_HOURS, since, quantity);
  }

  @Test
  void hoursOfTwelveMonthsAreThoseOfAPeriodThatIsAsOld() {
    BigDecimal hours = new BigDecimal("26.5");
    assertEquals(hours, hours(LocalDate.of(2025, 11, 2), "26.5"), "its last day");
    assertEquals(hours, hours(LocalDate.of(2025, 11, 1), "26.5"));
    assertNull(hours(LocalDate.of(2025, 11, 3), "26.5"));
    assertNull(hours(LocalDate.of(2026, 8, 3), "26.5"));
    assertNull(hours(LocalDate.of(2025, 1, 1), "26.5"), "two years of the calendar");
    assertNull(hours(null, "26.5"), "nobody knows since when");
  }

  @Test
  void noneInTwelveMonthsIsNoneInAYoungerPeriod() {
    assertEquals(new BigDecimal("0"), hours(LocalDate.of(2026, 8, 3), "0"));
    assertNull(hours(LocalDate.of(2025, 1, 1), "0"));
    assertNull(hours(null, "0"));
    assertNull(hours(LocalDate.of(2026, 8, 3), null));
  }

  @Test
  void daysOfTheYearAreProposedAsTheyCame() {
    assertEquals(new BigDecimal("3"), proposed(Kind.RESPITE_DAYS, LocalDate.of(2026, 1, 1), "3"));
    assertNull(proposed(Kind.NOTE, null, null));
  }
}
