package org.opora.registry.disability.web;

import java.util.List;
import org.opora.api.disability.Dependency;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.disability.application.DisabilityDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to what is known of a disability. */
@Component
public final class DisabilityRoutes implements RouteSet {
  private final DisabilityPages pages;

  @Activate
  public DisabilityRoutes(
      @Reference People people, @Reference DisabilityDesk desk, @Reference Messages messages) {
    pages = new DisabilityPages(people, desk, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String all = "/people/{person}/disability";
    String one = all + "/{row}";
    return List.of(
        Route.page(all, Dependency.READ, pages::show),
        Route.page(all + "/new", Dependency.WRITE, pages::blank),
        change(all + "/new", pages::add),
        Route.page(one + "/edit", Dependency.WRITE, pages::edit),
        change(one + "/edit", pages::save),
        change(one + "/remove", pages::remove));
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Dependency.WRITE, handler).audited(Route.Audit.READ);
  }
}
