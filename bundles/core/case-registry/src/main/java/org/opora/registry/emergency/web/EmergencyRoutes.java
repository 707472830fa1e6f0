package org.opora.registry.emergency.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.emergency.application.EmergencyEnds;
import org.opora.registry.emergency.application.EmergencyReviews;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to emergency access. Who is asked for is posted and never stands in an address. */
@Component
public final class EmergencyRoutes implements RouteSet {
  private static final String ONE = "/emergency/list/{access}";
  private final EmergencyPages pages;

  @Activate
  public EmergencyRoutes(
      @Reference CaseFrame frame,
      @Reference EmergencyDesk desk,
      @Reference EmergencyEnds ends,
      @Reference EmergencyReviews reviews,
      @Reference Messages messages) {
    pages = new EmergencyPages(frame, desk, ends, reviews, messages);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/emergency", EmergencyDesk.USE, pages::ask),
        post("/emergency", EmergencyDesk.USE, pages::open),
        post("/emergency/{access}/end", EmergencyDesk.USE, pages::end),
        Route.page("/emergency/list", EmergencyReviews.REVIEW, pages::list),
        Route.page("/emergency/card", EmergencyReviews.REVIEW, pages::card),
        Route.page(ONE, EmergencyReviews.REVIEW, pages::one),
        post(ONE, EmergencyReviews.REVIEW, pages::review),
        post(ONE + "/end", EmergencyReviews.REVIEW, pages::end),
        Route.page("/files/{file}/emergency", CaseFiles.READ, pages::ofFile));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route post(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.READ);
  }
}
