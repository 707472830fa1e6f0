package org.opora.registry.views.web;

import java.util.List;
import org.opora.api.care.Visits;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.views.application.ChildViews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to what children say. */
@Component
public final class ViewRoutes implements RouteSet {
  private final ViewPages pages;

  @Activate
  public ViewRoutes(
      @Reference CaseFrame frame, @Reference ChildViews views, @Reference Messages messages) {
    pages = new ViewPages(frame, views, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String all = "/files/{file}/views";
    return List.of(
        Route.page(all, Visits.READ, pages::part),
        Route.page(all + "/shown", Visits.READ, pages::shown),
        form(all + "/{child}/new", pages::blank),
        change(all + "/{child}/new", pages::write),
        form(all + "/{view}/readers", pages::askReaders),
        change(all + "/{view}/readers", pages::readers));
  }

  private static Route form(String pattern, Route.Handler handler) {
    return Route.page(pattern, Visits.WRITE, handler);
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Visits.WRITE, handler).audited(Route.Audit.READ);
  }
}
