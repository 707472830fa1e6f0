package org.opora.supervisedcontacts.rooms.web;

import java.util.List;
import java.util.Map;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.rooms.application.Rooms;
import org.opora.supervisedcontacts.rooms.domain.RoomId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of rooms. */
@Component
public final class RoomRoutes implements RouteSet {
  private static final String ROOT = SupervisedContactsModule.HOME + "/rooms";
  private static final String ROOM = ROOT + "/{room}";
  private final Rooms rooms;

  @Activate
  public RoomRoutes(@Reference Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(ROOT, SupervisedContactsModule.ROOMS, this::list).audited(Route.Audit.NONE),
        Route.post(ROOT, SupervisedContactsModule.ROOMS, this::add),
        Route.page(ROOM, SupervisedContactsModule.ROOMS, this::edit).audited(Route.Audit.NONE),
        Route.post(ROOM, SupervisedContactsModule.ROOMS, this::change));
  }

  private Reply.Page list(Request request) {
    return Reply.page("rooms", Map.of("rooms", rooms.all(request.viewer())));
  }

  private Reply add(Request request) {
    Form form = request.form();
    String name = form.requiredLine("name");
    return form.attempt(
        () -> {
          rooms.add(request.viewer(), name);
          return saved();
        },
        wrong -> list(request).status(422));
  }

  private Reply.Page edit(Request request) {
    return Reply.page("room-form", Map.of("room", rooms.view(request.viewer(), room(request))));
  }

  private Reply change(Request request) {
    Form form = request.form();
    String name = form.requiredLine("name");
    return form.attempt(
        () -> {
          rooms.change(
              request.viewer(), room(request), form.version(), name, form.checked("inUse"));
          return saved();
        },
        wrong -> edit(request).status(422));
  }

  private static RoomId room(Request request) {
    return new RoomId(request.id("room"));
  }

  private static Reply saved() {
    return Reply.to(ROOT, Text.of(SupervisedContactsModule.ORIGIN, "rooms.saved"));
  }
}
