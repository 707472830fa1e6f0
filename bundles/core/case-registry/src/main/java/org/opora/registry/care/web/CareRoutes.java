package org.opora.registry.care.web;

import java.util.List;
import org.opora.api.care.Visits;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to visits. */
@Component
public final class CareRoutes implements RouteSet {
  private final VisitPages pages;

  @Activate
  public CareRoutes(
      @Reference CaseFrame frame, @Reference Visits visits, @Reference Messages messages) {
    pages = new VisitPages(frame, visits, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/files/{file}/visits", Visits.READ, pages::list),
        Route.page("/files/{file}/visits/new", Visits.WRITE, pages::blank),
        // The use cases record the change; a form shown again is recorded as a read besides.
        Route.post("/files/{file}/visits/new", Visits.WRITE, pages::record)
            .audited(Route.Audit.READ),
        Route.page("/files/{file}/visits/{visit}", Visits.READ, pages::show),
        Route.page("/files/{file}/visits/{visit}/edit", Visits.WRITE, pages::edit),
        Route.post("/files/{file}/visits/{visit}/edit", Visits.WRITE, pages::amend)
            .audited(Route.Audit.READ));
  }
}
