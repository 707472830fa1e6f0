package org.opora.registry.directory.web;

import java.util.List;
import org.opora.api.bodies.Bodies;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the directory. They show offices, never a client, so nothing is recorded as read. */
@Component
public final class DirectoryRoutes implements RouteSet {
  private static final String BODY = "/directory/{body}";
  private final BodyPages pages;
  private final BodyForms forms;
  private final OfficialForms officials;

  @Activate
  public DirectoryRoutes(@Reference BodiesDesk desk, @Reference Messages messages) {
    BodyField field = new BodyField(desk, messages);
    pages = new BodyPages(desk, field, messages);
    forms = new BodyForms(desk, field, messages);
    officials = new OfficialForms(desk);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page("/directory", Bodies.READ, pages::list),
        page("/directory/export", Bodies.READ, pages::export),
        post("/directory/search", Bodies.READ, pages::search),
        page("/directory/found/{search}", Bodies.READ, pages::found),
        page("/directory/found/{search}/export", Bodies.READ, pages::exportFound),
        post("/directory/pick/{field}", Bodies.READ, pages::pick),
        page("/directory/new", Bodies.WRITE, forms::blank),
        post("/directory/new", Bodies.WRITE, forms::add),
        page(BODY, Bodies.READ, pages::show),
        page(BODY + "/edit", Bodies.WRITE, forms::edit),
        post(BODY + "/edit", Bodies.WRITE, forms::amend),
        page(BODY + "/replace", Bodies.WRITE, forms::askSuccessor),
        post(BODY + "/replace", Bodies.WRITE, forms::replace),
        post(BODY + "/reinstate", Bodies.WRITE, forms::reinstate),
        post(BODY + "/names/{name}/remove", Bodies.WRITE, forms::removeName),
        page(BODY + "/officials/new", Bodies.WRITE, officials::blank),
        post(BODY + "/officials/new", Bodies.WRITE, officials::add),
        page(BODY + "/officials/{official}/edit", Bodies.WRITE, officials::edit),
        post(BODY + "/officials/{official}/edit", Bodies.WRITE, officials::amend));
  }

  private static Route page(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }

  private static Route post(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.NONE);
  }
}
