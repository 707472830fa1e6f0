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

  private static void same(String expected, BigDecimal found) {
    assertEquals(0, new BigDecimal(expected).compareTo(found), found.toPlainString());
  }

  @Test
  void lengthsAreAsTheAmountsAre() {
    BarChart chart = BarChart.of(List.of(value("a", "40"), value("b", "20"), value("c", "10")));
    same("72", chart.bars().get(0).length());
    same("36", chart.bars().get(1).length());
    same("18", chart.bars().get(2).length());
  }

  @Test
  void nothingReachesOutOfThePictureAndNothingOverlaps() {
    BarChart chart =
        BarChart.of(
            IntStream.range(0, 30)
                .mapToObj(i -> value("Řádek " + i, Integer.toString(i * i * 1_000_003)))
                .toList());
    BigDecimal above = BigDecimal.ZERO;
    for (Bar bar : chart.bars()) {
      BigDecimal bottom = bar.top().add(bar.thick());
      assertTrue(bar.length().intValue() <= 75, "there is room for the number");
      assertTrue(bar.words().subtract(BigDecimal.ONE).compareTo(above) > 0, "a letter is one high");
      assertTrue(bar.words().compareTo(bar.top()) < 0, "its words stand above the bar");
      assertTrue(bar.figure().compareTo(bar.top()) > 0, "its amount behind it");
      assertTrue(bar.figure().compareTo(bottom) < 0);
      assertTrue(bottom.compareTo(chart.height()) < 0);
      above = bottom;
    }
  }

  @Test
  void whateverIsMoreThanNothingIsSeenAndNothingIsNot() {
    BarChart chart =
        BarChart.of(List.of(value("all", "1000000"), value("one", "1"), value("0", "0")));
    same("0.2", chart.bars().get(1).length());
    same("0", chart.bars().get(2).length());
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
    assertEquals(BarChart.LETTERS, label.length());
    assertTrue(label.endsWith("…"));
  }
}
