package org.opora.benchmark.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.opora.benchmark.Progress;
import org.opora.benchmark.report.Line;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Until;
import org.opora.driver.Visitor;

/** Start, memory at rest, and how fast a module comes and goes. */
public final class Life {
  private static final int READY = 10_000;
  private static final int RESIDENT = 400;
  private static final int PAGE = 1_000;
  private static final int STARTS = 3;
  private static final int CYCLES = 5;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String MODULE = "supervised-contacts";
  private static final String HOME = "/m/" + MODULE;
  private final Duration rest;
  private final Progress progress;

  public Life(Duration rest, Progress progress) {
    this.rest = rest;
    this.progress = progress;
  }

  public List<Line> measure() {
    List<Line> lines = new ArrayList<>();
    emptyHouse(lines);
    demoCentre(lines);
    lines.forEach(line -> progress.say("%s: %s", line.what(), line.measured()));
    return lines;
  }

  private void emptyHouse(List<Line> lines) {
    try (Product product = Product.fresh("life").start()) {
      lines.add(time("start to ready, first start", product.startedIn().toMillis(), READY));
      modules(product, lines);
    }
  }

  private void demoCentre(List<Line> lines) {
    Product product = Product.fresh("demo", "--demo");
    try (product) {
      product.start();
      lines.add(
          Line.plain(
              "first start with --demo, its 60 families written meanwhile",
              product.startedIn().toMillis() + " ms"));
    }
    long[] starts = new long[STARTS];
    try (product) {
      for (int start = 0; start < STARTS; start++) {
        if (start > 0) {
          product.stop();
        }
        product.start();
        starts[start] = product.startedIn().toMillis();
      }
      Arrays.sort(starts);
      lines.add(
          time(
              "start to ready, later start with demo data, middle of " + STARTS,
              starts[STARTS / 2],
              READY));
      LockSupport.parkNanos(rest.toNanos());
      lines.add(resident(product));
    }
  }

  private Line resident(Product product) {
    double resident = Memory.resident(product.pid());
    return Line.of(
        "resident memory " + rest.toSeconds() + " s after ready, demo data",
        String.format(Locale.ROOT, "%.0f MiB", resident),
        "≤ " + RESIDENT + " MB",
        resident * 1.048576 <= RESIDENT);
  }

  private void modules(Product product, List<Line> lines) {
    Visitor director = People.director(product);
    long[] installs = new long[CYCLES];
    long[] removals = new long[CYCLES];
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      installs[cycle] = change(director, "install", 200);
      removals[cycle] = change(director, "remove", 410);
    }
    long first = installs[0];
    Arrays.sort(installs);
    Arrays.sort(removals);
    lines.add(
        time("module installed on the page Modules to its first page, first time", first, PAGE));
    lines.add(time("the same, middle of " + CYCLES, installs[CYCLES / 2], PAGE));
    lines.add(
        Line.plain(
            "module removed until its page says so, middle of " + CYCLES,
            removals[CYCLES / 2] + " ms"));
    long begin = System.nanoTime();
    product.cli().run("module", "install", MODULE).expectOk();
    await(director, 200);
    lines.add(
        time(
            "bin/opora module install to the first page, its own start included",
            since(begin),
            PAGE));
  }

  /** From the click to the page. */
  private static long change(Visitor director, String what, int status) {
    String action = "/modules/" + MODULE + "/" + what;
    var plan = director.get(action).page();
    long begin = System.nanoTime();
    Visitor.Answer answer = director.submit(plan, action, Map.of());
    if (answer.status() != 303) {
      throw new IllegalStateException(action + " answered " + answer.status());
    }
    await(director, status);
    return since(begin);
  }

  private static void await(Visitor director, int status) {
    Until.isTrue(HOME + " answers " + status, LONG, () -> director.get(HOME).status() == status);
  }

  private static long since(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private static Line time(String what, long millis, int limit) {
    return Line.of(what, millis + " ms", "≤ " + limit + " ms", millis <= limit);
  }
}
