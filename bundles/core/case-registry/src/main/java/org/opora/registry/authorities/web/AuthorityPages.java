package org.opora.registry.authorities.web;

import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.addressees.Addressees;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.authorities.application.AuthorityDesk;
import org.opora.registry.directory.web.BodyField;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Who gets the report on a family, and which authority is competent for whom. */
final class AuthorityPages {
  private static final String OFFICE = "office";
  private final CaseFrame frame;
  private final Addressees addressees;
  private final AuthorityDesk desk;
  private final BodyField field;

  AuthorityPages(CaseFrame frame, Addressees addressees, AuthorityDesk desk, BodyField field) {
    this.frame = frame;
    this.addressees = addressees;
    this.desk = desk;
    this.field = field;
  }

  /** The tab of the case file. */
  Reply tab(Request request) {
    CaseFiles.Header header = frame.header(request);
    Addressees.Report report = addressees.report(request.viewer(), header.id());
    return new Model().with("file", header).with("report", report).page("addressees");
  }

  Reply ask(Request request) {
    return page(request, null);
  }

  Reply state(Request request) {
    Form form = request.form();
    BodyField.Named office = field.read(request, form, OFFICE, null);
    if (office.text() == null) {
      form.error(OFFICE, "form.required");
    }
    var since = form.requiredDate("since");
    return form.attempt(
        () -> {
          CaseFileId file = CaseFrame.file(request);
          desk.state(request.viewer(), file, person(request), office.body(), office.text(), since);
          return Reply.to(back(file), Words.of("authority.saved"));
        },
        wrong -> page(request, wrong));
  }

  Reply withdraw(Request request) {
    Form form = request.form();
    UUID entry = form.requiredId("entry");
    if (form.valid()) {
      try {
        desk.withdraw(
            request.viewer(), CaseFrame.file(request), person(request), entry, form.version());
        return Reply.to(path(request), Words.of("authority.withdrawn"));
      } catch (Stale changed) {
        form.stale();
      }
    }
    return page(request, form);
  }

  private Reply page(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    PersonId person = person(request);
    AuthorityDesk.Known known = desk.of(request.viewer(), header.id(), person);
    request.shows(List.of(Subject.of(person)));
    Model model =
        frame
            .model(request, header, null)
            .with("known", known)
            .with("action", path(request))
            .with("back", back(header.id()));
    return field.fill(model, request, form, OFFICE, null).form("authority-form", form);
  }

  private static String path(Request request) {
    return "/files/" + CaseFrame.file(request) + "/authorities/" + person(request);
  }

  private static String back(CaseFileId file) {
    return "/files/" + file + "/tab/addressees";
  }

  private static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }
}
