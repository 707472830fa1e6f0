package org.opora.registry.intake.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.application.RequestLine;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Requests of carers: in the file, on Today, in a list over all files. */
final class RequestPages {
  private static final int ROWS = 40;
  private static final int OF_A_FILE = 50;
  private static final int CARD = 8;
  private static final int TEXT = 4000;
  private final CaseFrame frame;
  private final RequestDesk desk;
  private final ContactLaw law;
  private final Messages messages;

  RequestPages(CaseFrame frame, RequestDesk desk, ContactLaw law, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.law = law;
    this.messages = messages;
  }

  Reply list(Request request) {
    boolean answered = answered(request);
    CaseFileId file = asked(request);
    Page<RequestLine> page =
        desk.list(request.viewer(), file, answered, request.query("after").orElse(null), ROWS);
    shows(request, page.items());
    return new Model()
        .with("requests", page)
        .with("answered", answered)
        .with("family", file == null ? null : frame.header(request, file))
        .with(
            "query",
            "show=" + (answered ? "answered" : "open") + (file == null ? "" : "&file=" + file))
        .page("requests");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    boolean answered = answered(request);
    CaseFileId file = asked(request);
    return Reply.export(
        request,
        Sheet.of(
                "requests",
                "requests.title",
                (after, limit) -> desk.list(viewer, file, answered, after, limit))
            .text("request.family", row -> row.file() == null ? "" : row.file().familyName())
            .text("request.file", row -> row.file() == null ? "" : row.file().number())
            .text("request.askedBy", RequestLine::personName)
            .date("request.askedOn", RequestLine::askedOn)
            .text("request.right", RequestLine::rightWords)
            .date("request.answerBy", RequestLine::answerBy)
            .date("request.offeredOn", RequestLine::offeredOn)
            .text(
                "request.outcome",
                row -> Words.of("request.outcome." + (row.open() ? "OPEN" : row.outcome())))
            .date("request.decidedOn", RequestLine::decidedOn)
            .about(RequestPages::subjects)
            .narrowed(
                Words.of(answered ? "requests.show.answered" : "requests.show.open"),
                Words.of(file == null ? "export.every-file" : "export.one-file")));
  }

  /** What waits for an answer, the most urgent first. */
  Reply card(Request request) {
    Page<RequestLine> page = desk.list(request.viewer(), null, false, null, CARD);
    shows(request, page.items());
    return new Model().with("requests", page).with("narrow", true).page("requests-card");
  }

