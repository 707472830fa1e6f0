package org.opora.registry.house.web;

import java.util.List;
import org.opora.api.access.Roles;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.house.application.RoleDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the roles. They show nobody's facts and are not recorded as read. */
@Component
public final class RoleRoutes implements RouteSet {
  private static final String ROLE = RolePages.HOME + "/{role}";
  private static final String CHANGE = ROLE + "/changes/{change}";
  private final RolePages pages;

  @Activate
  public RoleRoutes(
      @Reference Roles roles,
      @Reference RoleDesk desk,
      @Reference Staff staff,
      @Reference Messages messages) {
    pages = new RolePages(roles, desk, staff, messages);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page(RolePages.HOME, pages::list),
        page(RolePages.HOME + "/table", pages::table),
        page(RolePages.HOME + "/new", pages::blank),
        post(RolePages.HOME + "/new", pages::copy),
        page(ROLE, pages::show),
        post(ROLE, pages::change),
        post(ROLE + "/name", pages::rename),
        page(ROLE + "/retire", pages::askRetire),
        post(ROLE + "/retire", pages::retire),
        post(ROLE + "/offer", pages::offer),
        post(CHANGE + "/confirm", pages::confirm),
        post(CHANGE + "/turn-down", pages::turnDown));
  }

  private static Route page(String pattern, Route.Handler handler) {
    return Route.page(pattern, Roles.MANAGE, handler).audited(Route.Audit.NONE);
  }

  private static Route post(String pattern, Route.Handler handler) {
    return Route.post(pattern, Roles.MANAGE, handler).audited(Route.Audit.NONE);
  }
}
