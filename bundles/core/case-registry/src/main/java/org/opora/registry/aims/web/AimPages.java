package org.opora.registry.aims.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.aims.domain.Whose;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Words;
import org.opora.registry.shared.web.YesNo;

/** Agreed aims of a file: the part with all of them, and the forms. */
final class AimPages {
  private final CaseFrame frame;
  private final AimsDesk desk;
  private final Messages messages;

  AimPages(CaseFrame frame, AimsDesk desk, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.messages = messages;
  }

  /** One aim with everything that was agreed. */
  Reply one(Request request) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("aim", Shown.of(aim(request), header))
        .page("aim");
  }

  /** How it read before. */
  Reply former(Request request) {
    AimView aim = aim(request);
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("aim", aim)
        .with(
            "former",
            desk.former(request.viewer(), header.id(), aim.id()).stream()
                .map(one -> new Shown.Before(one, aim, header))
                .toList())
        .page("aim-versions");
  }

  /** A step is taken. */
  Reply done(Request request) {
    return take(request, true);
  }

  /** That it is taken was a mistake. */
  Reply undone(Request request) {
    return take(request, false);
  }

  private Reply take(Request request, boolean done) {
    UUID aim = request.id("aim");
    desk.take(request.viewer(), CaseFrame.file(request), aim, request.id("step"), done);
    return Reply.to(
        "/files/" + CaseFrame.file(request) + "/aims/" + aim,
        Words.of(done ? "aim.step.noted" : "aim.step.open-again"));
  }

  /** All aims, or only those that last. */
  Reply part(Request request) {
    CaseFiles.Header header = frame.header(request);
    boolean brief = request.query("show").filter("open"::equals).isPresent();
    return frame
        .model(request, header, null)
        .with("brief", brief)
        .with(
            "aims",
            desk.of(request.viewer(), header.id()).stream()
                .filter(aim -> !brief || !aim.ended())
                .map(aim -> Shown.of(aim, header))
                .toList())
        .page("aims-part");
  }

  Reply blank(Request request) {
    return form(request, null, null);
  }

  Reply agree(Request request) {
    Form form = request.form();
    AimsDesk.NewAim aim = AimFields.read(form);
    return form.attempt(
        () -> {
          desk.agree(request.viewer(), CaseFrame.file(request), aim);
          return back(request, "aim.saved");
        },
        wrong -> form(request, wrong, null));
  }

  Reply edit(Request request) {
    return form(request, null, aim(request));
  }

  Reply amend(Request request) {
    Form form = request.form();
    AimView before = aim(request);
    AimsDesk.NewAim now = AimFields.read(form);
    return form.attempt(
        () -> {
          desk.amend(request.viewer(), CaseFrame.file(request), before.id(), form.version(), now);
          return back(request, "aim.saved");
        },
        wrong -> form(request, wrong, before));
  }

  Reply askReview(Request request) {
    return review(request, null, aim(request));
  }

  Reply review(Request request) {
    Form form = request.form();
    AimView aim = aim(request);
    LocalDate on = form.requiredDate("on");
    AimResult result = form.requiredChoice("result", AimResult.class);
    String words = AimFields.required(form, "words");
    YesNo goesOn = form.requiredChoice("goesOn", YesNo.class);
    LocalDate next = goesOn == YesNo.YES ? form.requiredDate("nextOn") : null;
    Map<UUID, AimResult> goals = new HashMap<>();
    aim.now()
        .goals()
        .forEach(
            goal ->
                goals.put(goal.id(), form.requiredChoice("goal-" + goal.id(), AimResult.class)));
    return form.attempt(
        () -> {
          desk.review(
              request.viewer(),
              CaseFrame.file(request),
              aim.id(),
              form.version(),
              new AimsDesk.NewReview(on, result, words, next, goals));
          return back(request, "aim.reviewed");
        },
        wrong -> review(request, wrong, aim));
  }

  private AimView aim(Request request) {
    UUID key = request.id("aim");
    return desk.find(request.viewer(), CaseFrame.file(request), key);
  }

  private Reply form(Request request, Form form, AimView aim) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("action", request.path())
        .with("aim", aim == null ? null : Shown.of(aim, header))
        .with("goals", AimFields.goals(form, aim))
        .with("steps", AimFields.steps(form, aim))
        .with("whose", Choice.of(messages, request.locale(), "aim-whose", Whose.values()))
        .form("aim-form", form);
  }

  private Reply review(Request request, Form form, AimView aim) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("action", request.path())
        .with("aim", Shown.of(aim, header))
        .with("results", Choice.of(messages, request.locale(), "aim-result", AimResult.values()))
        .with("goesOn", YesNo.choices(messages, request.locale(), "aim.goesOn"))
        .form("aim-review", form);
  }

  private static Reply back(Request request, String done) {
    CaseFileId file = CaseFrame.file(request);
    return Reply.to("/files/" + file + "/tab/aims", Words.of(done));
  }
}
