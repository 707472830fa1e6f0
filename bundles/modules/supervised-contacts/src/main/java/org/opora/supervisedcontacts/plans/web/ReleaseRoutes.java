package org.opora.supervisedcontacts.plans.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.ChildFileId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.PlanHistory;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.application.Releases;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.ReleaseId;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The second person decides whether somebody is taken off the forbidden list of a plan. */
@Component(service = RouteSet.class)
public final class ReleaseRoutes implements RouteSet {
  private static final String PLAN = SupervisedContactsModule.HOME + "/plans/{plan}";
  private static final String ONE = PLAN + "/releases/{release}";
  private final PlanReader reader;
  private final PlanHistory history;
  private final Releases releases;
  private final Messages messages;

  @Activate
  public ReleaseRoutes(
      @Reference PlanReader reader,
      @Reference PlanHistory history,
      @Reference Releases releases,
      @Reference Messages messages) {
    this.messages = messages;
    this.reader = reader;
    this.history = history;
    this.releases = releases;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(ONE, SupervisedContactsModule.APPROVE, request -> page(request, null)),
        Route.post(ONE, SupervisedContactsModule.APPROVE, this::decide),
        Route.post(ONE + "/withdraw", SupervisedContactsModule.WRITE, this::withdraw));
  }

  private Reply.Page page(Request request, Form form) {
    PlanView plan = reader.view(request.viewer(), new PlanId(request.id("plan")));
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("release", release(request));
    model.put("answers", new Options(messages, request.locale()).yesOrNo("release"));
    return Reply.page("plan-release", model).status(form == null ? 200 : 422);
  }

  private PlanView.Release release(Request request) {
    ReleaseId id = new ReleaseId(request.id("release"));
    return history.releases(request.viewer(), new PlanId(request.id("plan"))).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Reply decide(Request request) {
    Form form = request.form();
    String answer = form.requiredLine("answer");
    String words = form.text("words", Plans.TEXT);
    return form.attempt(
        () -> {
          boolean approved = Options.YES.equals(answer);
          releases.decide(
              request.viewer(),
              new ReleaseId(request.id("release")),
              form.version(),
              approved,
              words);
          return Reply.to(path(request), text(approved ? "release.done" : "release.done.refused"));
        },
        wrong -> page(request, wrong));
  }

  private Reply withdraw(Request request) {
    PlanView.Release release = release(request);
    releases.withdraw(request.viewer(), release.id(), release.version());
    return Reply.to(path(request), text("release.withdrawn"));
  }

  private static String path(Request request) {
    return SupervisedContactsModule.HOME + "/plans/" + request.id("plan");
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
