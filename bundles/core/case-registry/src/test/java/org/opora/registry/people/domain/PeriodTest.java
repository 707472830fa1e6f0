package org.opora.registry.people.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Both days of a period belong to it, and either may be unknown. */
class PeriodTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private static Period of(LocalDate from, LocalDate until) {
    return new Period(from, until);
  }

  @Test
  void itHoldsFromItsFirstDayToItsLast() {
    Period period = of(DAY, DAY.plusDays(1));
    assertFalse(period.on(DAY.minusDays(1)));
    assertTrue(period.on(DAY));
    assertTrue(period.on(DAY.plusDays(1)));
    assertFalse(period.on(DAY.plusDays(2)));
    assertFalse(period.over(DAY.minusDays(1)), "not begun is not over");
    assertFalse(period.over(DAY.plusDays(1)));
    assertTrue(period.over(DAY.plusDays(2)));
    assertTrue(of(null, null).on(DAY));
    assertFalse(of(null, null).over(DAY));
    assertTrue(of(null, DAY).on(LocalDate.MIN));
  }

  @Test
  void twoMeetOnOneDayAtLeast() {
    Period march = of(LocalDate.of(2026, 3, 1), DAY);
    assertTrue(march.meets(of(DAY, null)));
    assertFalse(march.meets(of(DAY.plusDays(1), null)));
    assertTrue(of(DAY, null).meets(march));
    assertFalse(of(DAY.plusDays(1), null).meets(march));
    assertTrue(march.meets(of(null, LocalDate.of(2026, 3, 1))));
    assertFalse(march.meets(of(null, LocalDate.of(2026, 2, 28))));
    assertTrue(of(null, null).meets(march));
  }

  @Test
  void languagesHaveOneCodeEach() {
    Set<String> codes = LanguageCodes.known();
    assertTrue(codes.containsAll(Set.of("cs", "pl", "uk", "he", "rom", "sgn")), codes.toString());
    assertEquals(
        Set.of(),
        codes.stream()
            .filter(Set.of("iw", "in", "ji", "mo", "sh")::contains)
            .collect(java.util.stream.Collectors.toSet()));
  }
}
