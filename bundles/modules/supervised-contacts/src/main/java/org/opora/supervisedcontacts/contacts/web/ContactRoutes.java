package org.opora.supervisedcontacts.contacts.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rooms;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.text.Text;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactLine;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.ways.web.Ways;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pages that show contacts: the list, the card on the page Today, those of a plan, one contact. */
@Component
public final class ContactRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final int PAGE = 30;
  private static final int ON_CARD = 5;

  /** So far back and on the page of a plan looks, in months. */
  private static final int MONTHS = 6;

  private final ContactReader contacts;
  private final ContactViews views;
  private final PlanReader plans;
  private final Rooms rooms;
  private final Ways ways;

  @Activate
  public ContactRoutes(
      @Reference ContactReader contacts,
      @Reference ContactViews views,
      @Reference PlanReader plans,
      @Reference Rooms rooms,
      @Reference Ways ways) {
    this.contacts = contacts;
    this.views = views;
    this.plans = plans;
    this.rooms = rooms;
    this.ways = ways;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(ROOT, SupervisedContactsModule.READ, this::list),
        Route.page(ROOT + "/export", SupervisedContactsModule.READ, this::export),
        Route.page(ROOT + "/card", SupervisedContactsModule.READ, this::card),
        Route.page(ROOT + "/plans/{plan}/contacts", SupervisedContactsModule.READ, this::ofPlan),
        Route.page(ROOT + "/contacts/{contact}", SupervisedContactsModule.READ, this::show));
  }

  private Reply list(Request request) {
    boolean past = past(request);
    UUID after = request.query("after").map(ContactFields::key).orElse(null);
    Page<ContactLine> page = contacts.list(request.viewer(), past, after, PAGE);
    shows(request, page.items());
    return Reply.page(
        "contacts",
        Map.of(
            "page",
            page,
            "past",
            past,
            "noRoom",
            rooms.inUse().isEmpty(),
            "ways",
            ways.of(request.viewer())));
  }

  private static boolean past(Request request) {
    return request.query("when").filter("past"::equals).isPresent();
  }

  private Reply export(Request request) {
    Viewer viewer = request.viewer();
    boolean past = past(request);
    return Reply.export(
        request,
        Sheet.of(
                "supervised-contacts",
                "module.title",
                (after, limit) -> contacts.list(viewer, past, key(after), limit))
            .date("book.on", line -> line.row().day())
            .time("book.from", line -> LocalTime.ofInstant(line.row().start(), viewer.zone()))
            .time("book.to", line -> LocalTime.ofInstant(line.row().end(), viewer.zone()))
            .text("child", ContactRoutes::childOf)
            .text("contact.form", line -> text("form." + line.row().form()))
            .text("contact.where", ContactLine::where)
            .text("contact.facilitator", ContactLine::facilitatorName)
            .text("contact.state", line -> text("state." + line.row().state()))
            .text("cancel.by", ContactRoutes::because)
            .about(line -> List.of(Subject.of(new ChildFileId(line.row().childFile())))));
  }

  private static UUID key(String after) {
    return after == null ? null : ContactFields.key(after);
  }

  private static Object childOf(ContactLine line) {
    return line.childName() == null ? text("child.hidden") : line.childName().spoken();
  }

  private static Object because(ContactLine line) {
    if (line.row().cancelledBy() != null) {
      return text("cancelled-by." + line.row().cancelledBy());
    }
    return line.row().missedBy() == null ? null : text("missed-by." + line.row().missedBy());
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }

  private Reply card(Request request) {
    Page<ContactLine> page = contacts.list(request.viewer(), false, null, ON_CARD);
    shows(request, page.items());
    return Reply.page("card", Map.of("page", page));
  }

  /** What became of the contacts of a plan, and those of half a year back and on. */
  private Reply ofPlan(Request request) {
    Viewer viewer = request.viewer();
    PlanId id = new PlanId(request.id("plan"));
    PlanView plan = plans.view(viewer, id);
    request.shows(Subject.of(new ChildFileId(plan.row().childFile())));
    LocalDate from = viewer.today().minusMonths(MONTHS);
    LocalDate until = viewer.today().plusMonths(MONTHS);
    List<ContactLine> lines = contacts.ofPlan(viewer, id, from, until);
    shows(request, lines);
    return Reply.page(
        "plan-contacts",
        Map.of(
            "plan",
            plan,
            "lines",
            lines,
            "from",
            from,
            "until",
            viewer.today(),
            "tally",
            contacts.tally(viewer, id, from, viewer.today()),
            "parties",
            CancelledBy.values()));
  }

  private Reply show(Request request) {
    ContactView contact = views.view(request.viewer(), new ContactId(request.id("contact")));
    for (ContactView.Part part : contact.children()) {
      request.shows(Subject.of(new ChildFileId(part.row().childFile())));
      request.shows(Subject.of(new PersonId(part.row().child())));
    }
    boolean begun = !contact.row().start().isAfter(request.viewer().now());
    return Reply.page("contact", Map.of("contact", contact, "begun", begun));
  }

  private static void shows(Request request, List<ContactLine> lines) {
    request.shows(
        lines.stream()
            .map(line -> Subject.of(new ChildFileId(line.row().childFile())))
            .distinct()
            .toList());
  }
}
