package org.opora.registry.files.web;

import java.util.List;
import org.opora.api.access.Roles;
import org.opora.api.people.People;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.application.WhyDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the question why somebody sees a family or a person. */
@Component
public final class WhyRoutes implements RouteSet {
  private final WhyPages pages;

  @Activate
  public WhyRoutes(
      @Reference CaseFrame frame,
      @Reference People people,
      @Reference WhyDesk desk,
      @Reference Staff staff,
      @Reference Roles roles,
      @Reference Messages messages) {
    pages = new WhyPages(frame, people, desk, staff, roles, messages);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/files/{file}/why", Roles.MANAGE, pages::file),
        Route.page("/people/{person}/why", Roles.MANAGE, pages::person));
  }
}
