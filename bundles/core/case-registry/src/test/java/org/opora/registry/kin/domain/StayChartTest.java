package org.opora.registry.kin.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opora.registry.kin.domain.StayChart.Bar;
import org.opora.registry.kin.domain.StayChart.Stay;
import org.opora.registry.kin.domain.StayChart.Tick;

/** Stays lie where their days are. */
class StayChartTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private static Stay stay(String key, LocalDate from, LocalDate until) {
    return new Stay(key, "Rodina " + key, "/files/" + key, new Days(from, until));
  }

  @Test
  void aRowForEachFamilyAndABarForEachStay() {
    StayChart chart =
        StayChart.of(
            List.of(
                stay("b", LocalDate.of(2025, 3, 1), null),
                stay("a", LocalDate.of(2023, 5, 10), LocalDate.of(2024, 1, 31)),
                stay("a", LocalDate.of(2024, 6, 1), LocalDate.of(2025, 2, 28))),
            TODAY);
    assertEquals(
        List.of("Rodina a", "Rodina b"),
        chart.rows().stream().map(StayChart.Row::label).toList(),
        "the first stay on top");
    List<Bar> first = chart.rows().get(0).bars();
    assertEquals(2, first.size());
    assertTrue(first.get(0).x() + first.get(0).width() < first.get(1).x(), "a gap between stays");
    Bar lasting = chart.rows().get(1).bars().get(0);
    assertTrue(lasting.open());
    assertTrue(Math.abs(lasting.x() + lasting.width() - chart.today()) <= 1, "drawn to today");
    assertFalse(first.get(0).open());
    assertEquals(
        List.of(2023, 2024, 2025, 2026, 2027),
        chart.ticks().stream().map(Tick::year).filter(year -> year != null).toList());
    assertTrue(chart.ticks().stream().anyMatch(tick -> !tick.full()), "half-years, too");
  }

  @Test
  void everythingStaysOnTheSheetAndYearsCanBeRead() {
    for (int years : IntStream.rangeClosed(0, 60).toArray()) {
      StayChart chart =
          StayChart.of(
              List.of(
                  stay("a", TODAY.minusYears(years), TODAY.minusYears(years)),
                  stay("b", TODAY.minusYears(years), TODAY.plusYears(1))),
              TODAY);
      chart.rows().stream()
          .flatMap(row -> row.bars().stream())
          .forEach(
              bar ->
                  assertTrue(
                      bar.x() >= 0 && bar.width() > 0 && bar.x() + bar.width() <= chart.width(),
                      bar::toString));
      assertTrue(chart.today() > 0 && chart.today() < chart.width());
      List<Integer> named =
          chart.ticks().stream().filter(tick -> tick.year() != null).map(Tick::x).toList();
      for (int i = 1; i < named.size(); i++) {
        assertTrue(named.get(i) - named.get(i - 1) >= 36, "years are too near after " + years);
      }
    }
    assertEquals(List.of(), StayChart.of(List.of(), TODAY).rows());
  }
}
