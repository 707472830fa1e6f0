package org.opora.registry.plans.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.care.Visits;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanPapers;
import org.opora.registry.plans.domain.PlanKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to plans. */
@Component
public final class PlanRoutes implements RouteSet {
  private final PlanPages pages;
  private final PlanForms forms;

  @Activate
  public PlanRoutes(
      @Reference CaseFrame frame,
      @Reference PlanDesk desk,
      @Reference PlanPapers papers,
      @Reference Messages messages) {
    pages = new PlanPages(frame, desk, papers, messages);
    forms = new PlanForms(frame, desk, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String all = "/files/{file}/plans";
    String stay = all + "/stay/{child}/new";
    String education = all + "/education/{carer}/new";
    String one = all + "/{plan}";
    List<Route> own =
        List.of(
            Route.page(all, Visits.READ, pages::part),
            form(stay, request -> forms.blank(request, PlanKind.STAY)),
            change(stay, request -> forms.draw(request, PlanKind.STAY)),
            form(education, request -> forms.blank(request, PlanKind.EDUCATION)),
            change(education, request -> forms.draw(request, PlanKind.EDUCATION)),
            Route.page(one, Visits.READ, pages::show),
            Route.page(one + "/versions", Visits.READ, pages::versions),
            Route.page(one + "/print", Visits.READ, pages::print),
            form(one + "/edit", forms::edit),
            change(one + "/edit", forms::amend),
            form(one + "/review", forms::askReview),
            change(one + "/review", forms::review));
    return Stream.concat(own.stream(), pages.papers().routes(one).stream()).toList();
  }

  private static Route form(String pattern, Route.Handler handler) {
    return Route.page(pattern, Visits.WRITE, handler);
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Visits.WRITE, handler).audited(Route.Audit.READ);
  }
}
