package org.opora.registry.house.web;

import java.util.List;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.house.application.ChoicesDesk;
import org.opora.registry.house.application.House;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the lists of choices. They show nobody and are not recorded as read. */
@Component
public final class ChoiceRoutes implements RouteSet {
  private static final String LIST = ChoicePages.HOME + "/{list}";
  private static final String ENTRY = LIST + "/{entry}";
  private final ChoicePages pages;

  @Activate
  public ChoiceRoutes(@Reference ChoicesDesk desk) {
    pages = new ChoicePages(desk);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page(ChoicePages.HOME, House.READ, pages::list),
        page(LIST, House.READ, pages::show),
        page(LIST + "/export", House.READ, pages::export),
        page(LIST + "/new", House.WRITE, pages::blank),
        post(LIST + "/new", pages::add),
        page(ENTRY + "/edit", House.WRITE, pages::edit),
        post(ENTRY + "/edit", pages::reword),
        page(ENTRY + "/retire", House.WRITE, pages::asking),
        post(ENTRY + "/retire", pages::retire),
        page(ENTRY + "/offer", House.WRITE, pages::returning),
        post(ENTRY + "/offer", pages::offer),
        post(ENTRY + "/move", pages::move));
  }

  private static Route page(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }

  private static Route post(String pattern, Route.Handler handler) {
    return Route.post(pattern, House.WRITE, handler).audited(Route.Audit.NONE);
  }
}
