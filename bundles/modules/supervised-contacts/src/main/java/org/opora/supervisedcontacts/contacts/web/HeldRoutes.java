package org.opora.supervisedcontacts.contacts.web;

import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** That a contact took place: who came, and from when to when. */
@Component
public final class HeldRoutes implements RouteSet {
  private static final String CONTACTS = SupervisedContactsModule.HOME + "/contacts/";
  private static final String HELD = CONTACTS + "{contact}/held";
  private final PlanReader plans;
  private final Contacts contacts;
  private final OutcomePages pages;
  private final Messages messages;

  @Activate
  public HeldRoutes(
      @Reference ContactViews views,
      @Reference PlanReader plans,
      @Reference Contacts contacts,
      @Reference Messages messages) {
    this.plans = plans;
    this.contacts = contacts;
    this.pages = new OutcomePages(views, messages);
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(HELD, SupervisedContactsModule.RECORD, this::askHeld),
        Route.post(HELD, SupervisedContactsModule.RECORD, this::held));
  }

  private Reply.Page askHeld(Request request) {
    return heldForm(request, pages.view(request), false);
  }

  private Reply held(Request request) {
    ContactView contact = pages.view(request);
    Form form = request.form();
    OutcomeForm read = new OutcomeForm(form);
    Contacts.There there = read.there();
    Contacts.Lasted lasted = read.lasted(contact.row().day(), request.viewer().zone());
    Because because = Because.typed(form);
    return form.attempt(
        () -> {
          ContactId id = new ContactId(contact.row().id());
          contacts.held(request.viewer(), id, form.version(), there, lasted, because);
          return Reply.to(CONTACTS + id, Text.of(SupervisedContactsModule.ORIGIN, "held.saved"));
        },
        wrong -> heldForm(request, pages.view(request), undecided(wrong)).status(422));
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
  private Reply.Page heldForm(Request request, ContactView contact, boolean decision) {
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = pages.model(contact, options);
    model.put("onwards", options.of(Onward.class, "onward"));
    model.put("reasons", Reason.choices(request.locale()));
    model.put(
        "plan",
        contact.together() ? plans.view(request.viewer(), new PlanId(contact.row().plan())) : null);
    model.put("decision", decision);
    model.put("began", clock(request, began(contact)));
    model.put("ended", clock(request, ended(contact, request.viewer().now())));
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
    return Reply.page("held-form", model);
  }

  private static Instant began(ContactView contact) {
    return contact.beganAt() == null ? contact.row().start() : contact.beganAt();
  }

  /** As planned, unless that is still to come. */
  private static Instant ended(ContactView contact, Instant now) {
    if (contact.endedAt() != null) {
      return contact.endedAt();
    }
    return contact.row().end().isAfter(now) ? now : contact.row().end();
  }

  private static LocalTime clock(Request request, Instant at) {
    return LocalTime.ofInstant(at, request.viewer().zone()).truncatedTo(ChronoUnit.MINUTES);
  }
}
