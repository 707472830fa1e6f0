package org.opora.reports.statistics.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opora.api.documents.Printing;
import org.opora.api.faults.NotFound;
import org.opora.api.paging.Page;
import org.opora.api.statistics.Period;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.reports.shared.Words;
import org.opora.reports.statistics.application.StatisticBook;
import org.opora.reports.statistics.application.StatisticPaper;
import org.opora.reports.statistics.web.TableView.Cell;

/** Figures of a period: each statistic is counted as a request of its own. */
final class StatisticPages {
  private static final int PAGE = 50;
  private static final String FIGURE = "figure";
  private final StatisticBook book;
  private final Messages messages;
  private final StatisticPaper paper;

  StatisticPages(StatisticBook book, Messages messages, Printing printing, Centre centre) {
    this.book = book;
    this.messages = messages;
    this.paper = new StatisticPaper(printing, messages, centre);
  }

  /** Says what there is; what is counted comes when it is ready, one after the other. */
  Reply show(Request request) {
    Period period = Periods.of(request);
    Map<String, Object> model = model(period);
    model.put("statistics", book.all(request.viewer()));
    model.put("offers", Periods.offers(request.viewer().today()));
    return Reply.page("statistics", model);
  }

  private static Map<String, Object> model(Period period) {
    Map<String, Object> model = new HashMap<>();
    model.put("from", period.from());
    model.put("until", period.until());
    model.put("query", Periods.query(period));
    return model;
  }

  Reply tables(Request request) {
    Period period = Periods.of(request);
    StatisticBook.Counted counted =
        book.count(request.viewer(), request.variable("statistic"), period);
    Locale language = request.locale();
    Map<String, Object> model = model(period);
    model.put("statistic", counted.head());
    model.put(
        "tables",
        counted.tables().stream().map(table -> TableView.of(messages, language, table)).toList());
    return Reply.page("statistic", model);
  }

  Reply export(Request request) {
    Period period = Periods.of(request);
    StatisticBook.Counted counted =
        book.count(request.viewer(), request.variable("statistic"), period);
    return Reply.export(
        request,
        Sheet.of(
                "statistic",
                "statistics.title",
                counted.tables().stream()
                    .flatMap(table -> TableView.cells(table).stream())
                    .toList())
            .text("statistics.table", cell -> cell.table().title())
            .text("statistics.row", cell -> cell.row().title())
            .text("statistics.column", Cell::column)
            .number("statistics.figure", cell -> cell.figure().shown())
            .on(period.until())
            .narrowed(counted.head().title(), between(period))
            .namesNobody());
  }

  private static Text between(Period period) {
    return Words.of("statistics.between", period.from(), period.until());
  }

  Reply pdf(Request request) {
    Period period = Periods.of(request);
    Locale language = request.locale();
    String above = messages.text(language, "statistics.row");
    List<StatisticPaper.Chapter> chapters =
        book.all(request.viewer()).stream()
            .map(head -> book.count(request.viewer(), head.id(), period))
            .map(
                counted ->
                    new StatisticPaper.Chapter(
                        counted.head().title(),
                        List.of(counted.head().explained()),
                        counted.tables().stream()
                            .map(table -> paper.sheet(language, table, above))
                            .toList()))
            .toList();
    LocalDate today = request.viewer().today();
    request.records("format=pdf;from=" + period.from() + ";until=" + period.until());
    return new Reply.Download(
        messages.text(language, "statistics.file", period.from(), period.until()) + ".pdf",
        "application/pdf",
        paper.pdf(
            language,
            Words.of("statistics.title"),
            List.of(between(period), Words.of("statistics.counted-on", today)),
            chapters));
  }

  /** Without the name of a figure there is nothing to list. */
  Reply behind(Request request) {
    if (request.query(FIGURE).isEmpty()) {
      return Reply.to("/statistics");
    }
    Period period = Periods.of(request);
    StatisticBook.Behind behind =
        behind(request, period, request.query("after").orElse(null), PAGE);
    Map<String, Object> model = model(period);
    FigureSheets.shows(request, behind.list());
    records(request, period);
    model.put("behind", behind);
    model.put("list", behind.list());
    model.put("page", new Page<>(behind.list().lines(), behind.list().next()));
    return Reply.page("statistic-list", model);
  }

  private StatisticBook.Behind behind(Request request, Period period, String after, int limit) {
    return book.behind(
        request.viewer(),
        request.variable("statistic"),
        period,
        request.query(FIGURE).orElseThrow(NotFound::new),
        after,
        limit);
  }

  /** Also where nobody of the list is shown: that it was looked for says something. */
  private static void records(Request request, Period period) {
    request.records(
        "statistic="
            + request.variable("statistic")
            + ";figure="
            + request.query(FIGURE).orElseThrow(NotFound::new)
            + ";from="
            + period.from()
            + ";until="
            + period.until());
  }

  Reply exportList(Request request) {
    if (request.query(FIGURE).isEmpty()) {
      return Reply.to("/statistics");
    }
    Period period = Periods.of(request);
    StatisticBook.Behind first = behind(request, period, null, 1);
    records(request, period);
    return Reply.export(
        request,
        FigureSheets.of(
                first.figure(),
                book.file(
                    request.viewer(),
                    first.head().id(),
                    period,
                    first.figure().code(),
                    FigureSheets::closed))
            .on(period.until())
            .narrowed(first.table().title(), first.row(), first.column(), between(period)));
  }
}
