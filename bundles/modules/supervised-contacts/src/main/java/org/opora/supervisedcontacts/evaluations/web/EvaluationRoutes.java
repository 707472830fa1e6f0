package org.opora.supervisedcontacts.evaluations.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.evaluations.application.EvaluationReader;
import org.opora.supervisedcontacts.evaluations.application.EvaluationView;
import org.opora.supervisedcontacts.evaluations.application.Evaluations;
import org.opora.supervisedcontacts.evaluations.application.NewEvaluation;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.EvaluationId;
import org.opora.supervisedcontacts.evaluations.domain.Learnt;
import org.opora.supervisedcontacts.evaluations.domain.Scales;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Evaluations of the contacts of a plan. */
@Component
public final class EvaluationRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final String OF_PLAN = ROOT + "/plans/{plan}/evaluations";
  private static final String EVALUATIONS = ROOT + "/evaluations/";
  private static final String EVALUATION = EVALUATIONS + "{evaluation}";
  private static final int WRONG = 422;
  private final Evaluations evaluations;
  private final EvaluationReader reader;
  private final PlanReader plans;
  private final ContactReader contacts;
  private final Messages messages;

  @Activate
  public EvaluationRoutes(
      @Reference Evaluations evaluations,
      @Reference EvaluationReader reader,
      @Reference PlanReader plans,
      @Reference ContactReader contacts,
      @Reference Messages messages) {
    this.evaluations = evaluations;
    this.reader = reader;
    this.plans = plans;
    this.contacts = contacts;
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(OF_PLAN, SupervisedContactsModule.READ, this::ofPlan),
        Route.page(OF_PLAN + "/new", SupervisedContactsModule.WRITE, this::blank),
        Route.post(OF_PLAN, SupervisedContactsModule.WRITE, this::evaluate),
        Route.page(EVALUATION, SupervisedContactsModule.READ, this::show),
        Route.page(EVALUATION + "/strike", SupervisedContactsModule.WRITE, this::askStrike),
        Route.post(EVALUATION + "/strike", SupervisedContactsModule.WRITE, this::strike));
  }

  private static PlanId plan(Request request) {
    return new PlanId(request.id("plan"));
  }

  private PlanView planView(Request request) {
    PlanView plan = plans.view(request.viewer(), plan(request));
    request.shows(
        Subject.of(new ChildFileId(plan.row().childFile())),
        Subject.of(new PersonId(plan.row().child())));
    return plan;
  }

  /** Part of the page of a plan, and a page of its own. */
  private Reply ofPlan(Request request) {
    PlanView plan = planView(request);
    EvaluationReader.OfPlan all = reader.of(request.viewer(), plan(request));
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("evaluations", all.evaluations());
    model.put("due", all.due());
    model.put("overdue", all.due() != null && all.due().overdue(request.viewer().today()));
    return Reply.page("plan-evaluations", model);
  }

  private Reply.Page blank(Request request) {
    PlanView plan = planView(request);
    EvaluationReader.OfPlan all = reader.of(request.viewer(), plan(request));
    Viewer viewer = request.viewer();
    LocalDate from = from(request, plan, all, viewer.today());
    LocalDate until = day(request, "until", viewer.today());
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("last", all.last());
    model.put("evaluations", all.evaluations());
    model.put("from", from);
    model.put("until", until);
    model.put("tally", contacts.tally(viewer, plan(request), from, until));
    model.put("parties", CancelledBy.values());
    model.put("wellbeings", scale(request, "evaluation.wellbeing."));
    model.put("cooperations", scale(request, "evaluation.cooperation."));
    model.put("decisions", options.of(Decision.class, "evaluation.decision"));
    model.put("learnts", options.of(Learnt.class, "learnt"));
    return Reply.page("evaluation-form", model);
  }

  /** The day after the last evaluation that stands, or the first day of the plan. */
  private static LocalDate from(
      Request request, PlanView plan, EvaluationReader.OfPlan all, LocalDate today) {
    LocalDate usual =
        all.evaluations().stream()
            .filter(one -> one.struck() == null)
            .map(one -> one.until().plusDays(1))
            .findFirst()
            .orElse(plan.row().validFrom());
    return day(request, "from", usual.isAfter(today) ? today : usual);
  }

  /** As typed in a form that is shown again, so that the numbers beside it are those. */
  private static LocalDate day(Request request, String field, LocalDate usual) {
    Form form = request.path().endsWith("/new") ? null : request.form();
    LocalDate typed = form == null ? null : form.date(field);
    return typed == null ? usual : typed;
  }

  private List<Choice> scale(Request request, String prefix) {
    return IntStream.rangeClosed(Scales.LEAST, Scales.MOST)
        .mapToObj(
            number ->
                new Choice(
                    String.valueOf(number), messages.text(request.locale(), prefix + number)))
        .toList();
  }

  private Reply evaluate(Request request) {
    Form form = request.form();
    NewEvaluation now =
        new NewEvaluation(
            form.requiredDate("from"),
            form.requiredDate("until"),
            form.number("wellbeing", Scales.LEAST, Scales.MOST),
            form.number("cooperation", Scales.LEAST, Scales.MOST),
            form.choice("decision", Decision.class),
            form.text("why", Evaluations.TEXT),
            form.text("view", Evaluations.TEXT),
            form.choice("learnt", Learnt.class));
    return form.attempt(
        () -> {
          EvaluationId id =
              evaluations.evaluate(request.viewer(), plan(request), form.version(), now);
          return Reply.to(EVALUATIONS + id, text("evaluation.saved"));
        },
        wrong -> blank(request).status(WRONG));
  }

  private EvaluationView view(Request request) {
    EvaluationView view = reader.view(request.viewer(), new EvaluationId(request.id("evaluation")));
    request.shows(Subject.of(view.whose().childFile()), Subject.of(view.whose().child()));
    return view;
  }

  private Reply show(Request request) {
    return page(view(request), "evaluation");
  }

  private static Reply.Page page(EvaluationView view, String template) {
    return Reply.page(
        template,
        Map.of(
            "evaluation", view,
            "tally", view.tally(),
            "from", view.from(),
            "until", view.until(),
            "parties", CancelledBy.values()));
  }

  private Reply.Page askStrike(Request request) {
    return page(view(request), "evaluation-strike");
  }

  private Reply strike(Request request) {
    Form form = request.form();
    EvaluationId id = new EvaluationId(request.id("evaluation"));
    return form.attempt(
        () -> {
          evaluations.strike(request.viewer(), id, form.version(), form.raw("why"));
          return Reply.to(EVALUATIONS + id, text("evaluation.struck.done"));
        },
        wrong -> askStrike(request).status(WRONG));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
