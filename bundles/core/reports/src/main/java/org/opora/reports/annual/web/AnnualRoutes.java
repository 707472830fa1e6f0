package org.opora.reports.annual.web;

import java.util.List;
import org.opora.api.documents.Printing;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.reports.ReportsModule;
import org.opora.reports.annual.application.AnnualBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the tables of the annual report, which name nobody. */
@Component
public final class AnnualRoutes implements RouteSet {
  private static final String HOME = "/statistics/annual";
  private final AnnualPages pages;

  @Activate
  public AnnualRoutes(
      @Reference AnnualBook book,
      @Reference Messages messages,
      @Reference Printing printing,
      @Reference Centre centre) {
    pages = new AnnualPages(book, messages, printing, centre);
  }

  @Override
  public String module() {
    return ReportsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        figures(HOME, pages::show),
        figures(HOME + "/of/{chapter}", pages::tables),
        // It leaves the house: that is in the trail, though it names nobody.
        Route.page(HOME + "/pdf", ReportsModule.READ, pages::pdf),
        Route.page(HOME + "/export", ReportsModule.READ, pages::export));
  }

  private static Route figures(String pattern, Route.Handler handler) {
    return Route.page(pattern, ReportsModule.READ, handler).audited(Route.Audit.NONE);
  }
}
