package org.opora.calendar.hours.web;

import java.util.List;
import org.opora.api.calendar.Calendar;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.hours.application.HoursDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the hours of colleagues. They show no client, so no read is recorded. */
@Component
public final class HoursRoutes implements RouteSet {
  private static final String ONE = HoursPages.HOME + "/{staff}";
  private final HoursPages pages;

  @Activate
  public HoursRoutes(@Reference HoursDesk desk) {
    pages = new HoursPages(desk);
  }

  @Override
  public String module() {
    return CalendarModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page(HoursPages.HOME, Calendar.READ, pages::list),
        page(HoursPages.MINE, Calendar.READ, pages::mine),
        post(HoursPages.MINE, Calendar.READ, pages::writeMine),
        page(ONE, Calendar.ROOMS, pages::one),
        post(ONE, Calendar.ROOMS, pages::write));
  }

  private static Route page(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }

  private static Route post(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.NONE);
  }
}
