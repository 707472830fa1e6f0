package org.opora.web.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Audit;
import org.opora.api.web.spi.Route.Entry;
import org.opora.api.web.spi.Route.Method;
import org.opora.api.web.spi.RouteSet;
import org.opora.web.WebModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Messages of the house to whoever is signed in. */
@Component
public final class InboxPages implements RouteSet {
  private static final int AT_ONCE = 30;

  private final Inbox inbox;

  @Activate
  public InboxPages(@Reference Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/inbox", Entry.SIGNED_IN, null, null, Audit.NONE, this::list),
        new Route(
            Method.POST, "/inbox/{message}", Entry.SIGNED_IN, null, null, Audit.NONE, this::open));
  }

  private Reply list(Request request) {
    Map<String, Object> model = new HashMap<>();
    model.put("page", inbox.of(request.viewer(), request.query("after").orElse(null), AT_ONCE));
    return Reply.page("inbox", model);
  }

  /** Marks the message as read and goes where it points. */
  private Reply open(Request request) {
    Viewer viewer = request.viewer();
    UUID id = request.id("message");
    inbox.read(viewer, id);
    String after = null;
    do {
      Page<Inbox.Message> page = inbox.of(viewer, after, AT_ONCE);
      for (Inbox.Message message : page.items()) {
        if (message.id().equals(id)) {
          return Reply.to(Targets.within(message.href()) ? message.href() : "/inbox");
        }
      }
      after = page.next();
    } while (after != null);
    return Reply.to("/inbox");
  }
}
