package org.opora.registry.exports.web;

import java.util.List;
import org.opora.api.exports.LargeExports;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.exports.application.ExportDesk;
import org.opora.registry.house.application.ExportLimit;
import org.opora.registry.house.application.House;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Doors to lists that are too long for one person. They show no client and are not recorded as
 * read; whoever may take a list at all may ask, so who asks needs no permission of their own.
 */
@Component
public final class ExportRoutes implements RouteSet {
  private static final String NEW = ExportDesk.HOME + "/new/{export}";
  private static final String ONE = ExportDesk.HOME + "/{export}";
  private final ExportPages pages;
  private final LimitPages limit;

  @Activate
  public ExportRoutes(@Reference ExportDesk desk, @Reference ExportLimit setting) {
    pages = new ExportPages(desk);
    limit = new LimitPages(setting);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page("/exports", null, pages::list),
        page(NEW, null, pages::held),
        post(NEW, null, pages::ask),
        page(ONE, null, pages::one),
        post(ONE + "/confirm", LargeExports.CONFIRM, pages::confirm),
        post(ONE + "/turn-down", LargeExports.CONFIRM, pages::turnDown),
        post(ONE + "/take-back", null, pages::takeBack),
        page("/house/settings/exports", House.READ, limit::show),
        post("/house/settings/exports", House.WRITE, limit::choose));
  }

  private static Route page(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }

  private static Route post(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.NONE);
  }
}
