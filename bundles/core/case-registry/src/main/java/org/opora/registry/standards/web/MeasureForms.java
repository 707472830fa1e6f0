package org.opora.registry.standards.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.standards.Standards.NewMeasure;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.standards.application.PlanDesk;
import org.opora.registry.standards.application.RoundDesk;
import org.opora.registry.standards.application.RoundView;

/** The plan of improvement: the list, one measure, and what came of it. */
final class MeasureForms {
  private static final int ROWS = 40;
  private static final int WHAT = 1000;
  private static final int RESULT = 2000;
  private final RoundDesk rounds;
  private final PlanDesk plan;
  private final Staff staff;

  MeasureForms(RoundDesk rounds, PlanDesk plan, Staff staff) {
    this.rounds = rounds;
    this.plan = plan;
    this.staff = staff;
  }

  private static String path(UUID measure) {
    return "/standards/measures/" + measure;
  }

  private static boolean showsDone(Request request) {
    return request.query("show").filter("done"::equals).isPresent();
  }

  Reply list(Request request) {
    boolean done = showsDone(request);
    return new Model()
        .with(
            "measures",
            plan.list(request.viewer(), !done, request.query("after").orElse(null), ROWS))
        .with("show", done ? "done" : "open")
        .page("standards-plan");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    boolean open = !showsDone(request);
    return Reply.export(
        request,
        Sheet.<RoundView.Measure>of(
                "measures",
                "measure.title",
                (after, limit) -> plan.list(viewer, open, after, limit))
            .date("measure.due", RoundView.Measure::due)
            .text("measure.what", RoundView.Measure::what)
            .text("measure.criterion", RoundView.Measure::criterion)
            .text("measure.round", RoundView.Measure::roundTitle)
            .text("measure.doer", RoundView.Measure::doerName)
            .date("measure.doneOn", RoundView.Measure::doneOn)
            .text("measure.doneBy", RoundView.Measure::doneBy)
            .text("measure.result", RoundView.Measure::result));
  }

  Reply show(Request request) {
    return show(request, null);
  }

  Reply done(Request request) {
    Form form = request.form();
    UUID measure = request.id("measure");
    LocalDate on = form.requiredDate("on");
    String result = form.text("result", RESULT);
    if (result == null) {
      form.error("result", "form.required");
    }
    return form.attempt(
        () -> {
          plan.done(request.viewer(), measure, form.version(), on, result);
          return Reply.to(path(measure), Words.of("measure.done"));
        },
        wrong -> show(request, wrong));
  }

  private Reply show(Request request, Form form) {
    return new Model()
        .with("measure", plan.view(request.viewer(), request.id("measure")))
        .form("standards-measure", form);
  }

  Reply blank(Request request) {
    return blank(request, request.query("criterion").orElse(null), null);
  }

  Reply add(Request request) {
    Form form = request.form();
    UUID round = RoundPages.round(request);
    String criterion = form.line("criterion");
    NewMeasure measure = read(form);
    return form.attempt(
        () -> {
          rounds.improve(request.viewer(), round, criterion, measure);
          return Reply.to(RoundPages.path(round) + "#plan", Words.of("measure.planned"));
        },
        wrong -> blank(request, criterion, wrong));
  }

  private Reply blank(Request request, String criterion, Form form) {
    Viewer viewer = request.viewer();
    RoundView round = rounds.view(viewer, RoundPages.round(request));
    RoundView.Line line =
        criterion == null
            ? null
            : round.lines().stream()
                .filter(one -> one.code().equals(criterion))
                .findFirst()
                .orElseThrow(NotFound::new);
    return new Model()
        .with("round", round)
        .with("line", line)
        .with("doers", doers(viewer, null))
        .with("action", RoundPages.path(round.id()) + "/measures/new")
        .with("back", RoundPages.path(round.id()))
        .with("draft", "measure-new-" + round.id() + (line == null ? "" : "-" + line.code()))
        .form("standards-measure-form", form);
  }

  Reply edit(Request request) {
    return edit(request, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    UUID measure = request.id("measure");
    NewMeasure now = read(form);
    return form.attempt(
        () -> {
          plan.amend(request.viewer(), measure, form.version(), now);
          return Reply.to(path(measure), Words.of("measure.saved"));
        },
        wrong -> edit(request, wrong));
  }

  private Reply edit(Request request, Form form) {
    Viewer viewer = request.viewer();
    RoundView.Measure measure = plan.view(viewer, request.id("measure"));
    return new Model()
        .with("measure", measure)
        .with("doers", doers(viewer, measure.doer()))
        .with("action", path(measure.id()) + "/edit")
        .with("back", path(measure.id()))
        .with("draft", "measure-" + measure.id())
        .form("standards-measure-form", form);
  }

  Reply withdraw(Request request) {
    UUID measure = request.id("measure");
    UUID round = plan.view(request.viewer(), measure).round();
    try {
      plan.withdraw(request.viewer(), measure);
      return Reply.to(RoundPages.path(round) + "#plan", Words.of("measure.withdrawn"));
    } catch (Refused refused) {
      Form form = request.form();
      form.refused(refused);
      return show(request, form);
    }
  }

  private static NewMeasure read(Form form) {
    String what = form.text("what", WHAT);
    if (what == null) {
      form.error("what", "form.required");
    }
    UUID doer = form.requiredId("doer");
    return new NewMeasure(what, doer == null ? null : new StaffId(doer), form.requiredDate("due"));
  }

  private List<Choice> doers(Viewer viewer, StaffId now) {
    Set<StaffId> able = plan.doers(viewer);
    return staff.all(viewer).stream()
        .filter(member -> able.contains(member.id()) || member.id().equals(now))
        .map(member -> new Choice(member.id().toString(), member.name()))
        .toList();
  }
}
