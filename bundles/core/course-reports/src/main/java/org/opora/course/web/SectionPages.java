package org.opora.course.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.course.application.Drafting;
import org.opora.course.application.ReportReader;
import org.opora.course.application.ReportView;

/** A section is written; beside it stands what the records say. */
final class SectionPages {
  private final ReportReader reader;
  private final Drafting drafting;
  private final CaseFiles files;

  SectionPages(ReportReader reader, Drafting drafting, CaseFiles files) {
    this.reader = reader;
    this.drafting = drafting;
    this.files = files;
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  private Reply edit(Request request, Form form) {
    ReportView view = reader.toChange(request.viewer(), Pages.report(request));
    UUID key = request.id("section");
    for (ReportView.Part part : view.parts()) {
      for (ReportView.Section section : part.sections()) {
        if (section.id().equals(key)) {
          Pages.shows(request, view);
          Map<String, Object> model = new HashMap<>();
          model.put("head", view.head());
          model.put("file", files.header(request.viewer(), view.head().file()));
          model.put("part", part);
          model.put("section", section);
          model.put("form", form);
          return Pages.status(Reply.page("section-edit", model), form);
        }
      }
    }
    throw new NotFound();
  }

  Reply write(Request request) {
    Form form = request.form();
    // How long it is, is asked where line ends count once.
    String words = form.raw("words");
    return form.attempt(
        () -> {
          drafting.write(
              request.viewer(),
              Pages.report(request),
              request.id("section"),
              form.version(),
              words);
          return Pages.back(request, "section.saved");
        },
        wrong -> edit(request, wrong));
  }
}
