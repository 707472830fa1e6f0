package org.opora.reports.annual.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opora.api.documents.Printing;
import org.opora.api.faults.NotFound;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.spi.YearTables;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.reports.annual.application.AnnualBook;
import org.opora.reports.annual.application.AnnualBook.Chapter;
import org.opora.reports.shared.Words;
import org.opora.reports.statistics.application.StatisticPaper;
import org.opora.reports.statistics.web.Periods;
import org.opora.reports.statistics.web.TableView;

/** The tables of the annual report: on a page, as a file, on paper. */
final class AnnualPages {
  private static final int YEARS_BACK = 5;
  private static final int FIRST = 1990;
  private final AnnualBook book;
  private final Messages messages;
  private final StatisticPaper paper;

  AnnualPages(AnnualBook book, Messages messages, Printing printing, Centre centre) {
    this.book = book;
    this.messages = messages;
    this.paper = new StatisticPaper(printing, messages, centre);
  }

  /** Says what there is; what is counted comes when it is ready, one after the other. */
  Reply show(Request request) {
    int year = year(request);
    int now = request.viewer().today().getYear();
    Map<String, Object> model = model(year);
    model.put("chapters", book.all(request.viewer()));
    model.put(
        "years",
        IntStream.range(0, YEARS_BACK).mapToObj(back -> String.valueOf(now - back)).toList());
    return Reply.page("annual", model);
  }

  /** A year has no thousands, so pages get it as a word. */
  private static Map<String, Object> model(int year) {
    Map<String, Object> model = new HashMap<>();
    model.put("year", String.valueOf(year));
    model.put("query", Periods.query(Period.year(year)));
    return model;
  }

  /**
   * The last year that is over, when the address names none: that is the one a report is on.
   *
   * @throws NotFound when it names something that is no year
   */
  private static int year(Request request) {
    int now = request.viewer().today().getYear();
    Optional<String> asked = request.query("year");
    if (asked.isEmpty()) {
      return now - 1;
    }
    return asked
        .filter(typed -> typed.matches("\\d{4}"))
        .map(Integer::valueOf)
        .filter(year -> year >= FIRST && year <= now)
        .orElseThrow(NotFound::new);
  }

  /** What stands beside the statistics. */
  Reply tables(Request request) {
    int year = year(request);
    Locale language = request.locale();
    YearTables one = book.one(request.viewer(), request.variable("chapter"));
    List<Table> tables = one.of(request.viewer(), year);
    Map<String, String> hrefs = new HashMap<>();
    tables.stream()
        .flatMap(Table::figures)
        .map(Figure::code)
        .forEach(code -> hrefs.put(code, one.href(year, code)));
    Map<String, Object> model = model(year);
    model.put("chapter", one.id());
    model.put("hrefs", hrefs);
    model.put(
        "tables", tables.stream().map(table -> TableView.of(messages, language, table)).toList());
    return Reply.page("annual-part", model);
  }

  /** A figure with where it stands. */
  private record Cell(Chapter chapter, TableView.Cell of) {}

  Reply export(Request request) {
    int year = year(request);
    return Reply.export(
        request,
        Sheet.of(
                "annual",
                "annual.title",
                book.count(request.viewer(), year).stream()
                    .flatMap(
                        counted ->
                            counted.tables().stream()
                                .flatMap(table -> TableView.cells(table).stream())
                                .map(cell -> new Cell(counted.chapter(), cell)))
                    .toList())
            .text("annual.chapter", cell -> cell.chapter().title())
            .text("statistics.table", cell -> cell.of().table().title())
            .text("statistics.row", cell -> cell.of().row().title())
            .text("statistics.column", cell -> cell.of().column())
            .number("statistics.figure", cell -> cell.of().figure().shown())
            .on(Period.year(year).until())
            .narrowed(title(year))
            .namesNobody());
  }

  private static Text title(int year) {
    return Words.of("annual.of", String.valueOf(year));
  }

  Reply pdf(Request request) {
    int year = year(request);
    Locale language = request.locale();
    String above = messages.text(language, "statistics.row");
    List<StatisticPaper.Chapter> chapters =
        book.count(request.viewer(), year).stream()
            .map(
                counted ->
                    new StatisticPaper.Chapter(
                        counted.chapter().title(),
                        List.of(counted.chapter().explained()),
                        counted.tables().stream()
                            .map(table -> paper.sheet(language, table, above))
                            .toList()))
            .toList();
    request.records("format=pdf;year=" + year);
    return new Reply.Download(
        messages.text(language, "annual.file", String.valueOf(year)) + ".pdf",
        "application/pdf",
        paper.pdf(
            language,
            title(year),
            List.of(Words.of("statistics.counted-on", request.viewer().today())),
            chapters));
  }
}
