package org.opora.supervisedcontacts.contacts.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
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
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.rooms.application.Rooms;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pages that show contacts: the list, the card on the page Today, one contact. */
@Component
public final class ContactRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME;
  private static final int PAGE = 30;
  private static final int ON_CARD = 5;
  private final ContactReader contacts;
  private final Rooms rooms;

  @Activate
  public ContactRoutes(@Reference ContactReader contacts, @Reference Rooms rooms) {
    this.contacts = contacts;
    this.rooms = rooms;
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
        Route.page(ROOT + "/contacts/{contact}", SupervisedContactsModule.READ, this::show));
  }

  private Reply list(Request request) {
    boolean past = past(request);
    UUID after = request.query("after").map(ContactFields::key).orElse(null);
    Page<ContactReader.Line> page = contacts.list(request.viewer(), past, after, PAGE);
    shows(request, page.items());
    return Reply.page(
        "contacts", Map.of("page", page, "past", past, "rooms", rooms.all(request.viewer())));
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
            .date("book.on", line -> LocalDate.ofInstant(line.row().start(), viewer.zone()))
            .time("book.from", line -> LocalTime.ofInstant(line.row().start(), viewer.zone()))
            .time("book.to", line -> LocalTime.ofInstant(line.row().end(), viewer.zone()))
            .text("child", ContactRoutes::childOf)
            .text("contact.room", line -> line.row().roomName())
            .text("contact.facilitator", ContactReader.Line::facilitatorName)
            .text("contact.state", line -> text("state." + line.row().state()))
            .about(line -> List.of(Subject.of(new ChildFileId(line.row().childFile())))));
  }

  private static UUID key(String after) {
    return after == null ? null : ContactFields.key(after);
  }

  private static Object childOf(ContactReader.Line line) {
    return line.childName() == null ? text("child.hidden") : line.childName().spoken();
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }

  private Reply card(Request request) {
    Page<ContactReader.Line> page = contacts.list(request.viewer(), false, null, ON_CARD);
    shows(request, page.items());
    return Reply.page("card", Map.of("page", page));
  }

  private Reply show(Request request) {
    ContactView contact = contacts.view(request.viewer(), new ContactId(request.id("contact")));
    request.shows(Subject.of(new ChildFileId(contact.row().childFile())));
    request.shows(Subject.of(new PersonId(contact.row().child())));
    boolean begun = !contact.row().start().isAfter(request.viewer().now());
    return Reply.page("contact", Map.of("contact", contact, "begun", begun));
  }

  private static void shows(Request request, List<ContactReader.Line> lines) {
    request.shows(
        lines.stream()
            .map(line -> Subject.of(new ChildFileId(line.row().childFile())))
            .distinct()
            .toList());
  }
}
