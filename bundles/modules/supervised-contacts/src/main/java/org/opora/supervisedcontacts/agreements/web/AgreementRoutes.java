package org.opora.supervisedcontacts.agreements.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.opora.supervisedcontacts.agreements.application.AgreementFiling;
import org.opora.supervisedcontacts.agreements.application.AgreementPaper;
import org.opora.supervisedcontacts.agreements.application.AgreementReader;
import org.opora.supervisedcontacts.agreements.application.AgreementView;
import org.opora.supervisedcontacts.agreements.application.Agreements;
import org.opora.supervisedcontacts.agreements.application.NewSignature;
import org.opora.supervisedcontacts.agreements.application.NewWording;
import org.opora.supervisedcontacts.agreements.application.RuleWords;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.opora.supervisedcontacts.agreements.domain.Signer;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pages of agreements on contact: written, printed, signed. */
@Component
public final class AgreementRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final String PLAN = ROOT + "/plans/{plan}/agreements";
  private static final String ONE = ROOT + "/agreements/{agreement}";
  private final Agreements agreements;
  private final AgreementReader reader;
  private final AgreementPaper paper;
  private final AgreementFiling filing;
  private final RuleWords house;
  private final PlanReader plans;
  private final CaseFiles files;
  private final Messages messages;

  @Activate
  public AgreementRoutes(
      @Reference Agreements agreements,
      @Reference AgreementReader reader,
      @Reference AgreementPaper paper,
      @Reference AgreementFiling filing,
      @Reference RuleWords house,
      @Reference PlanReader plans,
      @Reference CaseFiles files,
      @Reference Messages messages) {
    this.agreements = agreements;
    this.reader = reader;
    this.paper = paper;
    this.filing = filing;
    this.house = house;
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
        Route.page(PLAN + "/new", SupervisedContactsModule.WRITE, request -> blank(request, null)),
        Route.post(PLAN, SupervisedContactsModule.WRITE, this::write),
        Route.page(ONE, SupervisedContactsModule.READ, this::show),
        Route.page(ONE + "/edit", SupervisedContactsModule.WRITE, request -> edit(request, null)),
        Route.post(ONE, SupervisedContactsModule.WRITE, this::reword),
        Route.page(ONE + "/print", SupervisedContactsModule.READ, this::print),
        Route.post(ONE + "/file", SupervisedContactsModule.WRITE, this::file),
        Route.page(ONE + "/sign", SupervisedContactsModule.RECORD, request -> sign(request, null)),
        Route.post(ONE + "/sign", SupervisedContactsModule.RECORD, this::signed),
        Route.post(
            ONE + "/signatures/{signature}/strike", SupervisedContactsModule.RECORD, this::strike));
  }

  private Reply.Page blank(Request request, Form form) {
    PlanView plan = plans.view(request.viewer(), new PlanId(request.id("plan")));
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    request.shows(Subject.of(new PersonId(plan.row().child())));
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("childName", plan.childName());
    model.put("kinds", List.of(RuleKind.values()));
    model.put("rules", byName(house.all(request.locale())));
    return Reply.page("agreement-form", model).status(form == null ? 200 : 422);
  }

  private static Map<String, String> byName(Map<RuleKind, String> rules) {
    Map<String, String> named = new HashMap<>();
    rules.forEach((kind, words) -> named.put(kind.name(), words));
    return named;
  }

  private Reply write(Request request) {
    Form form = request.form();
    NewWording first = new AgreementForm(form).wording();
    return form.attempt(
        () -> {
          AgreementId id =
              agreements.write(request.viewer(), new PlanId(request.id("plan")), first);
          return Reply.to(path(id), text("agreement.saved"));
        },
        wrong -> blank(request, wrong));
  }

  private AgreementView view(Request request) {
    AgreementView entry = reader.view(request.viewer(), id(request));
    request.shows(Subject.of(entry.whose().childFile()));
    request.shows(Subject.of(entry.whose().child()));
    request.shows(
        entry.signatures().stream()
            .filter(one -> one.person() != null)
            .map(one -> Subject.of(one.person()))
            .toList());
    return entry;
  }

  private Reply show(Request request) {
    return page(view(request));
  }

  static Reply.Page page(AgreementView entry) {
    return Reply.page("agreement", Map.of("entry", entry));
  }

  private Reply.Page edit(Request request, Form form) {
    AgreementView entry = view(request);
    Map<String, Object> model = new HashMap<>();
    model.put("entry", entry);
    model.put("childName", entry.childName());
    model.put("kinds", List.of(RuleKind.values()));
    Map<String, String> rules = new HashMap<>();
    entry.now().rules().forEach(rule -> rules.put(rule.kind().name(), rule.words()));
    model.put("rules", rules);
    return Reply.page("agreement-form", model).status(form == null ? 200 : 422);
  }

  private Reply reword(Request request) {
    Form form = request.form();
    NewWording now = new AgreementForm(form).wording();
    return form.attempt(
        () -> {
          agreements.reword(request.viewer(), id(request), form.version(), now);
          return Reply.to(path(id(request)), text("agreement.reworded"));
        },
        wrong -> edit(request, wrong));
  }

  private Reply print(Request request) {
    AgreementView entry = view(request);
    return new Reply.Download(
        messages.text(request.locale(), "agreement.file", entry.now().number()) + ".pdf",
        "application/pdf",
        paper.pdf(request.locale(), entry));
  }

  private Reply.Page sign(Request request, Form form) {
    AgreementView entry = view(request);
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = new HashMap<>();
    model.put("entry", entry);
    model.put("signers", options.of(Signer.class, "signer"));
    model.put("people", people(request, entry));
    model.put(
        "wordings",
        IntStream.rangeClosed(1, entry.now().number())
            .mapToObj(
                number ->
                    new Choice(
                        String.valueOf(number),
                        messages.text(request.locale(), "agreement.number", number)))
            .toList());
    model.put(
        "answers",
        List.of(
            new Choice("SIGNED", messages.text(request.locale(), "agreement.answer.SIGNED")),
            new Choice("REFUSED", messages.text(request.locale(), "agreement.answer.REFUSED"))));
    return Reply.page("agreement-sign", model).status(form == null ? 200 : 422);
  }

  /** Carers of the family, and whom the plan lets meet the child. */
  private List<Choice> people(Request request, AgreementView entry) {
    Map<PersonId, Choice> people = new LinkedHashMap<>();
    CaseFileId file = entry.whose().file();
    CaseFiles.Header header = files.headers(request.viewer(), List.of(file)).get(file);
    if (header != null) {
      header
          .carers()
          .forEach(
              one ->
                  people.put(
                      one.person(), new Choice(one.person().toString(), one.name().spoken())));
    }
    plans.view(request.viewer(), entry.plan()).allowed().stream()
        .filter(one -> one.person() != null)
        .forEach(
            one ->
                people.putIfAbsent(one.person(), new Choice(one.person().toString(), one.name())));
    request.shows(people.keySet().stream().map(Subject::of).toList());
    return List.copyOf(people.values());
  }

  private Reply signed(Request request) {
    Form form = request.form();
    NewSignature now = new AgreementForm(form).signature();
    return form.attempt(
        () -> {
          agreements.sign(request.viewer(), id(request), form.version(), now);
          boolean filed = filing.whenSigned(request.viewer(), id(request));
          return Reply.to(
              path(id(request)), text(filed ? "agreement.signed.filed" : "agreement.signed"));
        },
        wrong -> sign(request, wrong));
  }

  private Reply file(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          filing.file(request.viewer(), id(request), form.version());
          return Reply.to(path(id(request)), text("agreement.filed"));
        },
        wrong -> page(view(request)).status(422));
  }

  private Reply strike(Request request) {
    agreements.strike(request.viewer(), id(request), request.id("signature"));
    return Reply.to(path(id(request)), text("agreement.signature.struck"));
  }

  private static AgreementId id(Request request) {
    return new AgreementId(request.id("agreement"));
  }

  static String path(AgreementId id) {
    return ROOT + "/agreements/" + id;
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
