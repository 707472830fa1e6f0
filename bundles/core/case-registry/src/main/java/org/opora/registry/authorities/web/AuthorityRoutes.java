package org.opora.registry.authorities.web;

import java.util.List;
import org.opora.api.addressees.Addressees;
import org.opora.api.bodies.Bodies;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.authorities.application.AuthorityDesk;
import org.opora.registry.directory.web.BodyField;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the addressees of reports and to the authorities of people. */
@Component
public final class AuthorityRoutes implements RouteSet {
  private static final String ONE = "/files/{file}/authorities/{person}";
  private final AuthorityPages pages;

  @Activate
  public AuthorityRoutes(
      @Reference CaseFrame frame,
      @Reference Addressees addressees,
      @Reference AuthorityDesk desk,
      @Reference Bodies bodies,
      @Reference Messages messages) {
    pages = new AuthorityPages(frame, addressees, desk, new BodyField(bodies, messages));
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/files/{file}/addressees", CaseFiles.READ, pages::tab),
        Route.page(ONE, CaseFiles.WRITE, pages::ask),
        change(ONE, pages::state),
        change(ONE + "/withdraw", pages::withdraw));
  }

  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, CaseFiles.WRITE, handler).audited(Route.Audit.READ);
  }
}
