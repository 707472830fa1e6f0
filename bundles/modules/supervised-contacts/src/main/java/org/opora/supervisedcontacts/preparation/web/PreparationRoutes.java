package org.opora.supervisedcontacts.preparation.web;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
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
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.preparation.application.NewPreparation;
import org.opora.supervisedcontacts.preparation.application.PreparationReader;
import org.opora.supervisedcontacts.preparation.application.PreparationView;
import org.opora.supervisedcontacts.preparation.application.Preparations;
import org.opora.supervisedcontacts.preparation.domain.Chooser;
import org.opora.supervisedcontacts.preparation.domain.Circle;
import org.opora.supervisedcontacts.preparation.domain.PreparationId;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pages of preparations for contact. */
@Component
public final class PreparationRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final String PLAN = ROOT + "/plans/{plan}/preparations";
  private static final String ONE = ROOT + "/preparations/{preparation}";
  private final Preparations preparations;
  private final PreparationReader reader;
  private final PlanReader plans;
  private final CaseFiles files;
  private final Messages messages;

  @Activate
  public PreparationRoutes(
      @Reference Preparations preparations,
      @Reference PreparationReader reader,
      @Reference PlanReader plans,
      @Reference CaseFiles files,
      @Reference Messages messages) {
    this.preparations = preparations;
    this.reader = reader;
    this.plans = plans;
    this.files = files;
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(PLAN + "/new", SupervisedContactsModule.RECORD, request -> form(request, null)),
        Route.post(PLAN, SupervisedContactsModule.RECORD, this::write),
        Route.page(ONE, SupervisedContactsModule.READ, request -> show(request, null)),
        Route.post(ONE + "/readers", SupervisedContactsModule.WRITE, this::letRead),
        Route.post(ONE + "/strike", SupervisedContactsModule.RECORD, this::strike));
  }

  private Reply.Page form(Request request, Form form) {
    PlanView plan = plans.view(request.viewer(), new PlanId(request.id("plan")));
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    request.shows(Subject.of(new PersonId(plan.row().child())));
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("whoms", options.of(Whom.class, "whom"));
    model.put("people", people(request, plan));
    circles(options, model);
    return Reply.page("preparation-form", model).status(form == null ? 200 : 422);
  }

  private static void circles(Options options, Map<String, Object> model) {
    model.put("circles", options.of(Circle.class, "circle"));
    model.put("choosers", options.of(Chooser.class, "chooser"));
  }

  /** Carers of the family, and whom the plan names. */
  private List<Choice> people(Request request, PlanView plan) {
    Map<PersonId, Choice> people = new LinkedHashMap<>();
    CaseFileId file = new CaseFileId(plan.row().caseFile());
    CaseFiles.Header header = files.headers(request.viewer(), List.of(file)).get(file);
    if (header != null) {
      header
          .carers()
          .forEach(
              one ->
                  people.put(
                      one.person(), new Choice(one.person().toString(), one.name().spoken())));
    }
    plan.allowed().stream()
        .filter(one -> one.person() != null)
        .forEach(
            one ->
                people.putIfAbsent(one.person(), new Choice(one.person().toString(), one.name())));
    request.shows(people.keySet().stream().map(Subject::of).toList());
    return List.copyOf(people.values());
  }

  private Reply write(Request request) {
    Form form = request.form();
    UUID person = form.id("person");
    NewPreparation now =
        new NewPreparation(
            form.requiredChoice("whom", Whom.class),
            person == null ? null : new PersonId(person),
            form.line("name"),
            form.requiredDate("on"),
            form.text("wants", Preparations.TEXT),
            form.text("fears", Preparations.TEXT),
            form.text("expects", Preparations.TEXT),
            readers(form),
            form.choice("chosenBy", Chooser.class));
    return form.attempt(
        () -> {
          PreparationId id =
              preparations.write(request.viewer(), new PlanId(request.id("plan")), now);
          return Reply.to(path(id), text("preparation.saved"));
        },
        wrong -> form(request, wrong));
  }

  private static Set<Circle> readers(Form form) {
    Set<Circle> readers = EnumSet.noneOf(Circle.class);
    for (Circle circle : Circle.values()) {
      if (form.all("readers").contains(circle.name())) {
        readers.add(circle);
      }
    }
    return readers;
  }

  private Reply.Page show(Request request, Form form) {
    PreparationView entry = reader.view(request.viewer(), id(request));
    request.shows(Subject.of(entry.whose().childFile()));
    request.shows(Subject.of(entry.whose().child()));
    Map<String, Object> model = new HashMap<>();
    model.put("entry", entry);
    model.put("let", entry.readers().stream().map(Enum::name).toList());
    circles(new Options(messages, request.locale()), model);
    return Reply.page("preparation", model).status(form == null ? 200 : 422);
  }

  private Reply letRead(Request request) {
    Form form = request.form();
    Chooser by = form.requiredChoice("chosenBy", Chooser.class);
    return form.attempt(
        () -> {
          preparations.letRead(request.viewer(), id(request), form.version(), readers(form), by);
          return Reply.to(path(id(request)), text("preparation.readers.saved"));
        },
        wrong -> show(request, wrong));
  }

  private Reply strike(Request request) {
    PreparationView entry = reader.view(request.viewer(), id(request));
    preparations.strike(request.viewer(), entry.id(), entry.version());
    return Reply.to(path(entry.id()), text("preparation.struck.done"));
  }

  private static PreparationId id(Request request) {
    return new PreparationId(request.id("preparation"));
  }

  private static String path(PreparationId id) {
    return ROOT + "/preparations/" + id;
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
