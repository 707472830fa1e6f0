package org.opora.benchmark.measure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.jsoup.nodes.Document;
import org.opora.benchmark.Options;
import org.opora.benchmark.Progress;
import org.opora.benchmark.data.Worker;
import org.opora.benchmark.load.Ask;
import org.opora.benchmark.load.Figures;
import org.opora.benchmark.load.Load;
import org.opora.benchmark.load.Task;
import org.opora.benchmark.report.Line;
import org.opora.benchmark.store.Store;
import org.opora.driver.Visitor;

/**
 * Everything that a centre owes which remembers ten years, as its director asks for it: the first
 * page of the list, and the further ones by the key with which the one before ended.
 */
public final class CentreDuties {
  private static final int CLIENTS = 8;
  private static final double LONGEST = 300;
  private static final int ANEW = 9;
  private static final Duration WARM = Duration.ofSeconds(20);

  /** A line by each of these has to be there, or less than the whole was reckoned. */
  private static final Set<String> RULES =
      Set.of(
          "cz.visit",
          "cz.report",
          "cz.report-on-request",
          "cz.education",
          "cz.respite",
          "cz.respite-child");

  private final Options options;
  private final Progress progress;

  public CentreDuties(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  public List<Line> measure(Store store, List<Worker> workers) {
    store.restore();
    try (ProductSide side = new ProductSide(store, workers)) {
      Line whole = whole(store, side);
      DutyPages pages = DutyPages.walk(path -> page(side.director(), path));
      if (!pages.rules().containsAll(RULES)) {
        throw new IllegalStateException("the list has only lines by " + pages.rules());
      }
      progress.say(
          "%s: %d lines on %d pages, by %s",
          store.name(), pages.lines(), pages.pages().size(), pages.rules());
      Task first = (client, random) -> ask(side, pages.pages().get(0));
      List<DutyPages.Page> further = pages.further();
      Task next = (client, random) -> ask(side, further.get(random.nextInt(further.size())));
      List<Line> lines =
          List.of(
              line(store, pages, "first page", run(side, first)),
              line(store, pages, "further pages by key", run(side, next)),
              anew(store, side),
              whole);
      lines.forEach(line -> progress.say("%s: %s", line.what(), line.measured()));
      return lines;
    }
  }

  private static Document page(Visitor director, String path) {
    Visitor.Answer answer = director.get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + " answered " + answer.status());
    }
    return answer.page();
  }

  private static Ask ask(ProductSide side, DutyPages.Page page) {
    return side.page(page.path(), page.holds());
  }

  private Figures run(ProductSide side, Task task) {
    Load load = new Load(side.port());
    load.run(task, CLIENTS, WARM);
    return load.run(task, CLIENTS, options.measured().multipliedBy(options.rounds()));
  }

  /** What is kept of the list may be wrong once a visit is written: its family is reckoned anew. */
  private static Line anew(Store store, ProductSide side) {
    Load load = new Load(side.port());
    SplittableRandom random = new SplittableRandom(1);
    Task save = side.task(Operation.SAVE);
    Figures figures =
        load.after(
            () -> load.once(save.next(0, random)), side.page("/duties", "class=\"duty\""), ANEW);
    return Line.plain(
        store.name() + ": the same, first page after a visit was written, middle of " + ANEW,
        String.format(Locale.ROOT, "%.0f ms (longest %.0f ms)", figures.p50(), figures.p99()));
  }

  /** The first question after a start, or of a day: all families are reckoned. */
  private static Line whole(Store store, ProductSide side) {
    long sent = System.nanoTime();
    page(side.director(), "/duties");
    return Line.plain(
        store.name() + ": the same, first page after the start, once",
        String.format(Locale.ROOT, "%.0f ms", (System.nanoTime() - sent) / 1e6));
  }

  private Line line(Store store, DutyPages pages, String which, Figures figures) {
    Limit limit = Limit.of(LONGEST);
    return Line.of(
        String.format(
            Locale.ROOT,
            "%s: duties of the centre, %,d agreements with ten years (%,d lines), %s, %d clients,"
                + " p95",
            store.name(),
            options.agreements(),
            pages.lines(),
            which,
            CLIENTS),
        String.format(Locale.ROOT, "%.1f ms (p50 %.1f ms)", figures.p95(), figures.p50())
            + (figures.failed() == 0 ? "" : ", **" + figures.failed() + " failed**"),
        limit.words(),
        figures.sound() && limit.holds(figures.p95()));
  }
}
