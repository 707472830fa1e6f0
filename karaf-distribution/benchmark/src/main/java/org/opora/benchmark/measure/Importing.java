package org.opora.benchmark.measure;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.opora.benchmark.Progress;
import org.opora.benchmark.data.RegisterFile;
import org.opora.benchmark.report.Line;
import org.opora.driver.Cli;
import org.opora.driver.Distribution;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/** A large register comes in by the remote control while its director watches the page. */
public final class Importing {
  private static final int LIMIT = 90;
  private static final int LARGE = 10_000;
  private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(500);
  private static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(");
  private final int rows;
  private final Progress progress;

  public Importing(int rows, Progress progress) {
    this.rows = rows;
    this.progress = progress;
  }

  public List<Line> measure() throws IOException {
    Path data = Distribution.freshData("import");
    Path collections = data.resolveSibling(data.getFileName() + ".gc");
    Path file = data.resolveSibling("register.csv");
    new RegisterFile(LocalDate.now()).write(file, rows);
    try (Product product =
        Product.on(data, "--demo", "empty")
            .with(Map.of("OPORA_JAVA_OPTS", "-Xlog:gc:file=" + collections + ":uptime"))
            .start()) {
      Visitor director = DemoPeople.director(product);
      long begin = System.nanoTime();
      CompletableFuture<Cli.Result> work =
          CompletableFuture.supplyAsync(
              () -> product.cli().run("import", file.toString(), "--json"));
      TreeSet<Integer> seen = watch(director, work);
      JsonObject result = JsonParser.parseString(work.join().expectOk().out()).getAsJsonObject();
      double seconds = (System.nanoTime() - begin) / 1e9;
      int created = result.get("created").getAsInt();
      if (created != rows) {
        throw new IllegalStateException("of " + rows + " rows " + created + " came in");
      }
      List<Line> lines =
          List.of(
              took(seconds),
              Line.of(
                  "different stages of it on the page meanwhile",
                  Integer.toString(seen.size()),
                  "> 2",
                  seen.size() > 2),
              Line.plain("most heap in use meanwhile, of 256 MiB", mostHeap(collections) + " MiB"),
              Line.plain(
                  "most resident memory meanwhile",
                  String.format(Locale.ROOT, "%.0f MiB", Memory.mostResident(product.pid()))));
      lines.forEach(line -> progress.say("%s: %s", line.what(), line.measured()));
      return lines;
    }
  }

  private Line took(double seconds) {
    String what = String.format(Locale.ROOT, "import of %,d rows", rows);
    String measured = String.format(Locale.ROOT, "%.1f s", seconds);
    return rows < LARGE
        ? Line.plain(what, measured)
        : Line.of(what, measured, "< " + LIMIT + " s", seconds < LIMIT);
  }

  /** Percentages that the page showed. */
  private static TreeSet<Integer> watch(Visitor director, CompletableFuture<?> work) {
    TreeSet<Integer> seen = new TreeSet<>();
    while (!work.isDone()) {
      Element run =
          director.get("/import").page().selectFirst("main a[href~=^/import/[0-9a-f-]{36}$]");
      if (run != null) {
        Element bar = director.get(run.attr("href") + "/progress").page().selectFirst("progress");
        if (bar != null) {
          seen.add(Integer.parseInt(bar.attr("value")));
        }
      }
      LockSupport.parkNanos(GLANCE);
    }
    return seen;
  }

  private static int mostHeap(Path collections) throws IOException {
    int most = 0;
    for (String line : Files.readAllLines(collections)) {
      Matcher heap = HEAP.matcher(line);
      if (heap.find()) {
        most = Math.max(most, Integer.parseInt(heap.group(1)));
      }
    }
    return most;
  }
}
