package org.opora.supervisedcontacts.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.application.Bookings;
import org.opora.supervisedcontacts.application.ContactView;
import org.opora.supervisedcontacts.application.Contacts;
import org.opora.supervisedcontacts.application.PlanView;
import org.opora.supervisedcontacts.application.Plans;
import org.opora.supervisedcontacts.application.Rooms;
import org.opora.supervisedcontacts.domain.CancelledBy;
import org.opora.supervisedcontacts.domain.ContactId;
import org.opora.supervisedcontacts.domain.PlanId;
import org.opora.supervisedcontacts.domain.PlanPersonId;
import org.opora.supervisedcontacts.domain.RoomId;
import org.opora.supervisedcontacts.domain.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pages of contacts: list, booking, record, cancellation. */
@Component
public final class ContactRoutes implements RouteSet {
  private static final String ROOT = "/m/supervised-contacts";
  private static final int PAGE = 30;
  private static final int ON_CARD = 5;
  private static final int LONGEST_TEXT = 8000;
  private final Plans plans;
  private final Bookings bookings;
  private final Contacts contacts;
  private final Rooms rooms;
  private final Staff staff;
  private final Messages messages;

  @Activate
  public ContactRoutes(
      @Reference Plans plans,
      @Reference Bookings bookings,
      @Reference Contacts contacts,
      @Reference Rooms rooms,
      @Reference Staff staff,
      @Reference Messages messages) {
    this.plans = plans;
    this.bookings = bookings;
    this.contacts = contacts;
    this.rooms = rooms;
    this.staff = staff;
    this.messages = messages;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(ROOT, SupervisedContactsModule.READ, this::list),
        Route.page(ROOT + "/card", SupervisedContactsModule.READ, this::card),
        Route.page(ROOT + "/plans/{plan}/book", SupervisedContactsModule.WRITE, this::blank),
        Route.post(ROOT + "/plans/{plan}/contacts", SupervisedContactsModule.WRITE, this::book),
        Route.page(ROOT + "/contacts/{contact}", SupervisedContactsModule.READ, this::show),
        Route.page(
            ROOT + "/contacts/{contact}/record", SupervisedContactsModule.RECORD, this::recordForm),
        Route.post(
            ROOT + "/contacts/{contact}/record", SupervisedContactsModule.RECORD, this::record),
        Route.page(
            ROOT + "/contacts/{contact}/cancel", SupervisedContactsModule.WRITE, this::cancelForm),
        Route.post(
            ROOT + "/contacts/{contact}/cancel", SupervisedContactsModule.WRITE, this::cancel));
  }

  private Reply list(Request request) {
    boolean past = request.query("when").filter("past"::equals).isPresent();
    UUID after = request.query("after").map(ContactRoutes::key).orElse(null);
    Page<Contacts.Line> page = contacts.list(request.viewer(), past, after, PAGE);
    shows(request, page.items());
    return Reply.page(
        "contacts", Map.of("page", page, "past", past, "rooms", rooms.all(request.viewer())));
  }

  private Reply card(Request request) {
    Page<Contacts.Line> page = contacts.list(request.viewer(), false, null, ON_CARD);
    shows(request, page.items());
    return Reply.page("card", Map.of("page", page));
  }

  private Reply blank(Request request) {
    return bookForm(request, new PlanId(request.id("plan")));
  }

  private Reply.Page bookForm(Request request, PlanId id) {
    PlanView plan = plans.view(request.viewer(), id);
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    Options options = new Options(messages, request.locale());
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put(
        "rooms",
        rooms.all(request.viewer()).stream()
            .filter(Rooms.View::inUse)
            .map(room -> new Options.Option(room.id().toString(), room.name()))
            .toList());
    model.put(
        "staff",
        staff.all(request.viewer()).stream()
            .map(member -> new Options.Option(member.id().toString(), member.name()))
            .toList());
    model.put(
        "people",
        plan.allowed().stream()
            .map(
                person ->
                    new Options.Option(
                        person.id().toString(),
                        person.name() + " (" + options.word("kin", person.kin()) + ")"))
            .toList());
    model.put("everybody", plan.allowed().stream().map(each -> each.id().toString()).toList());
    return Reply.page("book-form", model);
  }

  private Reply book(Request request) {
    PlanId plan = new PlanId(request.id("plan"));
    Form form = request.form();
    LocalDate on = form.requiredDate("on");
    LocalTime from = form.time("from");
    LocalTime to = form.time("to");
    UUID room = form.requiredId("room");
    UUID facilitator = form.requiredId("facilitator");
    if (from == null) {
      form.error("from", "form.required");
    }
    if (to == null) {
      form.error("to", "form.required");
    }
    if (from != null && to != null && !to.isAfter(from)) {
      form.error("to", text("book.to.before-from"));
    }
    Set<PlanPersonId> expected = people(form, "people");
    if (form.valid()) {
      ZoneId zone = request.viewer().zone();
      TimeSlot slot = new TimeSlot(moment(on, from, zone), moment(on, to, zone));
      try {
        ContactId contact =
            bookings.book(
                request.viewer(), plan, new RoomId(room), new StaffId(facilitator), slot, expected);
        return Reply.to(ROOT + "/contacts/" + contact, text("book.done"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return bookForm(request, plan).status(422);
  }

  private Reply show(Request request) {
    return Reply.page("contact", Map.of("contact", view(request)));
  }

  private Reply.Page recordForm(Request request) {
    return Reply.page("record-form", Map.of("contact", view(request)));
  }

  private Reply record(Request request) {
    ContactId id = new ContactId(request.id("contact"));
    Form form = request.form();
    Contacts.Observation observation =
        new Contacts.Observation(
            form.text("before", LONGEST_TEXT),
            form.text("during", LONGEST_TEXT),
            form.text("after", LONGEST_TEXT),
            people(form, "came"));
    if (form.valid()) {
      try {
        contacts.record(request.viewer(), id, form.version(), observation);
        return Reply.to(ROOT + "/contacts/" + id, text("record.saved"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return recordForm(request).status(422);
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
    CancelledBy by = form.requiredChoice("by", CancelledBy.class);
    LocalDate on = form.requiredDate("toldOn");
    LocalTime at = form.time("toldAt");
    String reason = form.text("reason", LONGEST_TEXT);
    if (at == null) {
      form.error("toldAt", "form.required");
    }
    if (reason == null) {
      form.error("reason", "form.required");
    }
    if (form.valid()) {
      try {
        contacts.cancel(
            request.viewer(),
            id,
            form.version(),
            by,
            moment(on, at, request.viewer().zone()),
            reason);
        return Reply.to(ROOT + "/contacts/" + id, text("cancel.done"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return cancelForm(request).status(422);
  }

  private ContactView view(Request request) {
    ContactView contact = contacts.view(request.viewer(), new ContactId(request.id("contact")));
    request.shows(Subject.of(new ChildFileId(contact.row().childFile())));
    return contact;
  }

  private static void shows(Request request, List<Contacts.Line> lines) {
    request.shows(
        lines.stream()
            .map(line -> Subject.of(new ChildFileId(line.row().childFile())))
            .distinct()
            .toList());
  }

  private static Set<PlanPersonId> people(Form form, String field) {
    Set<PlanPersonId> people = new HashSet<>();
    for (String raw : form.all(field)) {
      UUID known = key(raw);
      if (known == null) {
        form.error(field, "form.choice", raw);
      } else {
        people.add(new PlanPersonId(known));
      }
    }
    return people;
  }

  private static Instant moment(LocalDate day, LocalTime time, ZoneId zone) {
    return LocalDateTime.of(day, time).atZone(zone).toInstant();
  }

  private static UUID key(String raw) {
    try {
      return UUID.fromString(raw);
    } catch (IllegalArgumentException wrong) {
      return null;
    }
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
