package org.opora.registry.files.web;

import java.time.LocalDate;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.KindDesk;
import org.opora.registry.files.domain.ApplicantStage;
import org.opora.registry.shared.web.Words;

/** The way of applicants for adoption or foster care. */
final class StagePages {
  private final CaseFrame frame;
  private final KindDesk desk;
  private final Messages messages;

  StagePages(CaseFrame frame, KindDesk desk, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.messages = messages;
  }

  /** A part of the overview. */
  Reply part(Request request) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("stages", desk.stages(request.viewer(), header.id()))
        .page("stages-part");
  }

  Reply blank(Request request) {
    return page(request, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    ApplicantStage stage = form.requiredChoice("stage", ApplicantStage.class);
    LocalDate on = form.requiredDate("on");
    return form.attempt(
        () -> {
          desk.reach(request.viewer(), file, stage, on);
          return Reply.to("/files/" + file, Words.of("stage.saved"));
        },
        wrong -> page(request, wrong));
  }

  /** Takes back what was written by mistake. */
  Reply strikeOut(Request request) {
    CaseFileId file = CaseFrame.file(request);
    desk.strikeOut(request.viewer(), file, request.id("stage"));
    return Reply.to("/files/" + file, Words.of("stage.struck-out"));
  }

  private Reply page(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    if (!header.kind().applicants()) {
      throw new NotFound();
    }
    return frame
        .model(request, header, null)
        .with("stages", Choice.of(messages, request.locale(), "stage", ApplicantStage.values()))
        .form("stage-form", form);
  }
}
