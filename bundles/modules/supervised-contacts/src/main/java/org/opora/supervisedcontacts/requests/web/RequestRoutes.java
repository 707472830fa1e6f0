package org.opora.supervisedcontacts.requests.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Relatives;
import org.opora.api.paging.Page;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.requests.application.NewRequest;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.requests.application.RequestView;
import org.opora.supervisedcontacts.requests.application.Requests;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.Channel;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.requests.domain.RequestState;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pages of requests for contact. */
@Component
public final class RequestRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final String FILE = ROOT + "/files/{file}/requests";
  private static final String ONE = ROOT + "/requests/{request}";
  private static final int PAGE = 30;
  private static final int ON_CARD = 5;
  private final Requests requests;
  private final RequestReader reader;
  private final CaseFiles files;
  private final Messages messages;
  private final RequestOffers offers;

  @Activate
  public RequestRoutes(
      @Reference Requests requests,
      @Reference RequestReader reader,
      @Reference CaseFiles files,
      @Reference Relatives relatives,
      @Reference Bodies bodies,
      @Reference Messages messages) {
    this.requests = requests;
    this.reader = reader;
    this.files = files;
    this.messages = messages;
    this.offers = new RequestOffers(relatives, bodies, messages);
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(ROOT + "/requests", SupervisedContactsModule.READ, this::list),
        Route.page(ROOT + "/requests/export", SupervisedContactsModule.READ, this::export),
        Route.page(ROOT + "/requests/card", SupervisedContactsModule.READ, this::card),
        Route.page(FILE + "/new", SupervisedContactsModule.WRITE, request -> blank(request, null))
            .about(RequestRoutes::subject),
        Route.post(
                FILE + "/find",
                SupervisedContactsModule.WRITE,
                request -> blank(request, request.form()).keepingDraft())
            .about(RequestRoutes::subject),
        Route.post(FILE, SupervisedContactsModule.WRITE, this::record)
            .about(RequestRoutes::subject),
        Route.page(ONE, SupervisedContactsModule.READ, request -> show(request, null)),
        Route.page(ONE + "/edit", SupervisedContactsModule.WRITE, request -> again(request, null)),
        Route.post(
            ONE + "/find",
            SupervisedContactsModule.WRITE,
            request -> again(request, request.form()).keepingDraft()),
        Route.post(ONE, SupervisedContactsModule.WRITE, this::amend),
        Route.post(ONE + "/answer", SupervisedContactsModule.WRITE, this::answer));
  }

  private Reply list(Request request) {
    boolean answered = answered(request);
    UUID after = request.query("after").map(ContactFields::key).orElse(null);
    Page<RequestView> page = reader.list(request.viewer(), answered, after, PAGE);
    shows(request, page.items());
    return Reply.page("requests", Map.of("page", page, "answered", answered));
  }

  private static boolean answered(Request request) {
    return request.query("show").filter("answered"::equals).isPresent();
  }

  private Reply card(Request request) {
    Page<RequestView> page = reader.list(request.viewer(), false, null, ON_CARD);
    shows(request, page.items());
    return Reply.page("requests-card", Map.of("page", page));
  }

  private Reply export(Request request) {
    Viewer viewer = request.viewer();
    boolean answered = answered(request);
    return Reply.export(
        request,
        Sheet.of(
                "contact-requests",
                "request.list",
                (after, limit) ->
                    reader.list(
                        viewer, answered, after == null ? null : ContactFields.key(after), limit))
            .date("request.on", RequestView::on)
            .text("child", RequestRoutes::childOf)
            .text("request.asker", one -> text("asker." + one.asker()))
            .text("request.name", RequestView::name)
            .text("request.channel", one -> text("channel." + one.channel()))
            .date("request.answer-by", RequestView::answerBy)
            .text("request.state", one -> text("request.state." + one.state()))
            .date("request.decided", RequestView::decidedOn)
            .about(one -> List.of(Subject.of(one.whose().childFile()))));
  }

  private static Object childOf(RequestView one) {
    return one.childName() == null ? text("child.hidden") : one.childName().spoken();
  }

  private static void shows(Request request, List<RequestView> all) {
    request.shows(all.stream().map(one -> Subject.of(one.whose().childFile())).distinct().toList());
  }

  private Reply.Page blank(Request request, Form form) {
    CaseFiles.Header header = files.header(request.viewer(), file(request));
    Map<String, Object> model = model(request, form, header, null);
    model.put("file", header.id());
    model.put(
        "children",
        header.children().stream()
            .map(child -> new Choice(child.person().toString(), child.name().spoken()))
            .toList());
    return Reply.page("request-form", model);
  }

  private Reply.Page again(Request request, Form form) {
    RequestView entry = view(request);
    CaseFileId file = entry.whose().file();
    CaseFiles.Header header = files.header(request.viewer(), file);
    return Reply.page("request-form", model(request, form, header, entry));
  }

  private Map<String, Object> model(
      Request request, Form form, CaseFiles.Header header, RequestView entry) {
    Options options = new Options(messages, request.locale());
    List<PersonId> children =
        entry == null
            ? header.children().stream().map(CaseFiles.Child::person).toList()
            : List.of(entry.whose().child());
    Map<String, Object> model = new HashMap<>();
    model.put("entry", entry);
    model.put("askers", options.of(Asker.class, "asker"));
    model.put("channels", options.of(Channel.class, "channel"));
    model.put("people", offers.people(request, header, children));
    model.put("bodies", offers.bodies(request, form, entry == null ? null : entry.body()));
    model.put("looked", form != null && !form.raw("name").isEmpty());
    return model;
  }

  private static NewRequest read(Form form) {
    Asker asker = form.requiredChoice("asker", Asker.class);
    UUID person = form.id("person");
    UUID body = form.id("body");
    return new NewRequest(
        asker,
        person == null ? null : new PersonId(person),
        body == null ? null : new BodyId(body),
        form.line("name"),
        form.requiredDate("on"),
        form.requiredChoice("channel", Channel.class),
        form.text("wish", Requests.TEXT));
  }

  private Reply record(Request request) {
    Form form = request.form();
    UUID child = form.requiredId("child");
    NewRequest asked = read(form);
    return form.attempt(
        () -> {
          RequestId id =
              requests.record(request.viewer(), file(request), new PersonId(child), asked);
          return Reply.to(path(id), text("request.saved"));
        },
        wrong -> blank(request, wrong).status(422));
  }

  private Reply amend(Request request) {
    Form form = request.form();
    NewRequest asked = read(form);
    return form.attempt(
        () -> {
          requests.amend(request.viewer(), id(request), form.version(), asked);
          return Reply.to(path(id(request)), text("request.saved"));
        },
        wrong -> again(request, wrong).status(422));
  }

  private Reply.Page show(Request request, Form form) {
    RequestView entry = view(request);
    Map<String, Object> model = new HashMap<>();
    model.put("entry", entry);
    model.put(
        "outcomes",
        Choice.of(
            messages,
            request.locale(),
            "request.outcome",
            RequestState.REFUSED,
            RequestState.WITHDRAWN));
    return Reply.page("request", model).status(form == null ? 200 : 422);
  }

  private RequestView view(Request request) {
    RequestView entry = reader.view(request.viewer(), id(request));
    shows(request, List.of(entry));
    request.shows(Subject.of(entry.whose().child()));
    if (entry.person() != null) {
      request.shows(Subject.of(entry.person()));
    }
    return entry;
  }

  private Reply answer(Request request) {
    Form form = request.form();
    RequestState outcome = form.requiredChoice("outcome", RequestState.class);
    LocalDate on = form.requiredDate("on");
    String reason = form.text("reason", Requests.TEXT);
    return form.attempt(
        () -> {
          requests.answer(request.viewer(), id(request), form.version(), outcome, on, reason);
          return Reply.to(path(id(request)), text("request.answered.done"));
        },
        wrong -> show(request, wrong));
  }

  private static RequestId id(Request request) {
    return new RequestId(request.id("request"));
  }

  private static String path(RequestId id) {
    return ROOT + "/requests/" + id;
  }

  private static CaseFileId file(Request request) {
    return new CaseFileId(request.id("file"));
  }

  private static Subject subject(Request request) {
    return Subject.of(file(request));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
