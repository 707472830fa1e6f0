package org.opora.registry.plans.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanDesk.NewLine;
import org.opora.registry.plans.application.PlanDesk.NewPlan;
import org.opora.registry.plans.application.PlanView;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanTerms;
import org.opora.registry.shared.web.Words;

/** The forms of plans: their lines stand in numbered rows. */
final class PlanForms {
  private static final int TEXT = 4000;
  private static final int LINE = 500;
  private static final int MOST_HOURS = 200;
  private static final int FEW = 3;
  private final CaseFrame frame;
  private final PlanDesk desk;
  private final Messages messages;

  PlanForms(CaseFrame frame, PlanDesk desk, Messages messages) {
    this.frame = frame;
    this.desk = desk;
    this.messages = messages;
  }

  /**
   * @param line null when nothing is there yet
   */
  public record Row(int number, PlanView.Line line) {}

  static String path(CaseFileId file, UUID plan) {
    return "/files/" + file + "/plans/" + plan;
  }

  Reply blank(Request request, PlanKind kind) {
    return form(request, null, kind, null);
  }

  Reply draw(Request request, PlanKind kind) {
    Form form = request.form();
    NewPlan plan = read(form);
    return form.attempt(
        () -> {
          CaseFileId file = CaseFrame.file(request);
          UUID id = desk.draw(request.viewer(), file, kind, whose(request, kind), plan);
          return Reply.to(path(file, id), Words.of("plan.saved"));
        },
        wrong -> form(request, wrong, kind, null));
  }

  private static PersonId whose(Request request, PlanKind kind) {
    return new PersonId(request.id(kind == PlanKind.STAY ? "child" : "carer"));
  }

  Reply edit(Request request) {
    PlanView plan = plan(request);
    return form(request, null, plan.kind(), plan);
  }

  Reply amend(Request request) {
    Form form = request.form();
    PlanView before = plan(request);
    NewPlan now = read(form);
    return form.attempt(
        () -> {
          CaseFileId file = CaseFrame.file(request);
          desk.amend(request.viewer(), file, before.id(), form.version(), now);
          return Reply.to(path(file, before.id()), Words.of("plan.saved"));
        },
        wrong -> form(request, wrong, before.kind(), before));
  }

  private static NewPlan read(Form form) {
    List<NewLine> lines = new ArrayList<>();
    for (int i = 1; i <= PlanDesk.MOST_LINES; i++) {
      lines.add(
          new NewLine(
              form.choice("area" + i, Area.class),
              form.text("line" + i, LINE),
              form.text("how" + i, LINE),
              form.date("due" + i),
              form.number("hours" + i, 1, MOST_HOURS)));
    }
    return new NewPlan(
        new PlanTerms(
            form.requiredDate("on"),
            form.requiredDate("first"),
            form.requiredDate("last"),
            form.requiredDate("reviewOn")),
        required(form, "words"),
        lines);
  }

  private static String required(Form form, String field) {
    String text = form.text(field, TEXT);
    if (form.raw(field).isBlank()) {
      form.error(field, Words.of("refused.required"));
    }
    return text;
  }

  private PlanView plan(Request request) {
    return desk.find(request.viewer(), CaseFrame.file(request), request.id("plan"));
  }

  private Reply form(Request request, Form form, PlanKind kind, PlanView plan) {
    CaseFiles.Header header = frame.header(request);
    PersonId whose = plan == null ? whose(request, kind) : plan.whose();
    PersonName name = Named.name(header, kind, whose);
    if (name == null && plan == null) {
      throw new NotFound();
    }
    return frame
        .model(request, header, null)
        .with("action", request.path())
        .with("kind", kind.name())
        .with("whose", whose)
        .with("name", name)
        .with("plan", plan)
        .with("lines", rows(form, plan))
        .with("areas", Choice.of(messages, request.locale(), "plan-area", Area.values()))
        .form("plan-form", form);
  }

  /** Those there are, and some more to write in; a row that somebody wrote in is shown again. */
  private static List<Row> rows(Form form, PlanView plan) {
    List<PlanView.Line> now = plan == null ? List.of() : plan.now().lines();
    int rows = Math.min(PlanDesk.MOST_LINES, now.size() + FEW);
    for (int i = rows + 1; form != null && i <= PlanDesk.MOST_LINES; i++) {
      if (!form.raw("line" + i).isBlank()) {
        rows = i;
      }
    }
    return IntStream.rangeClosed(1, rows)
        .mapToObj(number -> new Row(number, number > now.size() ? null : now.get(number - 1)))
        .toList();
  }

  Reply askReview(Request request) {
    return review(request, null, plan(request));
  }

  Reply review(Request request) {
    Form form = request.form();
    PlanView plan = plan(request);
    LocalDate on = form.requiredDate("on");
    LocalDate next = form.date("nextOn");
    String words = required(form, "words");
    return form.attempt(
        () -> {
          CaseFileId file = CaseFrame.file(request);
          desk.review(request.viewer(), file, plan.id(), form.version(), on, words, next);
          return Reply.to(path(file, plan.id()), Words.of("plan.reviewed"));
        },
        wrong -> review(request, wrong, plan));
  }

  private Reply review(Request request, Form form, PlanView plan) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("action", request.path())
        .with("of", Named.of(plan, header))
        .form("plan-review", form);
  }
}
