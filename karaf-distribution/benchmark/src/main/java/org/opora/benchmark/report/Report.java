package org.opora.benchmark.report;

import com.google.gson.GsonBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opora.benchmark.load.Figures;

/** Everything that was measured, as a table for people and as JSON for machines. */
public final class Report {
  private final Machine machine;
  private final LocalDate day;
  private final String how;
  private final List<String> databases = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<PageLine> pages = new ArrayList<>();

  /**
   * @param how in words, what was run for how long
   */
  public Report(Machine machine, LocalDate day, String how) {
    this.machine = machine;
    this.day = day;
    this.how = how;
  }

  public void database(String name) {
    if (!databases.contains(name)) {
      databases.add(name);
    }
  }

  public void add(List<Line> more) {
    lines.addAll(more);
  }

  public void addPages(List<PageLine> more) {
    pages.addAll(more);
  }

  public String json() {
    return new GsonBuilder()
        .setPrettyPrinting()
        .create()
        .toJson(new Written(day.toString(), how, machine, databases, lines, pages));
  }

  private record Written(
      String day,
      String how,
      Machine machine,
      List<String> databases,
      List<Line> lines,
      List<PageLine> pages) {}

  public String markdown() {
    StringBuilder text = new StringBuilder();
    line(text, "%s, %s", day, how);
    line(text, "");
    line(
        text,
        "%d cores (%s), %d GiB of memory, %s, %s; %s.",
        machine.cores(),
        machine.processor(),
        machine.memory(),
        machine.system(),
        machine.java(),
        String.join(", ", databases));
    if (!lines.isEmpty()) {
      line(text, "");
      line(text, "| | Measured | Target | |");
      line(text, "|---|---|---|---|");
      lines.forEach(
          one ->
              line(
                  text,
                  "| %s | %s | %s | %s |",
                  one.what(),
                  one.measured(),
                  one.target() == null ? "" : one.target(),
                  met(one.met())));
    }
    if (!pages.isEmpty()) {
      line(text, "");
      line(
          text,
          "| Database | | Clients | Floor: a second (p50 / p95 / p99 ms) | Opora: a second (p50 / p95 / p99 ms) | Opora to floor | Target | |");
      line(text, "|---|---|---|---|---|---|---|---|");
      pages.forEach(one -> page(text, one));
    }
    return text.toString();
  }

  private static void page(StringBuilder text, PageLine one) {
    line(
        text,
        "| %s | %s | %d | %s | %s | %.2f | %s | %s |",
        one.database(),
        one.operation(),
        one.clients(),
        figures(one.floor()),
        figures(one.product()),
        one.ratio(),
        one.target() == 0 ? "" : String.format(Locale.ROOT, "≥ %.2f", one.target()),
        met(one.met()));
  }

  static String figures(Figures figures) {
    return String.format(
            Locale.ROOT,
            "%.0f (%.1f / %.1f / %.1f)",
            figures.perSecond(),
            figures.p50(),
            figures.p95(),
            figures.p99())
        + (figures.failed() == 0 ? "" : ", **" + figures.failed() + " failed**");
  }

  private static String met(Boolean met) {
    if (met == null) {
      return "";
    }
    return met ? "met" : "**not met**";
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
