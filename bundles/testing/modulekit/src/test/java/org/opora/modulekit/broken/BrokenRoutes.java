package org.opora.modulekit.broken;

import java.util.List;
import java.util.Map;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;

/** Sample of doors in other people's walls. */
public final class BrokenRoutes implements RouteSet {
  @Override
  public String module() {
    return "broken";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/files/{file}", "broken.read", BrokenRoutes::page),
        Route.page("/m/broken", "broken.read", BrokenRoutes::page).onTablet());
  }

  static void tell(AuditTrail audit, Viewer viewer) {
    audit.wrote(viewer, "foreign.guest.add", List.of());
  }

  private static Reply page(Request request) {
    return Reply.page(request.fragment() ? "torn" : "absent", Map.of());
  }

  static Reply lost() {
    return Reply.page("lost", Map.of("torn", "asking"));
  }

  static Reply absent() {
    return Reply.page("absent", Map.of());
  }
}
