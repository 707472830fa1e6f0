package org.opora.supervisedcontacts.contacts.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Bookings;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.TimeSlot;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.rooms.application.Rooms;
import org.opora.supervisedcontacts.rooms.domain.RoomId;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.shared.web.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Booking a contact from its plan. */
@Component
public final class BookingRoutes implements RouteSet {
  private static final String PLAN = SupervisedContactsModule.HOME + "/plans/{plan}";
  private static final String CONTACTS = SupervisedContactsModule.HOME + "/contacts/";
  private final PlanReader plans;
  private final Bookings bookings;
  private final Rooms rooms;
  private final Staff staff;
  private final Messages messages;

  @Activate
  public BookingRoutes(
      @Reference PlanReader plans,
      @Reference Bookings bookings,
      @Reference Rooms rooms,
      @Reference Staff staff,
      @Reference Messages messages) {
    this.plans = plans;
    this.bookings = bookings;
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
        Route.page(PLAN + "/book", SupervisedContactsModule.WRITE, this::blank),
        Route.post(PLAN + "/contacts", SupervisedContactsModule.WRITE, this::book));
  }

  private Reply.Page blank(Request request) {
    return form(request, plan(request));
  }

  private Reply book(Request request) {
    PlanView plan = plan(request);
    Form form = request.form();
    ContactFields fields = new ContactFields(form);
    LocalDate on = form.requiredDate("on");
    LocalTime from = fields.requiredTime("from");
    LocalTime to = to(form, from, plan.row().minutes());
    UUID room = form.requiredId("room");
    UUID facilitator = form.requiredId("facilitator");
    Set<PlanPersonId> expected = fields.people("people");
    if (form.valid()) {
      ZoneId zone = request.viewer().zone();
      TimeSlot slot =
          new TimeSlot(ContactFields.moment(on, from, zone), ContactFields.moment(on, to, zone));
      try {
        ContactId contact =
            bookings.book(
                request.viewer(),
                new PlanId(plan.row().id()),
                new RoomId(room),
                new StaffId(facilitator),
                slot,
                expected);
        return Reply.to(CONTACTS + contact, text("book.done"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return form(request, plan).status(422);
  }

  /** Left empty, the contact lasts as long as the plan says. */
  private static LocalTime to(Form form, LocalTime from, int minutes) {
    LocalTime typed = form.time("to");
    if (from == null) {
      return typed;
    }
    LocalTime to = typed == null ? from.plusMinutes(minutes) : typed;
    if (!to.isAfter(from)) {
      form.error("to", text("book.to.before-from"));
    }
    return to;
  }

  private PlanView plan(Request request) {
    PlanView plan = plans.view(request.viewer(), new PlanId(request.id("plan")));
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    request.shows(Subject.of(new PersonId(plan.row().child())));
    return plan;
  }

  private Reply.Page form(Request request, PlanView plan) {
    Viewer viewer = request.viewer();
    Options options = new Options(messages, request.locale());
    List<Choice> offered =
        rooms.all(viewer).stream()
            .filter(Rooms.View::inUse)
            .map(room -> new Choice(room.id().toString(), room.name()))
            .toList();
    List<Choice> colleagues =
        staff.all(viewer).stream()
            .map(member -> new Choice(member.id().toString(), member.name()))
            .toList();
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    model.put("rooms", offered);
    model.put("staff", colleagues);
    model.put("suggested", Suggestion.after(plan.last(), plan.row(), viewer, offered, colleagues));
    model.put(
        "people",
        plan.allowed().stream()
            .map(person -> options.person(person.id(), person.name(), person.kin()))
            .toList());
    model.put("everybody", plan.allowed().stream().map(each -> each.id().toString()).toList());
    return Reply.page("book-form", model);
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
