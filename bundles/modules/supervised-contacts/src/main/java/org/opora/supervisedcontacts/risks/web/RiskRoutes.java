package org.opora.supervisedcontacts.risks.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.risks.application.NewAssessment;
import org.opora.supervisedcontacts.risks.application.RiskReader;
import org.opora.supervisedcontacts.risks.application.RiskView;
import org.opora.supervisedcontacts.risks.application.Risks;
import org.opora.supervisedcontacts.risks.domain.RiskId;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pages of assessments: written, read, approved by a second person. */
@Component
public final class RiskRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final int PAGE = 30;
  private final Risks risks;
  private final RiskReader reader;
  private final PlanReader plans;
  private final Messages messages;

  @Activate
  public RiskRoutes(
      @Reference Risks risks,
      @Reference RiskReader reader,
      @Reference PlanReader plans,
      @Reference Messages messages) {
    this.risks = risks;
    this.reader = reader;
    this.plans = plans;
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(ROOT + "/risks", SupervisedContactsModule.APPROVE, this::waiting),
        Route.page(
            ROOT + "/plans/{plan}/risks/new",
            SupervisedContactsModule.WRITE,
            request -> form(request, null)),
        Route.post(ROOT + "/plans/{plan}/risks", SupervisedContactsModule.WRITE, this::assess),
        Route.page(
            ROOT + "/risks/{risk}", SupervisedContactsModule.READ, request -> show(request, null)),
        Route.post(ROOT + "/risks/{risk}/decide", SupervisedContactsModule.APPROVE, this::decide));
  }

  private Reply waiting(Request request) {
    UUID after = request.query("after").map(ContactFields::key).orElse(null);
    Page<RiskView> page = reader.waiting(request.viewer(), after, PAGE);
    page.items().forEach(one -> shows(request, one));
    return Reply.page("risks-waiting", Map.of("page", page));
  }

  private static void shows(Request request, RiskView risk) {
    request.shows(Subject.of(risk.whose().childFile()));
  }

  private Reply.Page form(Request request, Form form) {
    PlanView plan = plans.view(request.viewer(), new PlanId(request.id("plan")));
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    request.shows(Subject.of(new PersonId(plan.row().child())));
    List<RiskView> before = reader.of(request.viewer(), new PlanId(plan.row().id()));
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("kinds", List.of(RiskKind.values()));
    model.put("last", before.isEmpty() ? null : before.get(0));
    model.put("areas", areas(before));
    model.put("levels", options.of(RiskLevel.class, "risk.level"));
    model.put("outcomes", options.of(RiskOutcome.class, "risk.outcome"));
    return Reply.page("risk-form", model).status(form == null ? 200 : 422);
  }

  /** The last assessment by what it looked at, so that the next one begins with it. */
  private static Map<String, RiskView.Area> areas(List<RiskView> before) {
    Map<String, RiskView.Area> areas = new HashMap<>();
    if (!before.isEmpty()) {
      before.get(0).areas().forEach(area -> areas.put(area.kind().name(), area));
    }
    return areas;
  }

  private Reply assess(Request request) {
    Form form = request.form();
    NewAssessment now = new RiskForm(form).read();
    return form.attempt(
        () -> {
          RiskId id =
              risks.assess(request.viewer(), new PlanId(request.id("plan")), form.version(), now);
          return Reply.to(ROOT + "/risks/" + id, text("risk.saved"));
        },
        wrong -> form(request, wrong));
  }

  private Reply.Page show(Request request, Form form) {
    RiskView risk = reader.view(request.viewer(), new RiskId(request.id("risk")));
    shows(request, risk);
    request.shows(Subject.of(risk.whose().child()));
    Map<String, Object> model = new HashMap<>();
    model.put("risk", risk);
    model.put("answers", new Options(messages, request.locale()).yesOrNo("risk"));
    model.put("all", reader.of(request.viewer(), risk.plan()));
    return Reply.page("risk", model).status(form == null ? 200 : 422);
  }

  private Reply decide(Request request) {
    Form form = request.form();
    String answer = form.requiredLine("answer");
    String words = form.text("words", Risks.TEXT);
    return form.attempt(
        () -> {
          RiskId id = new RiskId(request.id("risk"));
          boolean approved = Options.YES.equals(answer);
          risks.decide(request.viewer(), id, form.version(), approved, words);
          return Reply.to(
              ROOT + "/risks/" + id, text(approved ? "risk.approved" : "risk.returned"));
        },
        wrong -> show(request, wrong));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
