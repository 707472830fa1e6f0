package org.opora.calendar.rooms.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.calendar.Calendar;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.RoomId;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.rooms.application.RoomDesk;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of rooms: read by everybody who reads the calendar, kept by who keeps rooms. */
@Component
public final class RoomRoutes implements RouteSet {
  private static final String ALL = "/calendar/rooms";
  private static final String ONE = ALL + "/{room}";

  /** What a room is before anybody has said what it is like. */
  private static final RoomFacts BLANK = new RoomFacts("", RoomFacts.USUAL_SEATS, false, "", true);

  private final RoomDesk desk;

  @Activate
  public RoomRoutes(@Reference RoomDesk desk) {
    this.desk = desk;
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(ALL, Calendar.READ, this::list).audited(Route.Audit.NONE),
        Route.post(ALL, Calendar.ROOMS, this::add),
        Route.page(ONE, Calendar.ROOMS, this::edit).audited(Route.Audit.NONE),
        Route.post(ONE, Calendar.ROOMS, this::change));
  }

  private Reply.Page list(Request request) {
    return Reply.page("rooms", Map.of("rooms", desk.all(request.viewer()), "blank", BLANK));
  }

  private Reply add(Request request) {
    Form form = request.form();
    RoomFacts facts = facts(form);
    if (form.valid()) {
      try {
        desk.add(request.viewer(), facts);
        return saved(facts);
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return list(request).status(422);
  }

  private Reply.Page edit(Request request) {
    Map<String, Object> model = new HashMap<>();
    model.put("room", desk.room(request.viewer(), id(request)));
    return Reply.page("room-form", model);
  }

  private Reply change(Request request) {
    Form form = request.form();
    RoomFacts facts = facts(form);
    if (form.valid()) {
      try {
        desk.amend(request.viewer(), id(request), form.version(), facts);
        return saved(facts);
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return edit(request).status(422);
  }

  private static RoomFacts facts(Form form) {
    Integer seats = form.number("seats", 1, RoomFacts.MOST_SEATS);
    if (seats == null) {
      form.error("seats", "form.required");
    }
    String door = form.line("door");
    return new RoomFacts(
        form.requiredLine("name"),
        seats == null ? RoomFacts.USUAL_SEATS : seats,
        form.checked("shared"),
        door == null ? "" : door,
        form.checked("inUse"));
  }

  private static RoomId id(Request request) {
    return new RoomId(request.id("room"));
  }

  private static Reply saved(RoomFacts facts) {
    return Reply.to(ALL, Texts.of("room.saved", facts.name()));
  }
}