  /** The overview of a file asks only for what is open. */
  Reply ofFile(Request request) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    Page<RequestLine> open = desk.list(viewer, header.id(), false, null, OF_A_FILE);
    boolean brief = request.query("show").filter("open"::equals).isPresent();
    Page<RequestLine> answered =
        brief ? Page.last(List.of()) : desk.list(viewer, header.id(), true, null, OF_A_FILE);
    shows(request, open.items());
    shows(request, answered.items());
    return new Model()
        .with("file", header)
        .with("requests", open)
        .with("finished", answered)
        .with("brief", brief)
        .page("requests-part");
  }

  Reply blank(Request request) {
    return form(request, frame.header(request), null, null);
  }

  Reply record(Request request) {
    CaseFiles.Header header = frame.header(request);
    Form form = request.form();
    RequestDesk.Asked asked = read(form);
    return form.attempt(
        () -> {
          UUID id = desk.record(request.viewer(), header.id(), asked);
          return Reply.to(path(header, id), Words.of("request.recorded"));
        },
        wrong -> form(request, header, null, wrong));
  }

  Reply edit(Request request) {
    CaseFiles.Header header = frame.header(request);
    return form(request, header, line(request, header), null);
  }

  Reply amend(Request request) {
    CaseFiles.Header header = frame.header(request);
    Form form = request.form();
    UUID id = request.id("request");
    RequestDesk.Asked asked = read(form);
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), id, form.version(), asked);
          return Reply.to(path(header, id), Words.of("request.saved"));
        },
        wrong -> form(request, header, line(request, header), wrong));
  }

  private static RequestDesk.Asked read(Form form) {
    LocalDate on = form.requiredDate("askedOn");
    UUID by = form.requiredId("askedBy");
    String right = form.requiredLine("right");
    String wish = form.text("wish", TEXT);
    if (wish == null) {
      form.error("wish", "form.required");
    }
    return new RequestDesk.Asked(on, by == null ? null : new PersonId(by), right, wish);
  }

  private Reply form(Request request, CaseFiles.Header header, RequestLine line, Form form) {
    Viewer viewer = request.viewer();
    String base = "/files/" + header.id();
    LocalDate day = line == null ? viewer.today() : line.askedOn();
    return frame
        .model(request, header, null)
        .with("entry", line)
        .with("action", line == null ? base + "/requests/new" : path(header, line.id()) + "/edit")
        .with("draft", line == null ? "request-new-" + header.id() : "request-" + line.id())
        .with("back", line == null ? base + "/tab/requests" : path(header, line.id()))
        .with("askers", askers(header, line))
        .with("rights", rights(viewer.locale(), day))
        .form("request-form", form);
  }

  /** Carers of the family; also who asked and has left it since. */
  private static List<Choice> askers(CaseFiles.Header header, RequestLine line) {
    List<Choice> askers =
        new ArrayList<>(
            header.carers().stream()
                .map(one -> new Choice(one.person().toString(), one.name().spoken()))
                .toList());
    boolean left =
        line != null
            && line.personName() != null
            && header.carers().stream().noneMatch(one -> one.person().equals(line.person()));
    if (left) {
      askers.add(new Choice(line.person().toString(), line.personName()));
    }
    return askers;
  }

  private List<Choice> rights(Locale locale, LocalDate day) {
    return law.rights(day).stream()
        .map(
            one ->
                new Choice(
                    one.code(),
                    messages.text(locale, "request.right.choice", one.text(), one.paragraph())))
        .toList();
  }

  Reply show(Request request) {
    return page(request, null);
  }

  Reply answer(Request request) {
    CaseFiles.Header header = frame.header(request);
    Form form = request.form();
    UUID id = request.id("request");
    RequestDesk.Answer answer =
        new RequestDesk.Answer(
            form.text("offer", TEXT),
            form.date("offeredOn"),
            form.choice("outcome", Outcome.class),
            form.date("decidedOn"),
            form.text("reason", TEXT));
    return form.attempt(
        () -> {
          desk.answer(request.viewer(), id, form.version(), answer);
          return Reply.to(
              path(header, id),
              answer.outcome() == null
                  ? Words.of("request.offer.saved")
                  : Words.of("request.closed"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    RequestLine line = line(request, header);
    return frame
        .model(request, header, null)
        .with("entry", line)
        .with(
            "outcomes",
            Choice.of(messages, request.viewer().locale(), "request.outcome", Outcome.values()))
        .form("request", form);
  }

  private RequestLine line(Request request, CaseFiles.Header header) {
    RequestLine line = desk.view(request.viewer(), header.id(), request.id("request"));
    shows(request, List.of(line));
    return line;
  }

  /** The family that the list is about; null for all. */
  private static CaseFileId asked(Request request) {
    try {
      return request.query("file").map(UUID::fromString).map(CaseFileId::new).orElse(null);
    } catch (IllegalArgumentException notOurs) {
      throw new NotFound();
    }
  }

  private static boolean answered(Request request) {
    return request.query("show").filter("answered"::equals).isPresent();
  }

  private static String path(CaseFiles.Header header, UUID request) {
    return "/files/" + header.id() + "/requests/" + request;
  }

  private static void shows(Request request, List<RequestLine> lines) {
    request.shows(lines.stream().flatMap(line -> subjects(line).stream()).distinct().toList());
  }

  private static List<Subject> subjects(RequestLine line) {
    return Stream.concat(
            line.file() == null ? Stream.of() : Stream.of(Subject.of(line.file().id())),
            line.personName() == null ? Stream.of() : Stream.of(Subject.of(line.person())))
        .toList();
  }
}
