package org.opora.registry.overrides.web;

import java.util.List;
import org.opora.api.overrides.Overrides;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.overrides.application.OverrideDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the rules that were gone on against. */
@Component
public final class OverrideRoutes implements RouteSet {
  private final OverridePages pages;

  @Activate
  public OverrideRoutes(@Reference OverrideDesk desk) {
    pages = new OverridePages(desk);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/overrides", Overrides.READ, pages::table),
        Route.page("/overrides/list", Overrides.READ, pages::list),
        Route.page("/overrides/export", Overrides.READ, pages::export));
  }
}
