package org.opora.reports.counts.web;

import java.util.List;
import org.opora.api.documents.Printing;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.reports.ReportsModule;
import org.opora.reports.counts.application.CountDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to counts on demand. */
@Component
public final class CountRoutes implements RouteSet {
  private final CountPages pages;

  @Activate
  public CountRoutes(
      @Reference CountDesk desk,
      @Reference Messages messages,
      @Reference Printing printing,
      @Reference Centre centre) {
    pages = new CountPages(desk, messages, printing, centre);
  }

  @Override
  public String module() {
    return ReportsModule.ID;
  }

  @Override
  public List<Route> routes() {
    String all = "/statistics/counts";
    String one = all + "/{request}";
    String list = one + "/lists/{figure}";
    return List.of(
        figures(all, pages::list),
        Route.page(all + "/export", ReportsModule.READ, pages::export),
        Route.page(all + "/new", ReportsModule.WRITE, pages::blank).audited(Route.Audit.NONE),
        Route.post(all + "/new", ReportsModule.WRITE, pages::record),
        figures(one, pages::show),
        Route.page(one + "/edit", ReportsModule.WRITE, pages::edit).audited(Route.Audit.NONE),
        Route.post(one + "/edit", ReportsModule.WRITE, pages::amend),
        Route.post(one + "/count", ReportsModule.WRITE, pages::count),
        Route.post(one + "/answer", ReportsModule.WRITE, pages::answer),
        Route.page(one + "/mistake", ReportsModule.WRITE, pages::mistake).audited(Route.Audit.NONE),
        Route.post(one + "/mistake", ReportsModule.WRITE, pages::takeBack),
        Route.page(one + "/export", ReportsModule.READ, pages::exportFigures),
        // It leaves the house: that is in the trail, though it names nobody.
        Route.page(one + "/pdf", ReportsModule.READ, pages::pdf),
        Route.page(list, ReportsModule.READ, pages::behind),
        Route.page(list + "/export", ReportsModule.READ, pages::exportList));
  }

  /** They name nobody. */
  private static Route figures(String pattern, Route.Handler handler) {
    return Route.page(pattern, ReportsModule.READ, handler).audited(Route.Audit.NONE);
  }
}
