package org.opora.registry.incidents.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.incidents.Incidents;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.incidents.application.IncidentDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to incidents. */
@Component
public final class IncidentRoutes implements RouteSet {
  private final IncidentPages pages;
  private final IncidentForms forms;

  @Activate
  public IncidentRoutes(
      @Reference CaseFrame frame,
      @Reference CaseFiles files,
      @Reference IncidentDesk desk,
      @Reference Staff staff,
      @Reference Messages messages) {
    pages = new IncidentPages(frame, desk, messages);
    forms = new IncidentForms(frame, files, desk, staff, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String one = "/incidents/{incident}";
    return List.of(
        Route.page("/incidents", Incidents.READ, pages::list),
        Route.page("/incidents/print", Incidents.READ, pages::print),
        Route.page("/incidents/export", Incidents.READ, pages::export),
        Route.page("/incidents/card", Incidents.READ, pages::card),
        Route.page("/files/{file}/incidents", Incidents.READ, pages::ofFile),
        Route.page("/files/{file}/incidents/new", Incidents.WRITE, forms::blank),
        change("/files/{file}/incidents/new", forms::open),
        Route.page(one, Incidents.READ, forms::show),
        Route.page(one + "/edit", Incidents.WRITE, forms::edit),
        change(one + "/edit", forms::save),
        change(one + "/steps", forms::step),
        change(one + "/steps/{step}/withdraw", forms::withdrawStep),
        change(one + "/measures", forms::measures),
        change(one + "/close", forms::close),
        Route.page(one + "/amend", Incidents.WRITE, forms::correct),
        change(one + "/amend", forms::amendClosed));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Incidents.WRITE, handler).audited(Route.Audit.READ);
  }
}
