package org.opora.registry.aims.web;

import java.util.List;
import org.opora.api.care.Visits;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.files.web.CaseFrame;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to agreed aims. */
@Component
public final class AimRoutes implements RouteSet {
  private final AimPages pages;

  @Activate
  public AimRoutes(
      @Reference CaseFrame frame, @Reference AimsDesk desk, @Reference Messages messages) {
    pages = new AimPages(frame, desk, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String all = "/files/{file}/aims";
    return List.of(
        Route.page(all, Visits.READ, pages::part),
        form(all + "/new", pages::blank),
        change(all + "/new", pages::agree),
        Route.page(all + "/{aim}", Visits.READ, pages::one),
        Route.page(all + "/{aim}/versions", Visits.READ, pages::former),
        form(all + "/{aim}/edit", pages::edit),
        change(all + "/{aim}/edit", pages::amend),
        form(all + "/{aim}/review", pages::askReview),
        change(all + "/{aim}/review", pages::review),
        Route.post(all + "/{aim}/steps/{step}/done", Visits.WRITE, pages::done),
        Route.post(all + "/{aim}/steps/{step}/undone", Visits.WRITE, pages::undone));
  }

  private static Route form(String pattern, Route.Handler handler) {
    return Route.page(pattern, Visits.WRITE, handler);
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Visits.WRITE, handler).audited(Route.Audit.READ);
  }
}
