package org.opora.reports.statistics.web;

import java.util.List;
import org.opora.api.documents.Printing;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.reports.ReportsModule;
import org.opora.reports.statistics.application.StatisticBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the figures of the centre. Figures name nobody; the lists behind them do. */
@Component
public final class StatisticRoutes implements RouteSet {
  private final StatisticPages pages;

  @Activate
  public StatisticRoutes(
      @Reference StatisticBook book,
      @Reference Messages messages,
      @Reference Printing printing,
      @Reference Centre centre) {
    pages = new StatisticPages(book, messages, printing, centre);
  }

  @Override
  public String module() {
    return ReportsModule.ID;
  }

  @Override
  public List<Route> routes() {
    String one = "/statistics/of/{statistic}";
    return List.of(
        figures("/statistics", pages::show),
        // It leaves the house: that is in the trail, though it names nobody.
        Route.page("/statistics/pdf", ReportsModule.READ, pages::pdf),
        figures(one, pages::tables),
        Route.page(one + "/export", ReportsModule.READ, pages::export),
        Route.page(one + "/list", ReportsModule.READ, pages::behind),
        Route.page(one + "/list/export", ReportsModule.READ, pages::exportList));
  }

  private static Route figures(String pattern, Route.Handler handler) {
    return Route.page(pattern, ReportsModule.READ, handler).audited(Route.Audit.NONE);
  }
}
