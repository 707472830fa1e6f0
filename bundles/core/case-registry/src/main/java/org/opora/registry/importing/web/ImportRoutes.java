package org.opora.registry.importing.web;

import java.util.List;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.importing.application.ImportViews;
import org.opora.registry.importing.application.Imports;
import org.opora.registry.importing.application.OpeningBalances;
import org.opora.registry.people.application.SamePerson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to imports, and the one of the remote control. */
@Component
public final class ImportRoutes implements RouteSet {
  private final ImportPages pages;
  private final ColumnPages columns;
  private final FindingPages findings;
  private final BalancePages balances;
  private final RemoteImport remote;

  @Activate
  public ImportRoutes(
      @Reference Imports imports,
      @Reference ImportViews views,
      @Reference OpeningBalances balances,
      @Reference SamePerson same,
      @Reference Messages messages) {
    this.pages = new ImportPages(imports, views, balances);
    this.columns = new ColumnPages(imports, views, messages);
    this.findings = new FindingPages(imports, views, same);
    this.balances = new BalancePages(balances);
    this.remote = new RemoteImport(imports, views, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page("/import", pages::list),
        post("/import", pages::read),
        page("/import/balances", balances::list),
        post("/import/balances", balances::confirm),
        page("/import/{run}", pages::show),
        page("/import/{run}/progress", pages::progress),
        page("/import/{run}/families", pages::families),
        page("/import/{run}/columns", columns::show),
        post("/import/{run}/columns", columns::save),
        post("/import/{run}/apply", pages::apply),
        page("/import/{run}/undo", pages::askUndo),
        post("/import/{run}/undo", pages::undo),
        post("/import/{run}/discard", pages::discard),
        page("/import/{run}/findings/export", findings::export),
        page("/import/{run}/findings/{finding}", findings::compare),
        post("/import/{run}/findings/{finding}", findings::settle),
        post("/import/{run}/findings/{finding}/same", findings::same),
        new Route(
            Route.Method.POST,
            "/ops/import",
            Route.Entry.OPERATOR,
            null,
            null,
            Route.Audit.WRITE,
            remote::handle),
        new Route(
            Route.Method.GET,
            "/ops/import/progress",
            Route.Entry.OPERATOR,
            null,
            null,
            Route.Audit.NONE,
            remote::progress));
  }

  private static Route page(String pattern, Route.Handler handler) {
    return Route.page(pattern, Arrivals.PERMISSION, handler);
  }

  private static Route post(String pattern, Route.Handler handler) {
    return Route.post(pattern, Arrivals.PERMISSION, handler);
  }
}
