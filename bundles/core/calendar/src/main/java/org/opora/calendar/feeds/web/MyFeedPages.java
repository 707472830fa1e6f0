package org.opora.calendar.feeds.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.calendar.Calendar;
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

/** One's own address. */
@Component
public final class MyFeedPages implements RouteSet {
  private static final String PATH = FeedDesk.OWN_PAGE;

  private final FeedDesk desk;

  @Activate
  public MyFeedPages(@Reference FeedDesk desk) {
    this.desk = desk;
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        own(Method.GET, PATH, Audit.NONE, this::show),
        own(Method.POST, PATH, Audit.WRITE, this::make),
        own(Method.POST, PATH + "/revoke", Audit.WRITE, this::revoke));
  }

  private static Route own(Method method, String path, Audit audit, Route.Handler handler) {
    return new Route(method, path, Entry.SIGNED_IN, Calendar.READ, null, audit, handler);
  }

  private Reply show(Request request) {
    Map<String, Object> model = new HashMap<>();
    model.put("mine", desk.mine(request.viewer()).orElse(null));
    return Reply.page("feed-mine", model);
  }

  /** Shown once, on the reply itself: no page shows it again. */
  private Reply make(Request request) {
    String address = FeedRoutes.address(request, desk.make(request.viewer()));
    // Other computers are answered by TLS alone: without it, the browser is on this very one.
    boolean hereOnly = address.startsWith("http:");
    return Reply.page("feed-made", Map.of("address", address, "hereOnly", hereOnly));
  }

  private Reply revoke(Request request) {
    desk.revoke(request.viewer());
    return Reply.to(PATH, Texts.of("feed.revoked"));
  }
}
