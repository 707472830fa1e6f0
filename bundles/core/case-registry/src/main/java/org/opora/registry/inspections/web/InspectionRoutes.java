package org.opora.registry.inspections.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.inspections.application.InspectionDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to looks into case files. */
@Component
public final class InspectionRoutes implements RouteSet {
  private final InspectionPages pages;
  private final InspectionForms forms;

  @Activate
  public InspectionRoutes(
      @Reference CaseFrame frame,
      @Reference CaseFiles files,
      @Reference InspectionDesk desk,
      @Reference Staff staff,
      @Reference Messages messages) {
    pages = new InspectionPages(frame, files, desk);
    forms = new InspectionForms(frame, desk, staff, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String one = "/inspections/{inspection}";
    String ofFile = "/files/{file}/inspections";
    return List.of(
        Route.page("/inspections", InspectionDesk.READ, pages::list),
        Route.page("/inspections/export", InspectionDesk.READ, pages::export),
        Route.page(ofFile, InspectionDesk.READ, pages::ofFile),
        Route.page(ofFile + "/new", InspectionDesk.WRITE, forms::blank),
        change(ofFile + "/new", forms::record),
        Route.page(one, InspectionDesk.READ, pages::show),
        Route.page(one + "/edit", InspectionDesk.WRITE, forms::edit),
        change(one + "/edit", forms::amend),
        change(one + "/returned", pages::returned),
        change(one + "/not-returned", pages::notReturned),
        Route.page(one + "/strike-out", InspectionDesk.WRITE, pages::striking),
        change(one + "/strike-out", pages::strikeOut));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, InspectionDesk.WRITE, handler).audited(Route.Audit.READ);
  }
}
