package org.opora.registry.staff.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opora.registry.staff.domain.CoverGaps.Days;
import org.opora.registry.staff.domain.CoverGaps.Worker;

class CoverGapsTest {
  private static final Days JULY = new Days(day(1), day(31));

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 7, day);
  }

  private static Days days(int from, int until) {
    return new Days(day(from), day(until));
  }

  private static Worker always(Days... away) {
    return new Worker(new Days(LocalDate.of(2020, 1, 1), null), List.of(away));
  }

  @Test
  void nobodyStandsIn() {
    assertEquals(List.of(days(3, 20)), CoverGaps.of(always(days(3, 20)), List.of(), JULY));
    assertEquals(List.of(), CoverGaps.of(always(), List.of(), JULY), "nobody is away");
  }

  @Test
  void onlyTheDaysThatAreAskedAbout() {
    Worker away = always(new Days(LocalDate.of(2026, 6, 20), day(5)));
    assertEquals(List.of(days(1, 5)), CoverGaps.of(away, List.of(), JULY));
    assertEquals(List.of(), CoverGaps.of(away, List.of(), days(6, 31)));
  }

  @Test
  void somebodyStandsInForAPartOfIt() {
    Worker standIn = new Worker(days(5, 10), List.of());
    assertEquals(
        List.of(days(3, 4), days(11, 20)),
        CoverGaps.of(always(days(3, 20)), List.of(standIn), JULY));
    assertEquals(
        List.of(),
        CoverGaps.of(
            always(days(3, 20)), List.of(standIn, new Worker(days(1, 31), List.of())), JULY));
  }

  @Test
  void whoStandsInIsAwayThemselves() {
    Worker standIn = new Worker(days(1, 31), List.of(days(8, 9)));
    assertEquals(List.of(days(8, 9)), CoverGaps.of(always(days(3, 20)), List.of(standIn), JULY));
  }

  @Test
  void whoDoesNotLeadTheFamilyAnyMoreLeavesNoGap() {
    Worker led = new Worker(days(1, 5), List.of(days(3, 20)));
    assertEquals(List.of(days(3, 5)), CoverGaps.of(led, List.of(), JULY));
  }

  /** The same, told off day by day. */
  @Test
  void leafedThroughDayByDay() {
    Random chance = new Random(20260711);
    for (int i = 0; i < 500; i++) {
      Worker led = new Worker(drawn(chance), List.of(drawn(chance)));
      List<Worker> standIns = new ArrayList<>();
      for (int j = chance.nextInt(3); j > 0; j--) {
        standIns.add(new Worker(drawn(chance), List.of(drawn(chance))));
      }
      Set<LocalDate> wanted = new TreeSet<>();
      for (int day = 1; day <= 31; day++) {
        LocalDate today = day(day);
        boolean covered =
            standIns.stream()
                .anyMatch(one -> one.days().has(today) && !one.away().get(0).has(today));
        if (led.days().has(today) && led.away().get(0).has(today) && !covered) {
          wanted.add(today);
        }
      }
      Set<LocalDate> found = new TreeSet<>();
      CoverGaps.of(led, standIns, JULY)
          .forEach(gap -> gap.from().datesUntil(gap.until().plusDays(1)).forEach(found::add));
      assertEquals(wanted, found, led + " " + standIns);
    }
  }

  private static Days drawn(Random chance) {
    int from = 1 + chance.nextInt(31);
    return days(from, from + chance.nextInt(32 - from));
  }
}
