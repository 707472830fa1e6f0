package org.opora.supervisedcontacts.meeting.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
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
import org.opora.supervisedcontacts.contacts.application.ContactFigures;
import org.opora.supervisedcontacts.contacts.application.Whom;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.meeting.application.MeetingDesk;
import org.opora.supervisedcontacts.meeting.application.MeetingReader;
import org.opora.supervisedcontacts.meeting.application.MeetingView;
import org.opora.supervisedcontacts.meeting.domain.StepKind;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The page of a meeting, for the tablet in the room as for any desk. Everything on it is a button
 * that sends a small form, so what has arrived is safe and what has not stays on the page.
 */
@Component
public final class MeetingRoutes implements RouteSet {
  private static final String CONTACTS = SupervisedContactsModule.HOME + "/contacts/";
  private static final String MEETING = CONTACTS + "{contact}/meeting";
  private static final int WRONG = 422;
  private final MeetingReader reader;
  private final MeetingDesk desk;
  private final PlanReader plans;
  private final ContactFigures figures;
  private final Messages messages;

  @Activate
  public MeetingRoutes(
      @Reference MeetingReader reader,
      @Reference MeetingDesk desk,
      @Reference PlanReader plans,
      @Reference Settings settings,
      @Reference Messages messages) {
    this.reader = reader;
    this.desk = desk;
    this.plans = plans;
    this.figures = new ContactFigures(settings);
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(MEETING, SupervisedContactsModule.RECORD, this::show).onTablet(),
        post("/came", this::came),
        post("/left", this::left),
        post("/away", this::away),
        post("/begin", this::begin),
        post("/missed", this::missed),
        post("/notes", this::note),
        post("/end", this::end),
        post("/stop", this::stop));
  }

  private static Route post(String path, Route.Handler handler) {
    return Route.post(MEETING + path, SupervisedContactsModule.RECORD, handler).onTablet();
  }

  private Reply.Page show(Request request) {
    return page(request, null);
  }

  private Reply.Page page(Request request, Form form) {
    MeetingView meeting = reader.view(request.viewer(), contact(request));
    request.shows(
        meeting.contact().children().stream()
            .map(part -> Subject.of(new ChildFileId(part.row().childFile())))
            .toList());
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = new HashMap<>();
    model.put("meeting", meeting);
    model.put("kinds", Arrays.stream(StepKind.values()).filter(StepKind::quick).toList());
    model.put("children", children(request, meeting));
    model.put("key", Ids.next().toString());
    model.put("waiting", figures.waitingMinutes(meeting.contact().row().day()));
    model.put("form", form);
    // The small forms of the page come back each by itself, with what was typed into it.
    model.put("missed", request.path().endsWith("/missed") ? form : null);
    boolean asked =
        form != null
            && form.errors().keySet().stream()
                .anyMatch(Set.of("onward", Because.FIELD, Because.WORDS_FIELD)::contains);
    model.put("asked", asked);
    model.put("onwards", options.of(Onward.class, "onward"));
    model.put("reasons", Reason.choices(request.locale()));
    model.put(
        "plan",
        asked ? plans.view(request.viewer(), new PlanId(meeting.contact().row().plan())) : null);
    return Reply.page("meeting", model);
  }

  private List<Choice> children(Request request, MeetingView meeting) {
    return meeting.contact().children().stream()
        .map(
            part ->
                new Choice(
                    part.id().toString(),
                    part.name() == null
                        ? messages.text(request.locale(), "child.hidden")
                        : part.name().spoken()))
        .toList();
  }

  private static ContactId contact(Request request) {
    return new ContactId(request.id("contact"));
  }

  private Reply came(Request request) {
    List<Whom> these = these(request);
    return done(request, () -> desk.arrived(request.viewer(), contact(request), these), null);
  }

  private Reply left(Request request) {
    List<Whom> these = these(request);
    return done(request, () -> desk.left(request.viewer(), contact(request), these), null);
  }

  private Reply away(Request request) {
    List<Whom> these = these(request);
    return done(request, () -> desk.away(request.viewer(), contact(request), these), null);
  }

  /** As the buttons name them: {@code child.<key>} or {@code person.<key>}. */
  private static List<Whom> these(Request request) {
    List<Whom> these = new ArrayList<>();
    for (String raw : request.form().all("who")) {
      int point = raw.indexOf('.');
      UUID key = ContactFields.key(raw.substring(point + 1));
      if (key == null) {
        throw new NotFound();
      }
      these.add(
          raw.startsWith("child.")
              ? Whom.child(new ContactChildId(key))
              : Whom.person(new PlanPersonId(key)));
    }
    return these;
  }

  private Reply begin(Request request) {
    Form form = request.form();
    Onward onward = form.choice("onward", Onward.class);
    Because because = Because.typed(form);
    return done(
        request, () -> desk.begin(request.viewer(), contact(request), onward, because), null);
  }

  private Reply missed(Request request) {
    Form form = request.form();
    ContactFields fields = new ContactFields(form);
    int waited = fields.number("waited", StaffEffort.MOST_MINUTES);
    String words = form.text("reason", MeetingDesk.TEXT);
    StaffEffort effort =
        new StaffEffort(
            fields.number("minutes", StaffEffort.MOST_MINUTES),
            fields.number("kilometres", StaffEffort.MOST_KILOMETRES));
    return done(
        request,
        () -> desk.missed(request.viewer(), contact(request), waited, words, effort),
        "no-show.done");
  }

  private Reply note(Request request) {
    Form form = request.form();
    StepKind kind = form.choice("kind", StepKind.class);
    Set<ContactChildId> about = new ContactFields(form).keys("about", ContactChildId::new);
    UUID key = key(form);
    String words = form.raw("words");
    return done(
        request,
        () ->
            desk.note(
                request.viewer(),
                contact(request),
                key,
                kind == null || !kind.quick() ? StepKind.NOTE : kind,
                about,
                words),
        "meeting.noted");
  }

  /** A page that carries none, as somebody made it by hand, writes each time anew. */
  private static UUID key(Form form) {
    return Optional.ofNullable(ContactFields.key(form.raw("key"))).orElseGet(Ids::next);
  }

  private Reply end(Request request) {
    return done(request, () -> desk.end(request.viewer(), contact(request)), "meeting.ended");
  }

  private Reply stop(Request request) {
    Form form = request.form();
    UUID key = key(form);
    return done(
        request,
        () -> desk.stop(request.viewer(), contact(request), key, form.raw("why")),
        "meeting.stopped");
  }

  private Reply done(Request request, Runnable deed, String notice) {
    return request
        .form()
        .attempt(
            () -> {
              deed.run();
              String path = CONTACTS + contact(request) + "/meeting";
              return notice == null ? Reply.to(path) : Reply.to(path, text(notice));
            },
            wrong -> page(request, wrong).status(WRONG));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
