package org.opora.registry.files.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** How long a closed file stays, the archive, and the files that may go in a year. */
final class ArchivePages {
  private static final int ROWS = 50;
  private static final int EARLIEST = 200;
  private final CaseFrame frame;
  private final ArchiveDesk desk;
  private final Messages messages;

  ArchivePages(CaseFrame frame, ArchiveDesk desk, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.messages = messages;
  }

  Reply show(Request request) {
    return file(request, null);
  }

  Reply archive(Request request) {
    Form form = request.form();
    String code = form.requiredLine("class");
    return form.attempt(
        () -> {
          CaseFileId file = CaseFrame.file(request);
          desk.archive(request.viewer(), file, form.version(), code);
          return Reply.to(path(file), Words.of("archive.done"));
        },
        wrong -> file(request, wrong));
  }

  Reply bringBack(Request request) {
    Form form = request.form();
    String why = form.requiredLine("why");
    return form.attempt(
        () -> {
          CaseFileId file = CaseFrame.file(request);
          desk.bringBack(request.viewer(), file, form.version(), why);
          return Reply.to("/files/" + file, Words.of("archive.back.done"));
        },
        wrong -> file(request, wrong));
  }

  private Reply file(Request request, Form form) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    ArchiveDesk.Stay stay = desk.stay(viewer, header.id()).orElseThrow(NotFound::new);
    return frame
        .model(request, header, null)
        .with("stay", stay)
        .with("action", path(header.id()))
        .with("classes", stay.may() ? classes(viewer) : List.of())
        .form("archive-file", form);
  }

  private List<Choice> classes(Viewer viewer) {
    return desk.classes(viewer).stream()
        .map(one -> new Choice(one.code(), messages.text(viewer.locale(), one.title())))
        .toList();
  }

  private static String path(CaseFileId file) {
    return "/files/" + file + "/archive";
  }

  Reply ask(Request request) {
    return new Model().with("found", null).page("archive");
  }

  Reply find(Request request) {
    Form form = request.form();
    String words = form.requiredLine("words");
    String why = form.requiredLine("why");
    ArchiveDesk.Found found = null;
    if (form.valid()) {
      try {
        found = desk.find(request.viewer(), words, why);
        request.shows(found.lines().stream().map(line -> Subject.of(line.file())).toList());
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return new Model().with("found", found).form("archive", form);
  }

  Reply due(Request request) {
    int year = year(request);
    Page<ArchiveDesk.Line> page =
        desk.due(request.viewer(), year, request.query("after").orElse(null), ROWS);
    request.shows(page.items().stream().map(line -> Subject.of(line.file())).toList());
    return new Model()
        .with("files", page)
        .with("year", year)
        .with("latest", latest(request))
        .with("query", "year=" + year)
        .with("rules", desk.rules(request.viewer()))
        .page("archive-due");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    int year = year(request);
    return Reply.export(
        request,
        Sheet.of(
                "archive-due",
                "archive.due.title",
                (after, limit) -> desk.due(viewer, year, after, limit))
            .text("file.no", ArchiveDesk.Line::number)
            .text("files.column", ArchiveDesk.Line::familyName)
            .date("archive.closed", ArchiveDesk.Line::closedOn)
            .text("archive.class", ArchiveDesk.Line::title)
            .date("archive.on", ArchiveDesk.Line::archivedOn)
            .about(line -> List.of(Subject.of(line.file()))));
  }

  private static int year(Request request) {
    int now = request.viewer().today().getYear();
    try {
      int year = Integer.parseInt(request.query("year").orElse(""));
      return Math.max(now - EARLIEST, Math.min(year, latest(request)));
    } catch (NumberFormatException none) {
      return now;
    }
  }

  /** One prepares what goes next year; a list of everything that ever may go is none of work. */
  private static int latest(Request request) {
    return request.viewer().today().getYear() + 1;
  }
}
