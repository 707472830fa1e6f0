package org.opora.registry.intake.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opora.api.documents.Printing;
import org.opora.api.faults.NotFound;
import org.opora.api.paging.Page;
import org.opora.api.statistics.FigureList;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.Provision;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.intake.application.ReturnDesk.Behind;
import org.opora.registry.intake.application.ReturnDesk.Figures;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The lists behind the figures of a yearly return, and the return on paper. */
@Component
public final class ReturnLists implements RouteSet {
  private static final int PAGE = 50;
  private static final String HOME = "/inquiries/return";
  private static final String LIST = HOME + "/list";
  private static final String FIGURE = "figure";
  private final ReturnDesk desk;
  private final Printing printing;
  private final Centre centre;
  private final Messages messages;

  @Activate
  public ReturnLists(
      @Reference ReturnDesk desk,
      @Reference Printing printing,
      @Reference Centre centre,
      @Reference Messages messages) {
    this.desk = desk;
    this.printing = printing;
    this.centre = centre;
    this.messages = messages;
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(LIST, Intake.RETURN, this::list),
        Route.page(LIST + "/export", Intake.RETURN, this::export),
        Route.page(HOME + "/pdf", Intake.RETURN, this::pdf));
  }

  /** Without the name of a figure there is nothing to list. */
  private Reply list(Request request) {
    if (request.query(FIGURE).isEmpty()) {
      return Reply.to(HOME);
    }
    Behind behind = behind(request, request.query("after").orElse(null), PAGE);
    request.shows(
        behind.list().lines().stream()
            .flatMap(line -> line.shown().subjects().stream())
            .distinct()
            .toList());
    records(request, behind);
    return new Model()
        .with("behind", behind)
        .with("list", behind.list())
        .with("page", new Page<>(behind.list().lines(), behind.list().next()))
        .page("return-list");
  }

  /** Also where nobody of the list is shown. */
  private static void records(Request request, Behind behind) {
    request.records("figure=" + behind.figure().code() + ";year=" + behind.year());
  }

  private Behind behind(Request request, String after, int limit) {
    return desk.behind(
        request.viewer(),
        ReturnPages.year(request, desk),
        request.query(FIGURE).orElseThrow(NotFound::new),
        after,
        limit);
  }

  private Reply export(Request request) {
    if (request.query(FIGURE).isEmpty()) {
      return Reply.to(HOME);
    }
    Behind first = behind(request, null, 1);
    records(request, first);
    return Reply.export(
        request,
        Sheet.<FigureList.Line>of(
                "return-list",
                "return.list.title",
                desk.file(
                    request.viewer(),
                    first.year(),
                    first.figure().code(),
                    closed -> Words.of("return.list.closed", closed)))
            .text("return.list.name", line -> line.shown().name())
            .text("return.list.what", line -> line.shown().what())
            .date("return.list.on", line -> line.shown().on())
            .number("return.list.amount", line -> first.shown(line.amount()))
            .about(line -> line.shown().subjects())
            .on(LocalDate.of(first.year(), 12, 31))
            .narrowed(first.figure().what()));
  }

  private Reply pdf(Request request) {
    int year = ReturnPages.year(request, desk);
    Figures figures = desk.of(request.viewer(), year);
    // It leaves the house and names nobody.
    request.records("format=pdf;year=" + year);
    Locale language = request.locale();
    boolean changed = figures.changed();
    List<String> columns = new ArrayList<>(List.of(said(language, "return.what")));
    columns.add(said(language, "return.count"));
    if (changed) {
      columns.add(said(language, "return.now"));
    }
    NumberFormat number = NumberFormat.getNumberInstance(language);
    List<List<String>> rows = new ArrayList<>();
    for (ReturnDesk.Figure figure : figures.rows()) {
      List<String> row = new ArrayList<>();
      row.add(messages.text(language, figure.what()));
      row.add(figure.count() == null ? null : number.format(figure.countShown()));
      if (changed) {
        row.add(figure.now() == null ? null : number.format(figure.nowShown()));
      }
      rows.add(row);
    }
    String title = said(language, "return.title", year);
    List<Printing.Part> parts = new ArrayList<>();
    parts.add(new Printing.Words(messages.text(language, state(request, figures))));
    parts.add(new Printing.Grid(title, columns, rows));
    Provision provision = desk.provision(request.viewer(), year);
    add(parts, language, "return.words.material", provision.material());
    add(parts, language, "return.words.staffing", provision.staffing());
    return new Reply.Download(
        said(language, "return.pdf.file", year) + ".pdf",
        "application/pdf",
        printing.pdf(
            new Printing.Paper(
                language,
                Stream.of(centre.name()).filter(name -> name != null && !name.isBlank()).toList(),
                title,
                parts)));
  }

  /** What the centre says itself; nothing where it has nothing to say. */
  private void add(List<Printing.Part> parts, Locale language, String key, String words) {
    if (words != null) {
      parts.add(new Printing.Heading(said(language, key)));
      words.lines().filter(line -> !line.isBlank()).map(Printing.Words::new).forEach(parts::add);
    }
  }

  private static Text state(Request request, Figures figures) {
    return figures.filedOn() == null
        ? Words.of("return.pdf.open", request.viewer().today())
        : Words.of(
            "return.filed.on",
            figures.filedOn(),
            figures.filedBy() == null ? "" : figures.filedBy());
  }

  private String said(Locale language, String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }
}
