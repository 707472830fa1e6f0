package org.opora.supervisedcontacts.contacts.web;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
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
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Teller;
import org.opora.supervisedcontacts.contacts.domain.Telling;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a contact did not take place: it was cancelled, or it was waited in vain. */
@Component
public final class OutcomeRoutes implements RouteSet {
  private static final String CONTACTS = SupervisedContactsModule.HOME + "/contacts/";
  private static final String CONTACT = CONTACTS + "{contact}";
  private final OutcomePages pages;
  private final Cancellations cancellations;
  private final ContactFigures figures;
  private final Messages messages;

  @Activate
  public OutcomeRoutes(
      @Reference ContactViews views,
      @Reference Cancellations cancellations,
      @Reference Settings settings,
      @Reference Messages messages) {
    this.pages = new OutcomePages(views, messages);
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
        Route.page(CONTACT + "/missed", SupervisedContactsModule.RECORD, this::askMissed),
        Route.post(CONTACT + "/missed", SupervisedContactsModule.RECORD, this::missed),
        Route.page(CONTACT + "/told", SupervisedContactsModule.RECORD, this::askTold),
        Route.post(CONTACT + "/told", SupervisedContactsModule.RECORD, this::told),
        Route.page(CONTACT + "/cancel", SupervisedContactsModule.WRITE, this::askCancel),
        Route.post(CONTACT + "/cancel", SupervisedContactsModule.WRITE, this::cancel));
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

  private Reply.Page askMissed(Request request) {
    return missedForm(request, pages.view(request));
  }

  private Reply missed(Request request) {
    ContactView contact = pages.view(request);
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
    Map<String, Object> model = pages.model(contact, new Options(messages, request.locale()));
    model.put("waiting", figures.waitingMinutes(contact.row().day()));
    model.put("there", contact.children().stream().map(one -> one.id().toString()).toList());
    return Reply.page("missed-form", model);
  }

  private Reply.Page askTold(Request request) {
    ContactView contact = pages.view(request);
    return toldForm(request, contact, part(request, contact));
  }

  private Reply told(Request request) {
    ContactView contact = pages.view(request);
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
    Map<String, Object> model = pages.model(contact, options);
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
    return cancelForm(request, pages.view(request));
  }

  private Reply cancel(Request request) {
    ContactView contact = pages.view(request);
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
    Map<String, Object> model = pages.model(contact, options);
    model.put("parties", options.of(CancelledBy.class, "cancelled-by"));
    model.put("hours", figures.noticeHours(contact.row().day()));
    model.put("now", now(request));
    return Reply.page("cancel-form", model);
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
