package org.opora.registry.trail.web;

import java.util.List;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.TrailReader;
import org.opora.api.files.CaseFiles;
import org.opora.api.people.People;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.trail.application.ExtractDesk;
import org.opora.registry.trail.application.TrailDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the trail. */
@Component
public final class TrailRoutes implements RouteSet {
  private final TrailPages pages;
  private final ExtractPages extracts;
  private final SealPages seals;

  @Activate
  public TrailRoutes(
      @Reference TrailDesk desk,
      @Reference ExtractDesk extract,
      @Reference Staff staff,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Messages messages) {
    pages = new TrailPages(desk, staff, files, people, messages);
    extracts = new ExtractPages(extract);
    seals = new SealPages(desk);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page("/trail", AuditTrail.READ, pages::list),
        page("/trail/export", AuditTrail.READ, pages::export),
        page("/trail/technical", TrailReader.TECHNICAL, pages::technical),
        page("/trail/technical/export", TrailReader.TECHNICAL, pages::export),
        page("/trail/seals", AuditTrail.READ, seals::list),
        page("/trail/seals/{day}", AuditTrail.READ, seals::sheet),
        page("/people/{person}/trail", AuditTrail.READ, extracts::page),
        page("/people/{person}/trail/export", AuditTrail.READ, extracts::export));
  }

  /** The use cases record that the trail was read, also when it shows nobody. */
  private static Route page(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }
}
