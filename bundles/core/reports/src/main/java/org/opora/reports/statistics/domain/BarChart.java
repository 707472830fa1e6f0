package org.opora.reports.statistics.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars below each other, from the left, each under its words. Heights are in letters and lengths in
 * hundredths of the room, so that a narrow screen shortens the bars and leaves the words as large
 * as they are. The same figures stand in the table beside it.
 *
 * @param height in letters
 */
public record BarChart(BigDecimal height, List<Bar> bars) {
  /** The longest bar leaves room for its amount, also on a telephone. */
  static final int LONGEST = 72;

  /** What stands beside each other on a telephone. */
  static final int LETTERS = 40;

  static final BigDecimal ROW = new BigDecimal("2.9");
  static final BigDecimal THICK = new BigDecimal("1.1");
  private static final BigDecimal WORDS = new BigDecimal("1.2");
  private static final BigDecimal UNDER_WORDS = new BigDecimal("1.5");
  private static final BigDecimal FIGURE = new BigDecimal("2.4");
  private static final BigDecimal LEAST = new BigDecimal("0.2");

  public BarChart {
    bars = List.copyOf(bars);
  }

  /**
   * @param label what it stands for, cut where there is no room
   * @param words baseline of the label, in letters
   * @param top of the bar's upper edge, in letters
   * @param figure baseline of the amount, which stands behind the bar, in letters
   * @param thick in letters
   * @param length in hundredths of the room
   */
  public record Bar(
      String label,
      BigDecimal amount,
      BigDecimal words,
      BigDecimal top,
      BigDecimal figure,
      BigDecimal thick,
      BigDecimal length) {}

  /** Something to be drawn. */
  public record Value(String label, BigDecimal amount) {}

  /** In the given order; what is zero keeps its line, so that nothing seems to be missing. */
  public static BarChart of(List<Value> values) {
    BigDecimal most = values.stream().map(Value::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
    List<Bar> bars = new ArrayList<>();
    for (Value value : values) {
      BigDecimal row = ROW.multiply(BigDecimal.valueOf(bars.size()));
      bars.add(
          new Bar(
              cut(value.label()),
              value.amount(),
              row.add(WORDS),
              row.add(UNDER_WORDS),
              row.add(FIGURE),
              THICK,
              length(value.amount(), most)));
    }
    return new BarChart(ROW.multiply(BigDecimal.valueOf(values.size())), bars);
  }

  /** Whatever is more than nothing is seen. */
  private static BigDecimal length(BigDecimal amount, BigDecimal most) {
    return amount.signum() <= 0
        ? BigDecimal.ZERO
        : amount
            .multiply(BigDecimal.valueOf(LONGEST))
            .divide(most, 2, RoundingMode.HALF_UP)
            .max(LEAST);
  }

  private static String cut(String label) {
    return label.length() <= LETTERS ? label : label.substring(0, LETTERS - 1).strip() + "…";
  }

  /** Whether there is anything to see. */
  public boolean empty() {
    return bars.stream().allMatch(bar -> bar.length().signum() == 0);
  }
}
