package org.opora.calendar.feeds.web;

import java.util.List;
import java.util.Map;
import org.opora.api.access.Sessions;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Audit;
import org.opora.api.web.spi.Route.Entry;
import org.opora.api.web.spi.Route.Method;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.feeds.application.FeedDesk;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The addresses of everybody, for whoever looks after accounts: a phone is lost sometimes. */
@Component
public final class AllFeedPages implements RouteSet {
  private static final String PATH = FeedDesk.ALL_PAGE;

  private final FeedDesk desk;

  @Activate
  public AllFeedPages(@Reference FeedDesk desk) {
    this.desk = desk;
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route(Method.GET, PATH, Audit.NONE, this::list),
        route(Method.POST, PATH + "/{staff}/revoke", Audit.WRITE, this::revoke));
  }

  private static Route route(Method method, String path, Audit audit, Route.Handler handler) {
    return new Route(method, path, Entry.SIGNED_IN, Sessions.MANAGE, null, audit, handler);
  }

  private Reply list(Request request) {
    return Reply.page("feeds", Map.of("feeds", desk.all(request.viewer())));
  }

  private Reply revoke(Request request) {
    desk.revoke(request.viewer(), new StaffId(request.id("staff")));
    return Reply.to(PATH, Texts.of("feeds.revoked"));
  }
}
