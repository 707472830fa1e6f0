package org.opora.supervisedcontacts.plans.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
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
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pages of contact plans, and the tab of the case file. */
@Component
public final class PlanRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final String FILE = ROOT + "/files/{file}";
  private final Plans plans;
  private final PlanReader reader;
  private final ContactReader contacts;
  private final CaseFiles files;
  private final Choices choices;
  private final Messages messages;

  @Activate
  public PlanRoutes(
      @Reference Plans plans,
      @Reference PlanReader reader,
      @Reference ContactReader contacts,
      @Reference CaseFiles files,
      @Reference Choices choices,
      @Reference Messages messages) {
    this.plans = plans;
    this.reader = reader;
    this.contacts = contacts;
    this.files = files;
    this.choices = choices;
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(FILE, SupervisedContactsModule.READ, this::tab).about(PlanRoutes::subject),
        Route.page(FILE + "/plans/new", SupervisedContactsModule.WRITE, this::blank)
            .about(PlanRoutes::subject),
        Route.post(FILE + "/plans", SupervisedContactsModule.WRITE, this::make)
            .about(PlanRoutes::subject),
        Route.page(ROOT + "/plans/{plan}", SupervisedContactsModule.READ, this::show),
        Route.page(ROOT + "/plans/{plan}/edit", SupervisedContactsModule.WRITE, this::edit),
        Route.post(ROOT + "/plans/{plan}", SupervisedContactsModule.WRITE, this::change));
  }

  private Reply tab(Request request) {
    CaseFileId file = file(request);
    CaseFiles.Header header = files.header(request.viewer(), file);
    List<ChildFileId> children = header.children().stream().map(CaseFiles.Child::file).toList();
    request.shows(children.stream().map(Subject::of).toList());
    return Reply.page(
        "tab",
        Map.of(
            "file", file,
            "plans", reader.of(request.viewer(), children),
            "contacts", contacts.of(request.viewer(), children),
            "children", header.children()));
  }

  private Reply blank(Request request) {
    CaseFileId file = file(request);
    return form(request, file, null);
  }

  private Reply.Page form(Request request, CaseFileId file, PlanView plan) {
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = new HashMap<>();
    if (plan == null) {
      CaseFiles.Header header = files.header(request.viewer(), file);
      request.shows(header.children().stream().map(child -> Subject.of(child.file())).toList());
      model.put("file", file);
      model.put(
          "children",
          header.children().stream()
              .map(child -> new Choice(child.person().toString(), child.name().spoken()))
              .toList());
    } else {
      request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
      model.put("plan", plan);
    }
    model.put("lines", PlanForm.LINES);
    model.put("bases", options.of(Basis.class, "basis"));
    model.put("forms", options.of(ContactForm.class, "form"));
    model.put("kins", options.of(choices.offered(Kin.LIST, request.viewer().today())));
    model.put("reasons", Reason.choices(request.locale()));
    model.put("standings", options.of(Standing.class, "standing"));
    return Reply.page("plan-form", model);
  }

  private Reply make(Request request) {
    CaseFileId file = file(request);
    Form form = request.form();
    PlanForm read = new PlanForm(form);
    var child = form.requiredId("child");
    PlanTerms terms = read.terms();
    List<Plans.Named> named = read.named();
    if (named.isEmpty()) {
      form.error("name1", "form.required");
    }
    return form.attempt(
        () -> {
          PlanId plan = plans.make(request.viewer(), file, new PersonId(child), terms, named);
          return Reply.to(ROOT + "/plans/" + plan, text("plan.made"));
        },
        wrong -> form(request, file, null).status(422));
  }

  private Reply show(Request request) {
    PlanView plan = reader.view(request.viewer(), new PlanId(request.id("plan")));
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    request.shows(Subject.of(new PersonId(plan.row().child())));
    return Reply.page("plan", Map.of("plan", plan));
  }

  private Reply edit(Request request) {
    return form(request, null, reader.view(request.viewer(), new PlanId(request.id("plan"))));
  }

  private Reply change(Request request) {
    PlanId id = new PlanId(request.id("plan"));
    PlanView plan = reader.view(request.viewer(), id);
    Form form = request.form();
    PlanForm read = new PlanForm(form);
    PlanTerms terms = read.terms();
    Map<PlanPersonId, Standing> standings = read.standings(plan.people());
    List<Plans.Named> added = read.named();
    Because because = read.because();
    return form.attempt(
        () -> {
          plans.change(request.viewer(), id, form.version(), terms, standings, added, because);
          return Reply.to(ROOT + "/plans/" + id, text("plan.changed"));
        },
        wrong -> form(request, null, plan).status(422));
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
