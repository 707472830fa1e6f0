package org.opora.registry.house.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.registry.house.domain.Renewal.Held;

class RenewalTest {
  private static final LocalDate DECIDED = LocalDate.of(2026, 11, 10);
  private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

  private static LocalDate since(Held... others) {
    return Renewal.countsFrom(DECIDED, FROM, List.of(others));
  }

  @Test
  void whatRenewsAnotherCountsFromItsDecision() {
    assertEquals(DECIDED, since(new Held(LocalDate.of(2022, 1, 1), LocalDate.of(2026, 12, 31))));
    assertEquals(DECIDED, since(new Held(DECIDED, null)), "one without an end");
  }

  @Test
  void whatLeavesAGapCountsFromItsFirstDay() {
    assertEquals(FROM, since());
    assertEquals(FROM, since(new Held(LocalDate.of(2022, 1, 1), LocalDate.of(2026, 12, 30))));
    assertEquals(FROM, since(new Held(DECIDED.plusDays(1), null)), "nothing held on the day");
  }

  @Test
  void whatWasDecidedLaterCountsFromItsFirstDay() {
    LocalDate late = FROM.plusDays(5);
    assertEquals(
        FROM, Renewal.countsFrom(late, FROM, List.of(new Held(LocalDate.of(2022, 1, 1), null))));
  }
}
