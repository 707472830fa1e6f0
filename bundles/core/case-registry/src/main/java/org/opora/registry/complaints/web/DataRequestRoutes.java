package org.opora.registry.complaints.web;

import java.util.List;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.complaints.application.DataRequestDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to requests about personal data. */
@Component
public final class DataRequestRoutes implements RouteSet {
  private static final String ONE = DataRequestPages.HOME + "/{request}";
  private final DataRequestPages pages;

  @Activate
  public DataRequestRoutes(
      @Reference DataRequestDesk desk, @Reference People people, @Reference Messages messages) {
    pages = new DataRequestPages(desk, people, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String blank = DataRequestPages.HOME + "/new";
    return List.of(
        Route.page(DataRequestPages.HOME, DataRequestDesk.READ, pages::list),
        Route.page(blank, DataRequestDesk.WRITE, pages::blank).audited(Route.Audit.NONE),
        change(blank, pages::enter),
        change(DataRequestPages.HOME + "/find", pages::findFirst),
        Route.page(ONE, DataRequestDesk.READ, pages::show),
        Route.page(ONE + "/edit", DataRequestDesk.WRITE, pages::edit),
        change(ONE + "/edit", pages::amend),
        change(ONE + "/find", pages::find),
        Route.page(ONE + "/extend", DataRequestDesk.WRITE, pages::askExtend),
        change(ONE + "/extend", pages::extend),
        Route.page(ONE + "/answer", DataRequestDesk.WRITE, pages::askAnswer),
        change(ONE + "/answer", pages::answer));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, DataRequestDesk.WRITE, handler).audited(Route.Audit.READ);
  }
}
