package org.opora.registry.complaints.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.paging.Page;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.opora.registry.complaints.application.ComplaintLine;
import org.opora.registry.complaints.persistence.ComplaintQueries.Show;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The list of complaints, the card of Today, the page of one, and how it is closed. */
final class ComplaintPages {
  private static final int ROWS = 40;
  private static final int CARD = 8;
  private final ComplaintDesk desk;

  ComplaintPages(ComplaintDesk desk) {
    this.desk = desk;
  }

  Reply list(Request request) {
    Show show = show(request);
    Page<ComplaintLine> complaints =
        desk.list(request.viewer(), show, request.query("after").orElse(null), ROWS);
    shows(request, complaints.items());
    return new Model().with("complaints", complaints).with("show", code(show)).page("complaints");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    Show show = show(request);
    return Reply.export(
        request,
        Sheet.<ComplaintLine>of(
                "complaints",
                "complaints.title",
                (after, limit) -> desk.list(viewer, show, after, limit))
            .text("complaint.number", ComplaintLine::number)
            .date("complaint.receivedOn", ComplaintLine::receivedOn)
            .text("complaint.how", row -> Words.of("complaint.how." + row.how()))
            .text(
                "complaint.complainant",
                row -> row.anonymous() ? Words.of("complaint.anonymous") : row.complainant())
            .text("complaint.about", row -> String.join(", ", row.aboutNames()))
            .text("complaint.matter", ComplaintLine::matter)
            .text("complaint.handler", ComplaintLine::handlerName)
            .date("complaint.due", ComplaintLine::due)
            .text("complaint.state", row -> Words.of("complaint.state." + row.state()))
            .text(
                "complaint.finding",
                row ->
                    row.finding() == null ? null : Words.of("complaint.finding." + row.finding()))
            .text("complaint.measures", ComplaintLine::measures)
            .date("complaint.answeredOn", ComplaintLine::answeredOn)
            .text("complaint.answeredBy", ComplaintLine::answeredByName)
            .text(
                "complaint.answeredHow",
                row ->
                    row.answeredHow() == null
                        ? null
                        : Words.of("complaint.how." + row.answeredHow()))
            .text("complaint.published", ComplaintLine::published)
            .yesNo("complaint.inTime", ComplaintLine::inTime)
            .date("complaint.closedOn", ComplaintLine::closedOn)
            .date("complaint.voidOn", ComplaintLine::voidOn)
            .about(row -> List.of(row.self())));
  }

  private static Show show(Request request) {
    return switch (request.query("show").orElse("")) {
      case "closed" -> Show.CLOSED;
      case "all" -> Show.ALL;
      default -> Show.OPEN;
    };
  }

  private static String code(Show show) {
    return show.name().toLowerCase(Locale.ROOT);
  }

  Reply card(Request request) {
    List<ComplaintLine> complaints = desk.pending(request.viewer(), CARD);
    shows(request, complaints);
    return new Model().with("complaints", complaints).page("complaints-card");
  }

  Reply show(Request request, Form form) {
    ComplaintLine complaint = line(request);
    boolean shown = form == null || form.errors().containsKey(Form.WHOLE);
    return new Model()
        .with("complaint", complaint)
        .with("former", desk.former(request.viewer(), complaint.id()))
        .with("version", shown ? complaint.version() : form.versionAgain(complaint.version()))
        .form("complaint", form);
  }

  Reply page(Request request) {
    return show(request, null);
  }

  Reply closing(Request request) {
    return closing(request, null);
  }

  Reply close(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          desk.close(request.viewer(), id(request), form.version());
          return Reply.to(path(request), Words.of("complaint.closed"));
        },
        wrong -> closing(request, wrong));
  }

  private Reply closing(Request request, Form form) {
    return new Model().with("complaint", line(request)).form("complaint-close", form);
  }

  Reply reopen(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          desk.reopen(request.viewer(), id(request), form.version());
          return Reply.to(path(request), Words.of("complaint.reopened"));
        },
        wrong -> show(request, wrong));
  }

  Reply striking(Request request) {
    return strikingOut(request, null);
  }

  Reply strikeOut(Request request) {
    Form form = request.form();
    String reason = form.requiredLine("reason");
    return form.attempt(
        () -> {
          desk.strikeOut(request.viewer(), id(request), form.version(), reason);
          return Reply.to(path(request), Words.of("complaint.struck-out"));
        },
        wrong -> strikingOut(request, wrong));
  }

  private Reply strikingOut(Request request, Form form) {
    return new Model().with("complaint", line(request)).form("complaint-strike-out", form);
  }

  private ComplaintLine line(Request request) {
    ComplaintLine complaint = desk.view(request.viewer(), id(request));
    shows(request, List.of(complaint));
    return complaint;
  }

  static UUID id(Request request) {
    return request.id("complaint");
  }

  static String path(Request request) {
    return "/complaints/" + id(request);
  }

  /** The trail names each complaint that was shown. */
  static void shows(Request request, Collection<ComplaintLine> complaints) {
    request.shows(complaints.stream().map(ComplaintLine::self).toList());
  }
}
