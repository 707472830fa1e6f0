package org.opora.benchmark.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opora.benchmark.Options;
import org.opora.benchmark.Progress;
import org.opora.benchmark.data.Worker;
import org.opora.benchmark.report.Line;
import org.opora.benchmark.report.PageLine;
import org.opora.benchmark.store.Store;

/** The search in a register ten times as large must not become much slower. */
public final class LargeSearch {
  private static final int CLIENTS = 8;
  private static final double FACTOR = 3;
  private static final double QUICK = 20;
  private static final Set<Operation> SEARCHES = EnumSet.of(Operation.SEARCH, Operation.SEARCH_ALL);
  private final Pages pages;

  public LargeSearch(Options options, Progress progress) {
    pages = new Pages(options, progress);
  }

  public List<PageLine> measure(Store store, List<Worker> workers) {
    return pages.measure(store, workers, SEARCHES, List.of(CLIENTS));
  }

  /**
   * @param smaller figures of the smaller register; may lack the search
   */
  public static List<Line> compare(int people, List<PageLine> smaller, List<PageLine> larger) {
    List<Line> lines = new ArrayList<>();
    for (PageLine large : larger) {
      smaller.stream()
          .filter(
              one ->
                  one.database().equals(large.database())
                      && one.operation().equals(large.operation())
                      && one.clients() == large.clients())
          .forEach(small -> lines.add(line(people, small, large)));
    }
    return lines;
  }

  private static Line line(int people, PageLine small, PageLine large) {
    double limit = Math.max(FACTOR * small.product().p95(), QUICK);
    double measured = large.product().p95();
    return Line.of(
        String.format(
            Locale.ROOT,
            "%s: %s among %,d people, %d clients, p95",
            large.database(),
            large.operation(),
            people,
            large.clients()),
        String.format(
            Locale.ROOT, "%.1f ms (smaller register: %.1f ms)", measured, small.product().p95()),
        String.format(Locale.ROOT, "≤ %.0f ms", limit),
        measured <= limit);
  }
}
