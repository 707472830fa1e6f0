package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.Participant;
import org.opora.registry.people.web.Known;
import org.opora.registry.people.web.Question;
import org.opora.registry.shared.web.Words;

/** Who joins a family, and who of the staff works with it. */
final class MemberForms {
  private final CaseFrame frame;
  private final CaseFiles files;
  private final FamilyIntake intake;
  private final Known known;
  private final StaffChoices colleagues;

  MemberForms(CaseFrame frame, CaseFiles files, FamilyIntake intake, Known known, Staff staff) {
    this.frame = frame;
    this.files = files;
    this.intake = intake;
    this.known = known;
    this.colleagues = new StaffChoices(staff);
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

  Reply workers(Request request) {
    return page(request, "workers", null, Map.of());
  }

  Reply assign(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    StaffId keyWorker = staff(form.id("keyWorker"));
    StaffId deputy = staff(form.id("deputy"));
    LocalDate from = form.requiredDate("from");
    if (keyWorker != null && keyWorker.equals(deputy)) {
      form.error("deputy", Words.of("workers.same"));
    }
    if (form.valid()) {
      try {
        files.assign(request.viewer(), file, keyWorker, deputy, from);
        return afterAssign(request, file);
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return page(request, "workers", form, Map.of());
  }

  /**
   * Whoever has just handed a family over may not see it any more; then the list is the place to
   * go.
   */
  private Reply afterAssign(Request request, CaseFileId file) {
    boolean stillSeen = files.headers(request.viewer(), List.of(file)).containsKey(file);
    return Reply.to(stillSeen ? "/files/" + file : "/files", Words.of("workers.saved"));
  }

  private static StaffId staff(UUID key) {
    return key == null ? null : new StaffId(key);
  }

  private Reply page(Request request, String template, Form form, Map<String, Question> questions) {
    return frame
        .model(request, frame.header(request), null)
        .with("known", questions.get(""))
        .with("colleagues", colleagues.of(request.viewer()))
        .form(template, form);
  }
}
