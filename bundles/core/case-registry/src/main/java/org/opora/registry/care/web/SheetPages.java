package org.opora.registry.care.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Text;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.care.application.VisitSheets;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Words;

/** The sheet for a visit, on the screen and on paper. */
final class SheetPages {
  private final CaseFrame frame;
  private final VisitSheets sheets;

  SheetPages(CaseFrame frame, VisitSheets sheets) {
    this.frame = frame;
    this.sheets = sheets;
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    VisitSheets.Sheet sheet = sheets.of(viewer, header);
    request.shows(
        Stream.concat(sheet.promises().stream(), sheet.tasks().stream())
            .flatMap(task -> task.about().subjects().stream())
            .distinct()
            .toList());
    if (sheet.last() != null) {
      request.shows(sheet.last().present().stream().map(one -> Subject.of(one.person())).toList());
    }
    List<Row> rows =
        sheet.people().stream()
            .map(one -> new Row(one, Words.age(one.birthDate(), viewer.today())))
            .toList();
    return frame
        .model(request, header, null)
        .with("sheet", sheet)
        .with("rows", rows)
        .page("visit-sheet");
  }

  /** Somebody to meet, and how old they are. */
  public record Row(VisitSheets.Somebody who, Text age) {}
}
