package org.opora.supervisedcontacts.plans.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opora.api.access.Subject;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Relatives;
import org.opora.api.legal.LegalPosition;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.PlanChange;
import org.opora.supervisedcontacts.plans.application.PlanHistory;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.web.Shown;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Pages of contact plans. */
@Component(service = RouteSet.class)
public final class PlanRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final String FILE = ROOT + "/files/{file}";
  private final Plans plans;
  private final PlanReader reader;
  private final PlanHistory history;
  private final PlanFormPages pages;
  private final List<PlanPart> parts = new CopyOnWriteArrayList<>();

  @Activate
  public PlanRoutes(
      @Reference Plans plans,
      @Reference PlanReader reader,
      @Reference PlanHistory history,
      @Reference CaseFiles files,
      @Reference Choices choices,
      @Reference People people,
      @Reference Relatives relatives,
      @Reference LegalPosition legal,
      @Reference Messages messages) {
    this.plans = plans;
    this.reader = reader;
    this.history = history;
    this.pages =
        new PlanFormPages(
            history, files, choices, messages, new PlanOffers(people, relatives, legal, messages));
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addPart(PlanPart part) {
    parts.add(part);
  }

  public void removePart(PlanPart part) {
    parts.remove(part);
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(FILE + "/plans/new", SupervisedContactsModule.WRITE, this::blank)
            .about(PlanRoutes::subject),
        Route.post(FILE + "/plans/lines", SupervisedContactsModule.WRITE, this::blankLines)
            .about(PlanRoutes::subject),
        Route.post(FILE + "/plans", SupervisedContactsModule.WRITE, this::make)
            .about(PlanRoutes::subject),
        Route.page(ROOT + "/plans/{plan}", SupervisedContactsModule.READ, this::show),
        Route.page(ROOT + "/plans/{plan}/versions", SupervisedContactsModule.READ, this::versions),
        Route.page(ROOT + "/plans/{plan}/edit", SupervisedContactsModule.WRITE, this::edit),
        Route.post(ROOT + "/plans/{plan}/lines", SupervisedContactsModule.WRITE, this::lines),
        Route.post(ROOT + "/plans/{plan}", SupervisedContactsModule.WRITE, this::change));
  }

  private Reply blank(Request request) {
    return pages.made(request, file(request), null, 0, false);
  }

  /** One more line, or whom the typed names find: nothing is written, and nothing typed is lost. */
  private Reply blankLines(Request request) {
    Form form = request.form();
    return pages.made(request, file(request), form, more(form), true).keepingDraft();
  }

  private static int more(Form form) {
    return form.raw("do").equals("more") ? 1 : 0;
  }

  private Reply make(Request request) {
    Form form = request.form();
    PlanForm read = new PlanForm(form);
    UUID child = form.requiredId("child");
    PlanChange first = read.first();
    UUID asked = form.id("request");
    return form.attempt(
        () -> {
          PlanId plan =
              plans.make(request.viewer(), file(request), new PersonId(child), first, asked);
          return Reply.to(ROOT + "/plans/" + plan, text("plan.made"));
        },
        wrong -> pages.made(request, file(request), wrong, 0, true).status(422));
  }

  private Reply show(Request request) {
    PlanView plan = plan(request);
    PlanId id = new PlanId(plan.row().id());
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("decision", history.decision(request.viewer(), id));
    model.put("releases", history.releases(request.viewer(), id));
    model.put("warnings", shown(request, plan, true));
    model.put("parts", shown(request, plan, false));
    return Reply.page("plan", model);
  }

  private List<Shown> shown(Request request, PlanView plan, boolean warning) {
    return parts.stream()
        .filter(part -> part.warns() == warning)
        .sorted(Comparator.comparingInt(PlanPart::order))
        .map(part -> new Shown(part.template(), part.model(request, plan)))
        .toList();
  }

  private Reply versions(Request request) {
    PlanView plan = plan(request);
    return Reply.page(
        "plan-versions",
        Map.of(
            "plan", plan, "former", history.former(request.viewer(), new PlanId(plan.row().id()))));
  }

  private PlanView plan(Request request) {
    PlanView plan = reader.view(request.viewer(), new PlanId(request.id("plan")));
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    request.shows(Subject.of(new PersonId(plan.row().child())));
    request.shows(
        plan.people().stream()
            .filter(person -> person.person() != null)
            .map(person -> Subject.of(person.person()))
            .toList());
    return plan;
  }

  private Reply edit(Request request) {
    return pages.changed(request, plan(request), null, 0, false);
  }

  private Reply lines(Request request) {
    Form form = request.form();
    return pages.changed(request, plan(request), form, more(form), true).keepingDraft();
  }

  private Reply change(Request request) {
    PlanView plan = plan(request);
    Form form = request.form();
    PlanChange change = new PlanForm(form).change(plan.people());
    PlanId id = new PlanId(plan.row().id());
    return form.attempt(
        () -> {
          plans.change(request.viewer(), id, form.version(), change);
          return Reply.to(
              ROOT + "/plans/" + id,
              text(change.releaseWhy() == null ? "plan.changed" : "plan.changed.asked"));
        },
        wrong -> pages.changed(request, plan, wrong, 0, true).status(422));
  }

  private static CaseFileId file(Request request) {
    return new CaseFileId(request.id("file"));
  }

  /** The gate decides about it before a handler is called, and counts it as shown. */
  private static Subject subject(Request request) {
    return Subject.of(file(request));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
