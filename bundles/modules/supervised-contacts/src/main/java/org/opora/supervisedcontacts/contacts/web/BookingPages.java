package org.opora.supervisedcontacts.contacts.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rhythm;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Reason;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.contacts.application.BookingOffers;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.shared.web.Options;

/** The form of a booking, as it is shown. */
record BookingPages(
    PlanReader plans,
    BookingOffers offers,
    ContactReader reader,
    ContactViews contacts,
    Messages messages) {

  PlanView plan(Request request, PlanId id) {
    PlanView plan = plans.view(request.viewer(), id);
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    request.shows(Subject.of(new PersonId(plan.row().child())));
    return plan;
  }

  /** For a new contact by the plan. */
  Reply.Page booking(Request request, PlanView plan, Told told) {
    Map<String, Object> model = model(request, plan, told);
    ContactView missed = instead(request);
    model.put("series", null);
    model.put("instead", missed == null ? null : missed.row().id());
    model.put("suggested", suggested(request, plan, model));
    model.put("contact", null);
    model.put("everybody", plan.allowed().stream().map(each -> each.id().toString()).toList());
    return Reply.page("book-form", model);
  }

  /** For one that is changed. */
  Reply.Page change(Request request, ContactView contact, PlanView plan, Told told) {
    Map<String, Object> model = model(request, plan, told);
    model.put("suggested", Suggestion.of(contact.row(), request.viewer().zone()));
    model.put("contact", contact);
    model.put("series", null);
    model.put("instead", null);
    model.put("everybody", contact.people().stream().map(each -> each.id().toString()).toList());
    return Reply.page("book-form", model);
  }

  /** For many by the plan. */
  Reply.Page series(Request request, PlanView plan, UUID key, List<?> days) {
    Map<String, Object> model = model(request, plan, Told.NOTHING);
    model.put("suggested", suggested(request, plan, model));
    model.put("contact", null);
    model.put("instead", null);
    model.put("everybody", plan.allowed().stream().map(each -> each.id().toString()).toList());
    model.put("series", key);
    model.put("days", days);
    model.put("most", Rhythm.MOST);
    model.put(
        "steps",
        Arrays.stream(Rhythm.Step.values())
            .map(
                step ->
                    new Choice(step.name(), messages.text(request.locale(), "series.step." + step)))
            .toList());
    return Reply.page("series-form", model);
  }

  private Map<String, Object> model(Request request, PlanView plan, Told told) {
    Viewer viewer = request.viewer();
    Options options = new Options(messages, request.locale());
    BookingOffers.Offer offer = offers.of(viewer, new PlanId(plan.row().id()));
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put(
        "rooms",
        offer.rooms().stream().map(room -> new Choice(room.id().toString(), room.name())).toList());
    model.put("places", options.of(offer.places()));
    model.put("staff", staff(request, offer));
    model.put("siblings", siblings(request, offer));
    model.put("people", people(options, plan, offer));
    model.put("forms", options.of(ContactForm.class, "form"));
    model.put("reasons", Reason.choices(request.locale()));
    model.put("told", told.texts());
    model.put("seen", told.mark());
    model.put("decision", told.decision());
    return model;
  }

  private List<Choice> staff(Request request, BookingOffers.Offer offer) {
    return offer.staff().stream()
        .map(
            one ->
                new Choice(
                    one.id().toString(),
                    one.id().equals(offer.keyWorker())
                        ? messages.text(request.locale(), "book.staff.key-worker", one.name())
                        : one.name()))
        .toList();
  }

  private List<Choice> siblings(Request request, BookingOffers.Offer offer) {
    return offer.siblings().stream()
        .map(
            one ->
                new Choice(
                    one.plan().toString(),
                    one.name() == null
                        ? messages.text(request.locale(), "child.hidden")
                        : one.name().spoken()))
        .toList();
  }

  private List<Choice> people(Options options, PlanView plan, BookingOffers.Offer offer) {
    return plan.allowed().stream()
        .map(
            person -> {
              Choice choice = options.person(person.id(), person.name(), person.kin());
              return offer.together().contains(person.id())
                  ? new Choice(
                      choice.value(),
                      messages.text(options.locale(), "book.people.together", choice.label()))
                  : choice;
            })
        .toList();
  }

  /** Nobody is offered the key worker first whom the centre does not want to assist. */
  @SuppressWarnings("unchecked")
  private Suggestion suggested(Request request, PlanView plan, Map<String, Object> model) {
    Viewer viewer = request.viewer();
    Suggestion suggestion =
        Suggestion.after(
            reader.last(viewer, new PlanId(plan.row().id())),
            plan.row(),
            viewer,
            (List<Choice>) model.get("rooms"),
            (List<Choice>) model.get("staff"));
    return request.query("on").flatMap(BookingPages::day).map(suggestion::on).orElse(suggestion);
  }

  private static Optional<LocalDate> day(String raw) {
    try {
      return Optional.of(LocalDate.parse(raw));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  /** The contact for which this one is to make up; null when there is none. */
  private ContactView instead(Request request) {
    return request
        .query("instead")
        .map(ContactFields::key)
        .map(key -> contacts.view(request.viewer(), new ContactId(key)))
        .orElse(null);
  }
}
