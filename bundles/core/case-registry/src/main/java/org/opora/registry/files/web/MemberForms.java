package org.opora.registry.files.web;

import java.util.Map;
import org.opora.api.faults.Refused;
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
    if (form.valid()) {
      try {
        intake.addCarer(request.viewer(), file, carer);
        return Reply.to("/files/" + file + "/people", Words.of("carer.added"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return page(request, "carer-new", form, participants.questions());
  }

  Reply newChild(Request request) {
    return page(request, "child-new", null, Map.of());
  }

  Reply addChild(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    Participants participants = new Participants(known, request);
    Participant child = participants.child("");
    if (form.valid()) {
      try {
        intake.addChild(request.viewer(), file, child);
        return Reply.to("/files/" + file, Words.of("child.added"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return page(request, "child-new", form, participants.questions());
  }

  private Reply page(Request request, String template, Form form, Map<String, Question> questions) {
    return frame
        .model(request, frame.header(request), null)
        .with("known", questions.get(""))
        .form(template, form);
  }
}
