package org.opora.registry.staff.web;

import java.util.List;
import org.opora.api.access.Accounts;
import org.opora.api.access.Roles;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.staff.application.AccountDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Doors to the staff. Most show colleagues and never a client, so nothing is recorded as read. A
 * sheet shows whom a colleague has declared to know among the families, which is recorded.
 */
@Component
public final class StaffRoutes implements RouteSet {
  private final StaffPages pages;

  @Activate
  public StaffRoutes(
      @Reference Staff staff,
      @Reference Accounts accounts,
      @Reference Roles roles,
      @Reference AccountDesk desk,
      @Reference Messages messages,
      @Reference StaffSheet sheet) {
    pages = new StaffPages(staff, accounts, roles, desk, messages, sheet);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page("/staff", Staff.READ, pages::list),
        page("/staff/export", Staff.READ, pages::export),
        page("/staff/new", Staff.WRITE, pages::blank),
        Route.post("/staff/new", Staff.WRITE, pages::add),
        Route.page("/staff/{staff}", Staff.READ, pages::show),
        Route.post("/staff/{staff}", Staff.WRITE, pages::rename),
        Route.post("/staff/{staff}/invite", Accounts.MANAGE, pages::invite),
        Route.post("/staff/{staff}/roles", Accounts.MANAGE, pages::assign),
        Route.post("/staff/{staff}/grants/{grant}/confirm", Accounts.MANAGE, pages::confirm),
        Route.post("/staff/{staff}/grants/{grant}/turn-down", Accounts.MANAGE, pages::turnDown),
        page("/staff/{staff}/disable", Accounts.MANAGE, pages::askDisable),
        Route.post("/staff/{staff}/disable", Accounts.MANAGE, pages::disable));
  }

  private static Route page(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }
}
