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
    Product product = Product.fresh("life", "--demo");
    try (product) {
      product.start();
      lines.add(
          time("start to ready, first start (--demo)", product.startedIn().toMillis(), READY));
      Until.isTrue("the demo centre is there", Duration.ofMinutes(2), () -> demo(product) != null);
    }
    long[] starts = new long[STARTS];
    for (int start = 0; start < STARTS; start++) {
      product.start();
      starts[start] = product.startedIn().toMillis();
      if (start < STARTS - 1) {
        product.stop();
      }
    }
    try (product) {
      Arrays.sort(starts);
      lines.add(time("start to ready, later start", starts[STARTS / 2], READY));
      LockSupport.parkNanos(rest.toNanos());
      lines.add(resident(product));
      modules(product, lines);
    }
    lines.forEach(line -> progress.say("%s: %s", line.what(), line.measured()));
    return lines;
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
    Visitor director = DemoPeople.director(product);
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

  private static Visitor demo(Product product) {
    return DemoPeople.director(product);
  }

  private static long since(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private static Line time(String what, long millis, int limit) {
    return Line.of(what, millis + " ms", "≤ " + limit + " ms", millis <= limit);
  }
}
