package org.opora.supervisedcontacts.contacts.web;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.ids.ChildFileId;
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
import org.opora.supervisedcontacts.contacts.application.Cancellations;
import org.opora.supervisedcontacts.contacts.application.ContactFigures;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.contacts.domain.Teller;
import org.opora.supervisedcontacts.contacts.domain.Telling;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What became of a contact: it is written down, cancelled, or it was waited in vain. */
@Component
public final class OutcomeRoutes implements RouteSet {
  private static final String CONTACTS = SupervisedContactsModule.HOME + "/contacts/";
  private static final String CONTACT = CONTACTS + "{contact}";
  private final ContactViews views;
  private final PlanReader plans;
  private final Contacts contacts;
  private final Cancellations cancellations;
  private final ContactFigures figures;
  private final Messages messages;

  @Activate
  public OutcomeRoutes(
      @Reference ContactViews views,
      @Reference PlanReader plans,
      @Reference Contacts contacts,
      @Reference Cancellations cancellations,
      @Reference Settings settings,
      @Reference Messages messages) {
    this.views = views;
    this.plans = plans;
    this.contacts = contacts;
    this.cancellations = cancellations;
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
        Route.page(CONTACT + "/record", SupervisedContactsModule.RECORD, this::askRecord),
        Route.post(CONTACT + "/record", SupervisedContactsModule.RECORD, this::record),
        Route.page(CONTACT + "/missed", SupervisedContactsModule.RECORD, this::askMissed),
        Route.post(CONTACT + "/missed", SupervisedContactsModule.RECORD, this::missed),
        Route.page(CONTACT + "/told", SupervisedContactsModule.RECORD, this::askTold),
        Route.post(CONTACT + "/told", SupervisedContactsModule.RECORD, this::told),
        Route.page(CONTACT + "/cancel", SupervisedContactsModule.WRITE, this::askCancel),
        Route.post(CONTACT + "/cancel", SupervisedContactsModule.WRITE, this::cancel));
  }

  private ContactView view(Request request) {
    ContactView contact = views.view(request.viewer(), new ContactId(request.id("contact")));
    request.shows(
        contact.children().stream()
            .map(part -> Subject.of(new ChildFileId(part.row().childFile())))
            .toList());
    return contact;
  }

  /** Of which child: the one that is asked for, or the first. */
  private static ContactView.Part part(Request request, ContactView contact) {
    return request
        .query("child")
        .map(ContactFields::key)
        .map(key -> found(contact, new ContactChildId(key)))
        .orElse(contact.children().get(0));
  }

  private static ContactView.Part part(Form form, ContactView contact) {
    String raw = form.raw("child");
    return raw.isEmpty()
        ? contact.children().get(0)
        : found(contact, new ContactChildId(ContactFields.key(raw)));
  }

  private static ContactView.Part found(ContactView contact, ContactChildId id) {
    ContactView.Part part = contact.part(id);
    if (part == null) {
      throw new NotFound();
    }
    return part;
  }

  private Reply.Page askRecord(Request request) {
    ContactView contact = view(request);
    return recordForm(request, contact, part(request, contact), false);
  }

  private Reply record(Request request) {
    ContactView contact = view(request);
    Form form = request.form();
    ContactView.Part part = part(form, contact);
    OutcomeForm read = new OutcomeForm(form);
    Contacts.There there = read.there();
    Contacts.Observation observation = read.observation();
    Because because = Because.typed(form);
    return form.attempt(
        () -> {
          contacts.record(request.viewer(), part.id(), form.version(), there, observation, because);
          return Reply.to(CONTACTS + contact.row().id(), text("record.saved"));
        },
        wrong -> recordForm(request, contact, part, undecided(wrong)).status(422));
  }

  /** Whether it has to be said how a contact goes on, or why. */
  private static boolean undecided(Form form) {
    return !form.raw("onward").isEmpty()
        || form.errors().containsKey("onward")
        || form.errors().containsKey(Because.FIELD);
  }

  /**
   * @param decision whether what the plan rests on is shown, because it has to be decided how to go
   *     on
   */
  private Reply.Page recordForm(
      Request request, ContactView contact, ContactView.Part part, boolean decision) {
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = model(contact, options);
    model.put("part", part);
    model.put("onwards", options.of(Onward.class, "onward"));
    model.put("reasons", Reason.choices(request.locale()));
    model.put(
        "plan",
        contact.together() ? plans.view(request.viewer(), new PlanId(part.row().plan())) : null);
    model.put("decision", decision);
    model.put(
        "came",
        contact.people().stream()
            .filter(person -> !Boolean.FALSE.equals(person.came()))
            .map(person -> person.id().toString())
            .toList());
    model.put(
        "there",
        contact.children().stream()
            .filter(one -> !Boolean.FALSE.equals(one.row().present()))
            .map(one -> one.id().toString())
            .toList());
    return Reply.page("record-form", model);
  }

  private Map<String, Object> model(ContactView contact, Options options) {
    Map<String, Object> model = new HashMap<>();
    model.put("contact", contact);
    model.put(
        "people",
        contact.people().stream()
            .map(person -> options.person(person.id(), person.name(), person.kin()))
            .toList());
    model.put(
        "children",
        contact.children().stream()
            .map(
                one ->
                    new Choice(
                        one.id().toString(),
                        one.name() == null
                            ? messages.text(options.locale(), "child.hidden")
                            : one.name().spoken()))
            .toList());
    return model;
  }

  private Reply.Page askMissed(Request request) {
    return missedForm(request, view(request));
  }

  private Reply missed(Request request) {
    ContactView contact = view(request);
    Form form = request.form();
    Cancellations.NoShow how = new OutcomeForm(form).noShow();
    return form.attempt(
        () -> {
          ContactId id = new ContactId(contact.row().id());
          cancellations.missed(request.viewer(), id, form.version(), how);
          return Reply.to(CONTACTS + id, text("no-show.done"));
        },
        wrong -> missedForm(request, contact).status(422));
  }

  private Reply.Page missedForm(Request request, ContactView contact) {
    Map<String, Object> model = model(contact, new Options(messages, request.locale()));
    model.put("waiting", figures.waitingMinutes(contact.row().day()));
    model.put("there", contact.children().stream().map(one -> one.id().toString()).toList());
    return Reply.page("missed-form", model);
  }

  private Reply.Page askTold(Request request) {
    ContactView contact = view(request);
    return toldForm(request, contact, part(request, contact));
  }

  private Reply told(Request request) {
    ContactView contact = view(request);
    Form form = request.form();
    ContactView.Part part = part(form, contact);
    Cancellations.Told how = new OutcomeForm(form).told(request.viewer().zone());
    return form.attempt(
        () -> {
          cancellations.tell(request.viewer(), part.id(), form.version(), how);
          return Reply.to(CONTACTS + contact.row().id(), text("told.saved"));
        },
        wrong -> toldForm(request, contact, part).status(422));
  }

  private Reply.Page toldForm(Request request, ContactView contact, ContactView.Part part) {
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = model(contact, options);
    model.put("part", part);
    model.put("tellers", options.of(Teller.class, "teller"));
    model.put("tellings", options.of(Telling.class, "telling"));
    model.put("now", now(request));
    return Reply.page("told-form", model);
  }

  private static LocalTime now(Request request) {
    return LocalTime.ofInstant(request.viewer().now(), request.viewer().zone());
  }

  private Reply.Page askCancel(Request request) {
    return cancelForm(request, view(request));
  }

  private Reply cancel(Request request) {
    ContactView contact = view(request);
    Form form = request.form();
    Cancellations.Cancellation how = new OutcomeForm(form).cancellation(request.viewer().zone());
    return form.attempt(
        () -> {
          ContactId id = new ContactId(contact.row().id());
          cancellations.cancel(request.viewer(), id, form.version(), how);
          return Reply.to(CONTACTS + id, text("cancel.done"));
        },
        wrong -> cancelForm(request, contact).status(422));
  }

  private Reply.Page cancelForm(Request request, ContactView contact) {
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = model(contact, options);
    model.put("parties", options.of(CancelledBy.class, "cancelled-by"));
    model.put("hours", figures.noticeHours(contact.row().day()));
    model.put("now", now(request));
    return Reply.page("cancel-form", model);
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
