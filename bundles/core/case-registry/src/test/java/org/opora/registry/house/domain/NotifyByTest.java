package org.opora.registry.house.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyByTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-01, 15, 2026-12-15",
    "2026-11-30, 15, 2026-12-15",
    "2026-12-31, 15, 2027-01-15",
    "2028-01-31, 15, 2028-02-15",
    "2027-01-10, 31, 2027-02-28",
    "2028-01-10, 30, 2028-02-29"
  })
  void theDayOfTheFollowingMonth(LocalDate changed, int day, LocalDate by) {
    assertEquals(by, NotifyBy.of(changed, day));
  }
}
