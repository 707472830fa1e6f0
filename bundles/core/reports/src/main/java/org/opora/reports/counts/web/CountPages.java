package org.opora.reports.counts.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.opora.api.documents.Printing;
import org.opora.api.faults.NotFound;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.api.web.Centre;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.reports.counts.application.CountDesk;
import org.opora.reports.counts.application.NewRequest;
import org.opora.reports.counts.application.RequestView;
import org.opora.reports.counts.application.RequestView.Kept;
import org.opora.reports.counts.application.RequestView.Line;
import org.opora.reports.counts.domain.CountRequest.State;
import org.opora.reports.counts.domain.KeptFigure;
import org.opora.reports.shared.Words;
import org.opora.reports.statistics.application.StatisticPaper;
import org.opora.reports.statistics.web.FigureSheets;

/** Counts that somebody asked for: recorded, counted, looked through, given. */
final class CountPages {
  private static final int PAGE = 50;
  private static final int UNPROCESSABLE = 422;
  private static final String HOME = "/statistics/counts";
  private static final int LONGEST = 2000;
  private final CountDesk desk;
  private final Messages messages;
  private final StatisticPaper paper;

  CountPages(CountDesk desk, Messages messages, Printing printing, Centre centre) {
    this.desk = desk;
    this.messages = messages;
    this.paper = new StatisticPaper(printing, messages, centre);
  }

  Reply list(Request request) {
    return Reply.page(
        "counts",
        Map.of("page", desk.list(request.viewer(), request.query("after").orElse(null), PAGE)));
  }

  Reply export(Request request) {
    return Reply.export(
        request,
        Sheet.<RequestView>of(
                "counts",
                "counts.title",
                (after, limit) -> desk.list(request.viewer(), after, limit))
            .text("counts.askedBy", one -> one.asked().askedBy())
            .date("counts.deliveredOn", one -> one.asked().deliveredOn())
            .date("counts.from", one -> one.asked().from())
            .date("counts.asOf", one -> one.asked().asOf())
            .date("counts.due", RequestView::due)
            .date("counts.answeredOn", RequestView::answeredOn)
            .date("counts.voidOn", RequestView::voidOn)
            .namesNobody());
  }

  Reply blank(Request request) {
    return form(request, null, null);
  }

  Reply record(Request request) {
    Form form = request.form();
    NewRequest now = read(form);
    return form.attempt(
        () ->
            Reply.to(HOME + "/" + desk.record(request.viewer(), now), Words.of("counts.recorded")),
        wrong -> form(request, wrong, null));
  }

  Reply edit(Request request) {
    return form(request, null, view(request));
  }

