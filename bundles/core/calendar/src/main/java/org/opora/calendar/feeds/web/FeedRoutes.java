package org.opora.calendar.feeds.web;

import java.util.List;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Audit;
import org.opora.api.web.spi.Route.Entry;
import org.opora.api.web.spi.Route.Method;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.feeds.application.FeedReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where programs fetch. Whoever comes with anything but a secret that works finds what stands at an
 * address that does not exist.
 */
@Component
public final class FeedRoutes implements RouteSet {
  private static final String SECRET = "secret";
  private static final String PATH = "/calendar/feeds/{secret}/calendar.ics";

  private final FeedReader reader;

  @Activate
  public FeedRoutes(@Reference FeedReader reader) {
    this.reader = reader;
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, PATH, Entry.PUBLIC, null, null, Audit.NONE, this::fetch));
  }

  /** What somebody types into their phone. */
  static String address(Request request, String secret) {
    return request.houseAddress() + PATH.replace("{" + SECRET + "}", secret);
  }

  private Reply fetch(Request request) {
    return reader
        .read(request.variable(SECRET), request.zone(), request.locale())
        .map(Reply.Calendar::new)
        .orElseThrow(NotFound::new);
  }
}
