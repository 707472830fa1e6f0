package org.opora.reports.statistics.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars beside each other, from the left, in units of the picture: the longest one as long as there
 * is room. The same figures stand in the table beside it.
 */
public record BarChart(int width, int height, List<Bar> bars) {
  private static final int WIDTH = 720;
  private static final int LABELS = 300;
  private static final int NUMBERS = 90;
  private static final int ROW = 30;
  private static final int BAR = 18;
  private static final int MARGIN = 6;
  private static final int LETTERS = 42;

  public BarChart {
    bars = List.copyOf(bars);
  }

  /**
   * @param label what it stands for, cut where there is no room
   * @param y of the bar's upper edge
   * @param baseline of its words
   * @param after where the amount is written
   */
  public record Bar(
      String label,
      BigDecimal amount,
      int x,
      int y,
      int width,
      int height,
      int baseline,
      int after) {}

  /** Something to be drawn. */
  public record Value(String label, BigDecimal amount) {}

  /** In the given order; what is zero keeps its line, so that nothing seems to be missing. */
  public static BarChart of(List<Value> values) {
    BigDecimal most = values.stream().map(Value::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
    List<Bar> bars = new ArrayList<>();
    for (Value value : values) {
      int y = MARGIN + bars.size() * ROW;
      int length = length(value.amount(), most);
      bars.add(
          new Bar(
              cut(value.label()),
              value.amount(),
              LABELS,
              y,
              length,
              BAR,
              y + BAR - 4,
              LABELS + length + MARGIN));
    }
    return new BarChart(WIDTH, 2 * MARGIN + values.size() * ROW, bars);
  }

  /** Whatever is more than nothing is seen. */
  private static int length(BigDecimal amount, BigDecimal most) {
    if (amount.signum() <= 0) {
      return 0;
    }
    int room = WIDTH - LABELS - NUMBERS;
    return Math.max(
        1,
        amount
            .multiply(BigDecimal.valueOf(room))
            .divide(most, 0, RoundingMode.HALF_UP)
            .intValueExact());
  }

  private static String cut(String label) {
    return label.length() <= LETTERS ? label : label.substring(0, LETTERS - 1).strip() + "…";
  }

  /** Whether there is anything to see. */
  public boolean empty() {
    return bars.stream().allMatch(bar -> bar.width() == 0);
  }
}
