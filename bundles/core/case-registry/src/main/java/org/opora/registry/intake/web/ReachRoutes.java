package org.opora.registry.intake.web;

import java.util.List;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.ReachDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to outreach and prevention. They show nobody. */
@Component
public final class ReachRoutes implements RouteSet {
  private final ReachPages pages;

  @Activate
  public ReachRoutes(@Reference ReachDesk desk, @Reference Messages messages) {
    pages = new ReachPages(desk, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        read("/reach", Intake.READ, pages::list),
        read("/reach/export", Intake.READ, pages::export),
        read("/reach/new", Intake.WRITE, pages::blank),
        Route.post("/reach/new", Intake.WRITE, pages::record),
        read("/reach/{entry}/edit", Intake.WRITE, pages::edit),
        Route.post("/reach/{entry}/edit", Intake.WRITE, pages::amend));
  }

  private static Route read(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }
}
