package org.opora.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opora.benchmark.Options.Part;
import org.opora.benchmark.data.Worker;
import org.opora.benchmark.measure.CentreDuties;
import org.opora.benchmark.measure.Centres;
import org.opora.benchmark.measure.Importing;
import org.opora.benchmark.measure.LargeSearch;
import org.opora.benchmark.measure.Life;
import org.opora.benchmark.measure.Pages;
import org.opora.benchmark.measure.YearStatistic;
import org.opora.benchmark.report.Machine;
import org.opora.benchmark.report.PageLine;
import org.opora.benchmark.report.Published;
import org.opora.benchmark.report.Report;
import org.opora.benchmark.store.Store;
import org.opora.benchmark.store.Stores;

/** Measures the product against its floor; see docs/benchmarks.md. */
public final class Benchmark {
  private final Options options;
  private final Progress progress;
  private final Report report;

  private Benchmark(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
    this.report = new Report(Machine.here(), LocalDate.now(), how(options));
  }

  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    Options options;
    try {
      options = Options.read(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.print(Options.USAGE);
      System.exit(2);
      return;
    }
    Benchmark benchmark = new Benchmark(options, new Progress(System.out));
    try {
      benchmark.measure();
    } finally {
      // What was measured before something failed took long enough.
      benchmark.write(Path.of(System.getProperty("opora.benchmark.results")));
    }
    benchmark.publish();
    System.out.println();
    System.out.print(benchmark.report.markdown());
    System.exit(0);
  }

  private static String how(Options options) {
    return String.format(
        Locale.ROOT,
        "%,d people; rounds of floor and product: %d, each figure measured for %d s in each",
        options.people(),
        options.rounds(),
        options.measured().toSeconds());
  }

  private void measure() throws IOException, SQLException {
    if (options.parts().contains(Part.LIFE)) {
      report.add(new Life(options.rest(), progress).measure());
    }
    if (options.parts().contains(Part.IMPORT)) {
      report.add(new Importing(options.importRows(), progress).measure());
    }
    for (String database : options.databases()) {
      List<PageLine> pages = pages(database);
      if (options.parts().contains(Part.SEARCH) && options.manyPeople() > 0) {
        search(database, pages);
      }
      if (options.parts().contains(Part.STATISTIC)
          || options.parts().contains(Part.DUTIES_CENTRE)) {
        tenYears(database);
      }
    }
  }

  private List<PageLine> pages(String database) throws SQLException {
    List<PageLine> lines = new ArrayList<>();
    boolean pages = options.parts().contains(Part.PAGES);
    boolean search = options.parts().contains(Part.SEARCH);
    if (pages || search) {
      try (Store store = Stores.open(database, "pages")) {
        List<Worker> workers = new Centres(progress).make(store, options.people(), pages);
        lines.addAll(
            pages
                ? new Pages(options, progress).measure(store, workers)
                : new LargeSearch(options, progress).measure(store, workers));
        report.database(store.name());
        report.addPages(lines);
      }
    }
    return lines;
  }

  private void search(String database, List<PageLine> smaller) throws SQLException {
    try (Store store = Stores.open(database, "search")) {
      List<Worker> workers = new Centres(progress).make(store, options.manyPeople(), false);
      List<PageLine> larger = new LargeSearch(options, progress).measure(store, workers);
      report.add(LargeSearch.compare(options.manyPeople(), smaller, larger));
    }
  }

  /** Both in the same centre, which takes a while to make. */
  private void tenYears(String database) throws SQLException {
    try (Store store = Stores.open(database, "ten-years")) {
      List<Worker> workers = new Centres(progress).ofTenYears(store, options.agreements());
      report.database(store.name());
      if (options.parts().contains(Part.STATISTIC)) {
        report.add(new YearStatistic(options, progress).measure(store, workers));
      }
      if (options.parts().contains(Part.DUTIES_CENTRE)) {
        report.add(new CentreDuties(options, progress).measure(store, workers));
      }
    }
  }

  private void write(Path results) throws IOException {
    Files.createDirectories(results);
    Files.writeString(results.resolve("benchmarks.md"), report.markdown(), StandardCharsets.UTF_8);
    Files.writeString(results.resolve("benchmarks.json"), report.json(), StandardCharsets.UTF_8);
    progress.say("written to %s", results);
  }

  private void publish() throws IOException {
    if (options.publish()) {
      Path page = Path.of(System.getProperty("opora.benchmark.page"));
      Files.writeString(
          page, Published.into(Files.readString(page), report.markdown()), StandardCharsets.UTF_8);
      progress.say("put into %s", page);
    }
  }
}
