package org.opora.supervisedcontacts.contacts.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.ids.ChildFileId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What became of a contact: the forms of its record and of its cancellation. */
@Component
public final class OutcomeRoutes implements RouteSet {
  private static final String CONTACTS = SupervisedContactsModule.HOME + "/contacts/";
  private static final String CONTACT = CONTACTS + "{contact}";
  private static final int LONGEST_TEXT = 8000;
  private final ContactReader reader;
  private final Contacts contacts;
  private final Messages messages;

  @Activate
  public OutcomeRoutes(
      @Reference ContactReader reader, @Reference Contacts contacts, @Reference Messages messages) {
    this.reader = reader;
    this.contacts = contacts;
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(CONTACT + "/record", SupervisedContactsModule.RECORD, this::recordForm),
        Route.post(CONTACT + "/record", SupervisedContactsModule.RECORD, this::record),
        Route.page(CONTACT + "/cancel", SupervisedContactsModule.WRITE, this::cancelForm),
        Route.post(CONTACT + "/cancel", SupervisedContactsModule.WRITE, this::cancel));
  }

  private Reply.Page recordForm(Request request) {
    ContactView contact = view(request);
    Options options = new Options(messages, request.locale());
    return Reply.page(
        "record-form",
        Map.of(
            "contact", contact,
            "people",
                contact.expected().stream()
                    .map(person -> options.person(person.id(), person.name(), person.kin()))
                    .toList(),
            "came",
                contact.expected().stream()
                    .filter(person -> !Boolean.FALSE.equals(person.came()))
                    .map(person -> person.id().toString())
                    .toList()));
  }

  private Reply record(Request request) {
    ContactId id = new ContactId(request.id("contact"));
    Form form = request.form();
    ContactFields fields = new ContactFields(form);
    Contacts.Observation observation =
        new Contacts.Observation(
            told(form, "before"), told(form, "during"), told(form, "after"), fields.people("came"));
    return form.attempt(
        () -> {
          contacts.record(request.viewer(), id, form.version(), observation);
          return Reply.to(CONTACTS + id, text("record.saved"));
        },
        wrong -> recordForm(request).status(422));
  }

  /** One part of the record; what is missing is said in its own words. */
  private static String told(Form form, String part) {
    String text = form.text(part, LONGEST_TEXT);
    if (text == null) {
      form.error(part, text("record." + part + ".missing"));
    }
    return text;
  }

  private Reply.Page cancelForm(Request request) {
    ContactView contact = view(request);
    Options options = new Options(messages, request.locale());
    return Reply.page(
        "cancel-form",
        Map.of(
            "contact", contact,
            "parties", options.of(CancelledBy.class, "cancelled-by"),
            "now", LocalTime.ofInstant(request.viewer().now(), request.viewer().zone())));
  }

  private Reply cancel(Request request) {
    ContactId id = new ContactId(request.id("contact"));
    Form form = request.form();
    ContactFields fields = new ContactFields(form);
    CancelledBy by = form.requiredChoice("by", CancelledBy.class);
    LocalDate on = form.requiredDate("toldOn");
    LocalTime at = fields.requiredTime("toldAt");
    String reason = fields.requiredText("reason", LONGEST_TEXT);
    return form.attempt(
        () -> {
          contacts.cancel(
              request.viewer(),
              id,
              form.version(),
              by,
              ContactFields.moment(on, at, request.viewer().zone()),
              reason);
          return Reply.to(CONTACTS + id, text("cancel.done"));
        },
        wrong -> cancelForm(request).status(422));
  }

  private ContactView view(Request request) {
    ContactView contact = reader.view(request.viewer(), new ContactId(request.id("contact")));
    request.shows(Subject.of(new ChildFileId(contact.row().childFile())));
    return contact;
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
