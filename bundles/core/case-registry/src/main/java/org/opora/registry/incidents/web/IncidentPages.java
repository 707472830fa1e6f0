package org.opora.registry.incidents.web;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.incidents.application.IncidentDesk;
import org.opora.registry.incidents.application.IncidentLine;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.persistence.Wanted;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The list of incidents, on the screen, on paper and as a file; the card; the part of a file. */
final class IncidentPages {
  private static final int ROWS = 40;
  private static final int CARD = 8;
  private static final int OF_A_FILE = 50;
  private static final int PAGE = 100;
  private static final int ON_PAPER = 500;
  private final CaseFrame frame;
  private final IncidentDesk desk;
  private final Messages messages;

  IncidentPages(CaseFrame frame, IncidentDesk desk, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.messages = messages;
  }

  Reply list(Request request) {
    IncidentFilter filter = IncidentFilter.of(request);
    Page<IncidentLine> page =
        desk.list(request.viewer(), filter.wanted(), request.query("after").orElse(null), ROWS);
    return model(request, filter, page).with("paper", false).page("incidents");
  }

  /** The list as it is printed: whole, as far as paper is of use. */
  Reply print(Request request) {
    IncidentFilter filter = IncidentFilter.of(request);
    List<IncidentLine> all = new ArrayList<>();
    String after = null;
    do {
      Page<IncidentLine> page = desk.list(request.viewer(), filter.wanted(), after, PAGE);
      all.addAll(page.items());
      after = page.next();
    } while (after != null && all.size() < ON_PAPER);
    return model(request, filter, new Page<>(all, after)).with("paper", true).page("incidents");
  }

  private Model model(Request request, IncidentFilter filter, Page<IncidentLine> page) {
    Viewer viewer = request.viewer();
    shows(request, page.items());
    return new Model()
        .with("incidents", page)
        .with("show", filter.show())
        .with("month", filter.month())
        .with("kind", filter.kind())
        .with("months", filter.months(viewer.today()))
        .with("kinds", Choice.of(messages, viewer.locale(), "incident.kind", Kind.values()))
        .with("asked", filter.asked());
  }

  private static Text[] chosen(Wanted wanted) {
    List<Text> chosen = new ArrayList<>();
    chosen.add(Words.of("incidents.show." + wanted.show()));
    if (wanted.month() != null) {
      chosen.add(
          Words.of(
              "export.month", wanted.month().getMonthValue() + "/" + wanted.month().getYear()));
    }
    if (wanted.kind() != null) {
      chosen.add(Words.of("incident.kind." + wanted.kind()));
    }
    return chosen.toArray(Text[]::new);
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    Wanted wanted = IncidentFilter.of(request).wanted();
    return Reply.export(
        request,
        Sheet.<IncidentLine>of(
                "incidents",
                "incidents.title",
                (after, limit) -> desk.list(viewer, wanted, after, limit))
            .date("incident.on", IncidentLine::on)
            .text("incident.kind", row -> Words.of("incident.kind." + row.kind()))
            .text(
                "incident.family",
                row ->
                    row.label() == null
                        ? Words.of("incident.family.unseen")
                        : row.label().familyName())
            .text("file.no", row -> row.label() == null ? null : row.label().number())
            .text("incident.state", row -> Words.of("incident.state." + row.state()))
            .date("incident.closedOn", IncidentLine::closedOn)
            .text("incident.author", IncidentLine::author)
            .about(row -> List.of(Subject.of(row.file())))
            .narrowed(chosen(wanted)));
  }

  /** What is open, of one's own; of everybody for whoever may see all. */
  Reply card(Request request) {
    Page<IncidentLine> page = desk.list(request.viewer(), Wanted.open(), null, CARD);
    shows(request, page.items());
    return new Model().with("incidents", page).page("incidents-card");
  }

  Reply ofFile(Request request) {
    CaseFiles.Header header = frame.header(request);
    Page<IncidentLine> page =
        desk.list(
            request.viewer(),
            new Wanted(Wanted.Show.ALL, null, null, header.id()),
            null,
            OF_A_FILE);
    return new Model()
        .with("file", header)
        .with("incidents", page)
        .with("leads", desk.leads(request.viewer(), header.id()))
        .with("works", desk.works(request.viewer(), header.id()))
        .page("incidents-part");
  }

  private static void shows(Request request, List<IncidentLine> lines) {
    request.shows(lines.stream().map(IncidentLine::file).distinct().map(Subject::of).toList());
  }
}
