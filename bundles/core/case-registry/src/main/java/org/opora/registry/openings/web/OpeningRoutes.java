package org.opora.registry.openings.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.openings.application.OpeningBook;
import org.opora.registry.openings.application.OpeningDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to what is opened for an inspection. */
@Component
public final class OpeningRoutes implements RouteSet {
  private static final String NEW = OpeningPages.HOME + "/new";
  private static final String ONE = OpeningPages.HOME + "/{opening}";
  private final OpeningPages pages;

  @Activate
  public OpeningRoutes(
      @Reference CaseFiles files, @Reference OpeningDesk desk, @Reference OpeningBook book) {
    pages = new OpeningPages(files, desk, book);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(OpeningPages.HOME, OpeningDesk.MANAGE, pages::list),
        Route.page(NEW, OpeningDesk.MANAGE, pages::ask),
        Route.page("/files/{file}/openings/new", OpeningDesk.MANAGE, pages::askFor),
        post(NEW, pages::open),
        Route.page(ONE, OpeningDesk.MANAGE, pages::one),
        post(ONE + "/close", pages::close),
        post(ONE + "/files/{file}/close", pages::closeFile));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route post(String pattern, Route.Handler handler) {
    return Route.post(pattern, OpeningDesk.MANAGE, handler).audited(Route.Audit.READ);
  }
}
