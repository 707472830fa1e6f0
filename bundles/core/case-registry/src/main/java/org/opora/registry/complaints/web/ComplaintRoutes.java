package org.opora.registry.complaints.web;

import java.util.List;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.opora.registry.complaints.application.ComplaintTerms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to complaints. */
@Component
public final class ComplaintRoutes implements RouteSet {
  private final ComplaintPages pages;
  private final ComplaintForms forms;
  private final TermPages terms;

  @Activate
  public ComplaintRoutes(
      @Reference ComplaintDesk desk,
      @Reference ComplaintTerms terms,
      @Reference Staff staff,
      @Reference Messages messages) {
    this.pages = new ComplaintPages(desk);
    this.forms = new ComplaintForms(desk, staff, messages);
    this.terms = new TermPages(terms);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String one = "/complaints/{complaint}";
    return List.of(
        Route.page("/complaints", ComplaintDesk.READ, pages::list),
        Route.page("/complaints/export", ComplaintDesk.READ, pages::export),
        Route.page("/complaints/card", ComplaintDesk.READ, pages::card),
        Route.page("/complaints/new", ComplaintDesk.WRITE, forms::blank).audited(Route.Audit.NONE),
        change("/complaints/new", forms::enter),
        Route.page("/complaints/term", ComplaintTerms.MANAGE, terms::show)
            .audited(Route.Audit.NONE),
        Route.post("/complaints/term", ComplaintTerms.MANAGE, terms::set),
        Route.page(one, ComplaintDesk.READ, pages::page),
        Route.page(one + "/edit", ComplaintDesk.WRITE, forms::edit),
        change(one + "/edit", forms::amend),
        Route.page(one + "/outcome", ComplaintDesk.WRITE, forms::outcome),
        change(one + "/outcome", forms::assess),
        Route.page(one + "/close", ComplaintDesk.WRITE, pages::closing),
        change(one + "/close", pages::close),
        change(one + "/reopen", pages::reopen),
        Route.page(one + "/strike-out", ComplaintDesk.WRITE, pages::striking),
        change(one + "/strike-out", pages::strikeOut));
  }

  /** The use cases record the change; a page shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, ComplaintDesk.WRITE, handler).audited(Route.Audit.READ);
  }
}
