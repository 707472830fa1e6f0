package org.opora.registry.care.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.care.Visits;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.care.application.VisitMoves;
import org.opora.registry.care.application.VisitPapers;
import org.opora.registry.care.application.VisitSheets;
import org.opora.registry.care.application.VisitVersions;
import org.opora.registry.files.web.CaseFrame;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to visits. */
@Component
public final class CareRoutes implements RouteSet {
  private final VisitPages pages;
  private final VersionPages former;
  private final MovePages moves;
  private final SheetPages sheet;

  @Activate
  public CareRoutes(
      @Reference CaseFrame frame,
      @Reference Visits visits,
      @Reference VisitVersions versions,
      @Reference VisitMoves moves,
      @Reference VisitPapers papers,
      @Reference VisitSheets sheets,
      @Reference CaseFiles files,
      @Reference Messages messages) {
    VisitForm form = new VisitForm(messages);
    pages = new VisitPages(frame, visits, versions, moves, papers, form, messages);
    this.moves = new MovePages(frame, files, visits, moves, pages, form);
    sheet = new SheetPages(frame, sheets);
    former = new VersionPages(frame, visits, versions);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String all = "/files/{file}/visits";
    String one = all + "/{visit}";
    List<Route> own =
        List.of(
            Route.page(all, Visits.READ, pages::list),
            Route.page(all + "/new", Visits.WRITE, pages::blank),
            change(all + "/new", pages::record),
            Route.page(all + "/sheet", Visits.READ, sheet::show),
            Route.page(one, Visits.READ, pages::show),
            Route.page(one + "/versions", Visits.READ, former::show),
            Route.page(one + "/edit", Visits.WRITE, pages::edit),
            change(one + "/edit", pages::amend),
            Route.page(one + "/print", Visits.READ, pages::print),
            Route.page(one + "/withdraw", Visits.WRITE, moves::askWithdrawal),
            change(one + "/withdraw", moves::withdraw),
            change(one + "/put-back", moves::putBack),
            Route.page(one + "/move", Visits.WRITE, moves::askFile),
            change(one + "/move", moves::chooseFile),
            Route.page(one + "/move/{to}", Visits.WRITE, moves::blank),
            change(one + "/move/{to}", moves::move));
    return Stream.concat(own.stream(), pages.papers().routes(one).stream()).toList();
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Visits.WRITE, handler).audited(Route.Audit.READ);
  }
}
