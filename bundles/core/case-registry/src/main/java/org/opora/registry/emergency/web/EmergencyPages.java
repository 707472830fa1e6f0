package org.opora.registry.emergency.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.emergency.application.EmergencyEnds;
import org.opora.registry.emergency.application.EmergencyReviews;
import org.opora.registry.emergency.application.EmergencyReviews.Line;
import org.opora.registry.emergency.application.Wanted;
import org.opora.registry.emergency.domain.Verdict;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Opens a file in an emergency, ends it, and shows what was opened to whoever reviews it. */
final class EmergencyPages {
  private static final int ROWS = 50;
  private static final int ON_TODAY = 8;
  private static final String HOME = "/emergency";
  private static final String LIST = "/emergency/list";
  private final CaseFrame frame;
  private final EmergencyDesk desk;
  private final EmergencyEnds ends;
  private final EmergencyReviews reviews;
  private final Messages messages;

  EmergencyPages(
      CaseFrame frame,
      EmergencyDesk desk,
      EmergencyEnds ends,
      EmergencyReviews reviews,
      Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.ends = ends;
    this.reviews = reviews;
    this.messages = messages;
  }

  Reply ask(Request request) {
    return page(request, null);
  }

  Reply open(Request request) {
    Form form = request.form();
    String number = form.line("number");
    boolean numbered = number != null && !number.isBlank();
    LocalDate born = numbered ? null : form.date("born");
    if (!numbered && !form.checked("family") && !form.checked("given") && !form.checked("born")) {
      form.error("number", Words.of("emergency.refused.whom"));
    }
    for (String field : List.of("reason", "words")) {
      if (!form.checked(field)) {
        form.error(field, Words.of("refused.required"));
      }
    }
    Wanted wanted =
        numbered
            ? Wanted.numbered(number)
            : Wanted.of(form.line("given"), form.line("family"), born);
    return form.attempt(
        () -> {
          CaseFileId file =
              desk.open(request.viewer(), wanted, form.line("reason"), form.raw("words"));
          return Reply.to("/files/" + file, Words.of("emergency.opened"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    Viewer viewer = request.viewer();
    EmergencyDesk.Desk shown = desk.desk(viewer);
    request.shows(
        shown.own().stream()
            .filter(one -> one.file() != null)
            .map(one -> Subject.of(one.file().id()))
            .distinct()
            .toList());
    return new Model()
        .with("desk", shown)
        .with(
            "reasons",
            shown.reasons().stream()
                .map(one -> new Choice(one.code(), one.words().in(viewer.locale())))
                .toList())
        .with("least", EmergencyDesk.LEAST_WORDS)
        .form("emergency", form);
  }

  /** Back to where the access can still be seen. */
  Reply end(Request request) {
    UUID id = request.id("access");
    ends.end(request.viewer(), id);
    boolean reviews = request.viewer().may(EmergencyReviews.REVIEW);
    return Reply.to(reviews ? LIST + "/" + id : HOME, Words.of("emergency.ended"));
  }

  Reply list(Request request) {
    Page<Line> page = reviews.list(request.viewer(), request.query("after").orElse(null), ROWS);
    shows(request, page.items());
    return new Model().with("accesses", page).page("emergency-list");
  }

  Reply card(Request request) {
    List<Line> waiting = reviews.waiting(request.viewer(), ON_TODAY);
    shows(request, waiting);
    return new Model().with("accesses", waiting).page("emergency-card");
  }

  Reply one(Request request) {
    return one(request, null);
  }

  Reply review(Request request) {
    Form form = request.form();
    Verdict verdict = form.requiredChoice("verdict", Verdict.class);
    String words = form.requiredLine("words");
    return form.attempt(
        () -> {
          reviews.review(request.viewer(), request.id("access"), form.version(), verdict, words);
          return Reply.to(LIST, Words.of("emergency.reviewed"));
        },
        wrong -> one(request, wrong));
  }

  private Reply one(Request request, Form form) {
    Line line = reviews.one(request.viewer(), request.id("access"));
    shows(request, List.of(line));
    return new Model()
        .with("access", line)
        .with(
            "verdicts",
            Choice.of(messages, request.locale(), "emergency.verdict", Verdict.values()))
        .form("emergency-one", form);
  }

  Reply ofFile(Request request) {
    List<Line> lines = reviews.of(request.viewer(), CaseFrame.file(request));
    CaseFiles.Header header = frame.header(request);
    return frame.model(request, header, null).with("accesses", lines).page("emergency-file");
  }

  private static void shows(Request request, List<Line> lines) {
    request.shows(lines.stream().map(one -> Subject.of(one.subject())).distinct().toList());
  }
}
