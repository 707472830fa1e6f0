package org.opora.registry.files.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the archive. */
@Component
public final class ArchiveRoutes implements RouteSet {
  private static final String FILE = "/files/{file}/archive";
  private final ArchivePages pages;

  @Activate
  public ArchiveRoutes(
      @Reference CaseFrame frame, @Reference ArchiveDesk desk, @Reference Messages messages) {
    pages = new ArchivePages(frame, desk, messages);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(FILE, CaseFiles.READ, pages::show),
        change(FILE, pages::archive),
        change(FILE + "/back", pages::bringBack),
        Route.page("/archive", ArchiveDesk.USE, pages::ask).audited(Route.Audit.NONE),
        Route.post("/archive", ArchiveDesk.USE, pages::find).audited(Route.Audit.READ),
        Route.page("/archive/due", ArchiveDesk.USE, pages::due),
        Route.page("/archive/due/export", ArchiveDesk.USE, pages::export));
  }

  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, ArchiveDesk.USE, handler).audited(Route.Audit.READ);
  }
}
