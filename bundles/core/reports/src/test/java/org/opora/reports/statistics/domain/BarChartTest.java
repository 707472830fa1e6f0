package org.opora.reports.statistics.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opora.reports.statistics.domain.BarChart.Bar;
import org.opora.reports.statistics.domain.BarChart.Value;

/** What a picture of figures owes whoever looks at it. */
class BarChartTest {
  private static Value value(String label, String amount) {
    return new Value(label, new BigDecimal(amount));
  }

  @Test
  void lengthsAreAsTheAmountsAre() {
    BarChart chart = BarChart.of(List.of(value("a", "40"), value("b", "20"), value("c", "10")));
    int longest = chart.bars().get(0).width();
    assertEquals(longest / 2, chart.bars().get(1).width());
    assertEquals(Math.round(longest / 4.0), chart.bars().get(2).width());
  }

  @Test
  void nothingReachesOutOfThePictureAndNothingOverlaps() {
    BarChart chart =
        BarChart.of(
            IntStream.range(0, 30)
                .mapToObj(i -> value("Řádek " + i, Integer.toString(i * i * 1_000_003)))
                .toList());
    Bar before = null;
    for (Bar bar : chart.bars()) {
      assertTrue(bar.x() + bar.width() <= chart.width());
      assertTrue(bar.after() < chart.width(), "there is room for the number");
      assertTrue(bar.y() + bar.height() <= chart.height());
      assertTrue(before == null || before.y() + before.height() < bar.y());
      before = bar;
    }
  }

  @Test
  void whateverIsMoreThanNothingIsSeenAndNothingIsNot() {
    BarChart chart =
        BarChart.of(List.of(value("all", "1000000"), value("one", "1"), value("0", "0")));
    assertEquals(1, chart.bars().get(1).width());
    assertEquals(0, chart.bars().get(2).width());
    assertEquals(3, chart.bars().size(), "its line stays");
  }

  @Test
  void withoutAnyAmountThereIsNothingToSee() {
    assertTrue(BarChart.of(List.of(value("a", "0"), value("b", "0"))).empty());
    assertTrue(BarChart.of(List.of()).empty());
    assertFalse(BarChart.of(List.of(value("a", "0.25"))).empty());
  }

  @Test
  void aLongLabelIsCutAndSaysSo() {
    String label = BarChart.of(List.of(value("Ž".repeat(80), "1"))).bars().get(0).label();
    assertEquals(42, label.length());
    assertTrue(label.endsWith("…"));
  }
}