  Reply amend(Request request) {
    Form form = request.form();
    NewRequest now = read(form);
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), request.id("request"), form.version(), now);
          return Reply.to(home(request), Words.of("counts.saved"));
        },
        wrong -> form(request, wrong, view(request)));
  }

  private static NewRequest read(Form form) {
    return new NewRequest(
        form.requiredLine("askedBy"),
        form.text("what", LONGEST),
        form.requiredDate("deliveredOn"),
        form.requiredDate("from"),
        form.requiredDate("asOf"));
  }

  private static Reply form(Request request, Form form, RequestView view) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("request", view);
    model.put("today", request.viewer().today());
    return wrong(Reply.page("counts-form", model), form);
  }

  private static Reply wrong(Reply.Page page, Form form) {
    return form == null || form.valid() ? page : page.status(UNPROCESSABLE);
  }

  private RequestView view(Request request) {
    return desk.view(request.viewer(), request.id("request"));
  }

  private static String home(Request request) {
    return HOME + "/" + request.id("request");
  }

  Reply show(Request request) {
    return request.query("part").filter("progress"::equals).isPresent()
        ? progress(request)
        : show(request, null);
  }

  private Reply show(Request request, Form form) {
    RequestView view = view(request);
    Map<String, Object> model = new HashMap<>();
    model.put("request", view);
    model.put("changes", desk.changes(request.viewer(), view.id()));
    model.put("tables", tables(request.locale(), desk.kept(request.viewer(), view.id())));
    model.put("form", form);
    model.put("today", request.viewer().today());
    return wrong(Reply.page("count", model), form);
  }

  /** A kept table in the language of its reader. */
  public record TableView(String title, List<String> columns, List<RowView> rows) {}

  /** A row of it; nothing where there was nothing to count. */
  public record RowView(String title, boolean part, List<KeptFigure> figures) {}

  private static List<TableView> tables(Locale language, List<Kept> kept) {
    return kept.stream()
        .map(
            table ->
                new TableView(
                    table.title().in(language),
                    table.columns().stream().map(title -> title.in(language)).toList(),
                    table.lines().stream()
                        .map(
                            line ->
                                new RowView(line.title().in(language), line.part(), line.figures()))
                        .toList()))
        .toList();
  }

  Reply count(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          desk.count(request.viewer(), request.id("request"), form.version());
          return Reply.to(home(request), Words.of("counts.begun"));
        },
        wrong -> show(request, wrong));
  }

  /** The part of the page that asks again until all is kept. */
  private Reply progress(Request request) {
    RequestView view = view(request);
    return view.progress().state() == State.COUNTING
        ? Reply.page("count-progress", Map.of("request", view))
        : Reply.to(home(request));
  }

  Reply answer(Request request) {
    Form form = request.form();
    var on = form.requiredDate("answeredOn");
    return form.attempt(
        () -> {
          desk.answer(request.viewer(), request.id("request"), form.version(), on);
          return Reply.to(home(request), Words.of("counts.given"));
        },
        wrong -> show(request, wrong));
  }

  Reply mistake(Request request) {
    return mistake(request, null);
  }

  private Reply mistake(Request request, Form form) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("request", view(request));
    return wrong(Reply.page("count-mistake", model), form);
  }

  Reply takeBack(Request request) {
    Form form = request.form();
    String why = form.text("why", LONGEST);
    return form.attempt(
        () -> {
          desk.takeBack(request.viewer(), request.id("request"), form.version(), why);
          return Reply.to(home(request), Words.of("counts.taken-back"));
        },
        wrong -> mistake(request, wrong));
  }

  Reply behind(Request request) {
    CountDesk.Behind behind = behind(request, request.query("after").orElse(null), PAGE);
    FigureSheets.shows(request, behind.list());
    records(request, behind);
    Map<String, Object> model = new HashMap<>();
    model.put("behind", behind);
    model.put("table", behind.figure().tableTitle().in(request.locale()));
    model.put("row", behind.figure().rowTitle().in(request.locale()));
    model.put("column", behind.figure().columnTitle().in(request.locale()));
    model.put("list", behind.list());
    model.put("page", new Page<>(behind.list().lines(), behind.list().next()));
    return Reply.page("count-list", model);
  }

  /** Also where nobody of the list is shown. */
  private static void records(Request request, CountDesk.Behind behind) {
    request.records(
        "statistic="
            + behind.figure().where().statistic()
            + ";figure="
            + behind.figure().figure().code()
            + ";request="
            + behind.request().id());
  }

  private CountDesk.Behind behind(Request request, String after, int limit) {
    return desk.behind(request.viewer(), request.id("request"), request.id("figure"), after, limit);
  }

  Reply exportList(Request request) {
    CountDesk.Behind first = behind(request, null, 1);
    records(request, first);
    Locale language = request.locale();
    return Reply.export(
        request,
        FigureSheets.of(
                first.figure().figure(),
                desk.file(
                    request.viewer(),
                    first.request().id(),
                    first.figure().id(),
                    FigureSheets::closed))
            .on(first.request().asked().asOf())
            .narrowed(
                said(language, first.figure().tableTitle()),
                said(language, first.figure().rowTitle()),
                said(language, first.figure().columnTitle())));
  }

  /** Words that were kept, as a text. */
  private static Text said(Locale language, Title title) {
    return Words.of("counts.said", title.in(language));
  }

  /** Figures of a row, each with where it stands. */
  private record Cell(Kept table, Line line, KeptFigure figure) {}

  Reply exportFigures(Request request) {
    RequestView view = counted(request);
    Locale language = request.locale();
    List<Cell> cells =
        desk.kept(request.viewer(), view.id()).stream()
            .flatMap(
                table ->
                    table.lines().stream()
                        .flatMap(
                            line ->
                                line.figures().stream()
                                    .filter(Objects::nonNull)
                                    .map(figure -> new Cell(table, line, figure))))
            .toList();
    return Reply.export(
        request,
        Sheet.of("count-figures", "counts.figures", cells)
            .text("statistics.table", cell -> cell.table().title().in(language))
            .text("statistics.row", cell -> cell.line().title().in(language))
            .text("statistics.column", cell -> cell.figure().columnTitle().in(language))
            .number("statistics.figure", cell -> cell.figure().figure().shown())
            .on(view.asked().asOf())
            .namesNobody());
  }

  private RequestView counted(Request request) {
    RequestView view = view(request);
    if (view.progress().state() != State.COUNTED) {
      throw new NotFound();
    }
    return view;
  }

  Reply pdf(Request request) {
    RequestView view = counted(request);
    Locale language = request.locale();
    String above = messages.text(language, "statistics.row");
    List<StatisticPaper.Sheet> sheets =
        tables(language, desk.kept(request.viewer(), view.id())).stream()
            .map(table -> sheet(language, above, table))
            .toList();
    request.records("format=pdf;request=" + view.id());
    return new Reply.Download(
        messages.text(language, "counts.file", view.asked().deliveredOn()) + ".pdf",
        "application/pdf",
        paper.pdf(
            language,
            Words.of("counts.paper"),
            List.of(
                Words.of("counts.paper.asked", view.asked().askedBy(), view.asked().deliveredOn()),
                Words.of("statistics.between", view.asked().from(), view.asked().asOf()),
                Words.of("counts.paper.as-of", view.asked().asOf())),
            List.of(
                new StatisticPaper.Chapter(
                    Words.of("counts.figures"), List.of(Words.of("counts.kept.how")), sheets))));
  }

  private static StatisticPaper.Sheet sheet(Locale language, String above, TableView table) {
    List<String> columns = new ArrayList<>();
    columns.add(above);
    columns.addAll(table.columns());
    return new StatisticPaper.Sheet(
        table.title(),
        columns,
        table.rows().stream()
            .map(
                row -> {
                  List<String> cells = new ArrayList<>();
                  cells.add(row.title());
                  row.figures()
                      .forEach(
                          one ->
                              cells.add(
                                  one == null
                                      ? null
                                      : StatisticPaper.number(language, one.figure())));
                  return cells;
                })
            .toList());
  }
}
