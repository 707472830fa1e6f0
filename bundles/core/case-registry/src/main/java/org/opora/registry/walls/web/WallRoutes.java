package org.opora.registry.walls.web;

import java.util.List;
import org.opora.api.access.Walls;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.walls.application.SealBook;
import org.opora.registry.walls.application.WallBook;
import org.opora.registry.walls.application.WallDesk;
import org.opora.registry.walls.application.WallPlaces;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to walls that are raised by hand. */
@Component
public final class WallRoutes implements RouteSet {
  private static final String ONE = "/walls/{wall}";
  private static final String SEAL = "/seals/{wall}";
  private final WallPages pages;
  private final WallForms forms;
  private final SealPages seals;

  @Activate
  public WallRoutes(
      @Reference WallPlaces places,
      @Reference WallDesk desk,
      @Reference WallBook book,
      @Reference SealBook waiting,
      @Reference Messages messages) {
    pages = new WallPages(places, book);
    forms = new WallForms(desk, messages);
    seals = new SealPages(waiting, book);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/walls", Walls.MANAGE, pages::list),
        Route.page(ONE, Walls.MANAGE, pages::one),
        post(ONE + "/lift", pages::lift),
        post(ONE + "/confirm", pages::confirm),
        post(ONE + "/turn-down", pages::turnDown),
        Route.page("/files/{file}/walls", Walls.MANAGE, pages::ofFile),
        Route.page("/files/{file}/walls/new", Walls.MANAGE, forms::ofFile),
        post("/files/{file}/walls/new", forms::atFile),
        Route.page("/people/{person}/walls", Walls.MANAGE, pages::ofPerson),
        Route.page("/people/{person}/walls/new", Walls.MANAGE, forms::ofPerson),
        post("/people/{person}/walls/new", forms::atPerson),
        unseen(Route.page("/seals", Walls.CONFIRM, seals::list)),
        unseen(Route.page(SEAL, Walls.CONFIRM, seals::one)),
        unseen(Route.post(SEAL + "/confirm", Walls.CONFIRM, seals::confirm)),
        unseen(Route.post(SEAL + "/turn-down", Walls.CONFIRM, seals::turnDown)));
  }

  /** They show no client and are not recorded as read. */
  private static Route unseen(Route route) {
    return route.audited(Route.Audit.NONE);
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route post(String pattern, Route.Handler handler) {
    return Route.post(pattern, Walls.MANAGE, handler).audited(Route.Audit.READ);
  }
}
