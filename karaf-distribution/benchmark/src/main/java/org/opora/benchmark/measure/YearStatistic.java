package org.opora.benchmark.measure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.opora.benchmark.Options;
import org.opora.benchmark.Progress;
import org.opora.benchmark.data.Worker;
import org.opora.benchmark.load.Figures;
import org.opora.benchmark.load.Load;
import org.opora.benchmark.load.Task;
import org.opora.benchmark.report.Line;
import org.opora.benchmark.store.Store;

/**
 * A full year of what was done, in a centre that remembers ten: against the same figures by
 * hand-written SQL, and what it does to others who open cases meanwhile.
 */
public final class YearStatistic {
  private static final int OTHERS = 8;
  private static final Duration WARM = Duration.ofSeconds(20);
  private final Options options;
  private final Progress progress;

  public YearStatistic(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  public List<Line> measure(Store store, List<Worker> workers) {
    store.restore();
    Figures floor;
    try (FloorSide side = new FloorSide(store, workers)) {
      floor = alone(side, side::statistic);
    }
    store.restore();
    try (ProductSide side = new ProductSide(store, workers)) {
      Figures product = alone(side, side::statistic);
      List<Line> lines = new ArrayList<>();
      lines.add(compared(store, product, floor));
      lines.add(disturbed(store, side));
      lines.forEach(line -> progress.say("%s: %s", line.what(), line.measured()));
      return lines;
    }
  }

  private Figures alone(Side side, Task statistic) {
    Load load = new Load(side.port());
    load.run(statistic, 1, WARM);
    return load.run(statistic, 1, options.measured().multipliedBy(options.rounds()));
  }

  private Line compared(Store store, Figures product, Figures floor) {
    Limit limit = Limit.twice(floor.p95());
    return Line.of(
        String.format(
            Locale.ROOT,
            "%s: a full year counted, %,d agreements with ten years, p95",
            store.name(),
            options.agreements()),
        String.format(
            Locale.ROOT, "%.1f ms (hand-written SQL: %.1f ms)", product.p95(), floor.p95()),
        limit.words(),
        product.sound() && floor.sound() && limit.holds(product.p95()));
  }

  /** The others first by themselves, then while somebody has the year counted again and again. */
  private Line disturbed(Store store, ProductSide side) {
    Load load = new Load(side.port());
    Task open = side.task(Operation.OPEN);
    load.run(open, OTHERS, WARM);
    Duration length = options.measured().multipliedBy(options.rounds());
    Figures calm = load.run(open, OTHERS, length);
    CompletableFuture<Figures> counting =
        CompletableFuture.supplyAsync(() -> load.run(side::statistic, 1, length));
    Figures meanwhile = load.run(open, OTHERS, length);
    Figures counted = counting.join();
    Limit limit = Limit.twice(calm.p95());
    return Line.of(
        String.format(
            Locale.ROOT,
            "%s: open a case at %d clients while a year is counted, p95",
            store.name(),
            OTHERS),
        String.format(Locale.ROOT, "%.1f ms (alone: %.1f ms)", meanwhile.p95(), calm.p95()),
        limit.words(),
        calm.sound() && counted.sound() && meanwhile.sound() && limit.holds(meanwhile.p95()));
  }

  /** The year before this one, whole. */
  static String year() {
    int year = LocalDate.now().getYear() - 1;
    return "from=" + year + "-01-01&until=" + year + "-12-31";
  }
}
