package org.opora.registry.files.web;

import java.time.LocalDate;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Words;

/** Corrects what stands on the cover of a file. */
final class CoverForm {
  private final CaseFrame frame;
  private final CaseFiles files;

  CoverForm(CaseFrame frame, CaseFiles files) {
    this.frame = frame;
    this.files = files;
  }

  Reply edit(Request request) {
    return page(request, null);
  }

  Reply save(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    String number = form.requiredLine("number");
    String familyName = form.requiredLine("familyName");
    LocalDate openedOn = form.requiredDate("openedOn");
    return form.attempt(
        () -> {
          files.amend(
              request.viewer(),
              file,
              form.version(),
              new CaseFiles.NewFile(number, familyName, openedOn));
          return Reply.to("/files/" + file, Words.of("cover.saved"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    CaseFiles.Cover cover = files.cover(request.viewer(), CaseFrame.file(request));
    frame.shows(request, cover.header());
    return frame.model(request, cover.header(), null).with("cover", cover).form("cover-edit", form);
  }
}
