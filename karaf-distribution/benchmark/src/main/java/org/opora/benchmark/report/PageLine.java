package org.opora.benchmark.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opora.benchmark.load.Figures;

/**
 * Floor and product at the same work.
 *
 * @param ratio product's requests per second to the floor's: the middle one of the rounds
 * @param target least ratio; 0 for none
 */
public record PageLine(
    String database,
    String operation,
    int clients,
    int rounds,
    Figures floor,
    Figures product,
    double ratio,
    double target) {

  /** The rounds in their order. */
  public static PageLine of(
      String database,
      String operation,
      int clients,
      double target,
      List<Figures> floor,
      List<Figures> product) {
    double[] ratios = new double[floor.size()];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = product.get(round).perSecond() / floor.get(round).perSecond();
    }
    return new PageLine(
        database,
        operation,
        clients,
        ratios.length,
        middle(floor),
        middle(product),
        middle(ratios),
        target);
  }

  /** Null where no target was set. */
  public Boolean met() {
    return target == 0 ? null : Boolean.valueOf(ratio >= target);
  }

  /** The middle one of every figure; counts are sums. */
  public static Figures middle(List<Figures> rounds) {
    return new Figures(
        middle(rounds, Figures::perSecond),
        middle(rounds, Figures::p50),
        middle(rounds, Figures::p95),
        middle(rounds, Figures::p99),
        rounds.stream().mapToLong(Figures::answered).sum(),
        rounds.stream().mapToLong(Figures::failed).sum());
  }

  private static double middle(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
    return middle(rounds.stream().mapToDouble(figure).toArray());
  }

  static double middle(double[] values) {
    List<Double> sorted =
        java.util.Arrays.stream(values).boxed().sorted(Comparator.naturalOrder()).toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
