package org.opora.benchmark.measure;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opora.benchmark.Options;
import org.opora.benchmark.Progress;
import org.opora.benchmark.data.Worker;
import org.opora.benchmark.load.Figures;
import org.opora.benchmark.load.Load;
import org.opora.benchmark.report.PageLine;
import org.opora.benchmark.store.Store;

/**
 * What people do all day, floor and product in turns. Every turn is a fresh process on the same
 * data, warmed up before it is measured.
 */
public final class Pages {
  private static final int TARGETED = 8;
  private static final int WARM_CLIENTS = 8;
  private final Options options;
  private final Progress progress;

  public Pages(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Figures of the rounds, by operation and clients. */
  private static final class Taken {
    private final Map<String, List<Figures>> figures = new TreeMap<>();

    void add(Operation operation, int clients, Figures one) {
      figures.computeIfAbsent(operation + " " + clients, key -> new ArrayList<>()).add(one);
    }

    List<Figures> of(Operation operation, int clients) {
      return figures.get(operation + " " + clients);
    }
  }

  public List<PageLine> measure(Store store, List<Worker> workers) throws SQLException {
    return measure(store, workers, options.operations(), options.clients());
  }

  /** In this order, because saves leave more behind than they found. */
  List<PageLine> measure(
      Store store, List<Worker> workers, Set<Operation> operations, List<Integer> clients) {
    Taken floor = new Taken();
    Taken product = new Taken();
    for (int round = 0; round < options.rounds(); round++) {
      // Whoever goes first finds the machine as the other one left it: they take turns in that,
      // too.
      if (round % 2 == 0) {
        floor(store, workers, operations, clients, floor);
        product(store, workers, operations, clients, product);
      } else {
        product(store, workers, operations, clients, product);
        floor(store, workers, operations, clients, floor);
      }
    }
    List<PageLine> lines = new ArrayList<>();
    for (Operation operation : operations) {
      for (int many : clients) {
        Operation below = operation == Operation.SEARCH_ALL ? Operation.SEARCH : operation;
        lines.add(
            PageLine.of(
                store.name(),
                operation.title(),
                many,
                many == TARGETED ? operation.target() : 0,
                floor.of(below, many),
                product.of(operation, many)));
      }
    }
    return lines;
  }

  private void floor(
      Store store,
      List<Worker> workers,
      Set<Operation> operations,
      List<Integer> clients,
      Taken taken) {
    store.restore();
    try (Side side = new FloorSide(store, workers)) {
      run(store.name() + ", floor", side, operations, clients, taken);
    }
  }

  private void product(
      Store store,
      List<Worker> workers,
      Set<Operation> operations,
      List<Integer> clients,
      Taken taken) {
    store.restore();
    try (Side side = new ProductSide(store, workers)) {
      run(store.name() + ", product", side, operations, clients, taken);
    }
  }

  private void run(
      String what, Side side, Set<Operation> wanted, List<Integer> clients, Taken taken) {
    Set<Operation> operations = EnumSet.copyOf(wanted);
    operations.retainAll(side.operations());
    Load load = new Load(side.port());
    for (Operation operation : operations) {
      load.run(side.task(operation), WARM_CLIENTS, warming());
    }
    for (Operation operation : operations) {
      StringBuilder said = new StringBuilder();
      for (int many : clients) {
        Figures figures = load.run(side.task(operation), many, options.measured());
        taken.add(operation, many, figures);
        said.append(
                String.format(
                    "  %d: %.0f/s, p95 %.1f ms", many, figures.perSecond(), figures.p95()))
            .append(figures.failed() == 0 ? "" : " (" + figures.failed() + " failed)");
      }
      progress.say("%s: %s%s", what, operation.title(), said);
    }
  }

  /**
   * As long as is measured: compilers need some seconds, however short the measurement, and a whole
   * page of the product keeps them busy for most of a minute.
   */
  private Duration warming() {
    long seconds = Math.min(60, Math.max(3, options.measured().toSeconds()));
    return Duration.ofSeconds(seconds);
  }
}
