package org.opora.registry.files.web;

import java.util.Map;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.Participant;
import org.opora.registry.people.web.Known;
import org.opora.registry.people.web.Question;
import org.opora.registry.shared.web.Words;

/** Who joins a family. */
final class MemberForms {
  private final CaseFrame frame;
  private final FamilyIntake intake;
  private final Known known;

  MemberForms(CaseFrame frame, FamilyIntake intake, Known known) {
    this.frame = frame;
    this.intake = intake;
    this.known = known;
  }

  Reply newCarer(Request request) {
    return page(request, "carer-new", null, Map.of());
  }

  Reply addCarer(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    Participants participants = new Participants(known, request);
    Participant carer = participants.carer("", form.requiredDate("from"));
    return form.attempt(
        () -> {
          intake.addCarer(request.viewer(), file, carer);
          return Reply.to("/files/" + file + "/people", Words.of("carer.added"));
        },
        wrong -> page(request, "carer-new", wrong, participants.questions()));
  }

  Reply newChild(Request request) {
    return page(request, "child-new", null, Map.of());
  }

  Reply addChild(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    Participants participants = new Participants(known, request);
    Participant child = participants.child("");
    return form.attempt(
        () -> {
          intake.addChild(request.viewer(), file, child);
          return Reply.to("/files/" + file, Words.of("child.added"));
        },
        wrong -> page(request, "child-new", wrong, participants.questions()));
  }

  private Reply page(Request request, String template, Form form, Map<String, Question> questions) {
    return frame
        .model(request, frame.header(request), null)
        .with("known", questions.get(""))
        .form(template, form);
  }
}
