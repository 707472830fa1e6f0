package org.opora.registry.legal.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.legal.LegalPosition;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.legal.application.LegalDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the legal position of a child. */
@Component
public final class LegalRoutes implements RouteSet {
  private final LegalPages pages;
  private final LegalForms forms;

  @Activate
  public LegalRoutes(
      @Reference CaseFrame frame,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference LegalDesk desk,
      @Reference Messages messages) {
    pages = new LegalPages(frame, people, desk);
    forms = new LegalForms(people, files, desk, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String all = "/people/{person}/legal";
    String people = all + "/representatives";
    String decisions = all + "/decisions";
    return List.of(
        Route.page(all, LegalPosition.READ, pages::show),
        Route.page(all + "/today", LegalPosition.READ, pages::today),
        Route.page("/files/{file}/legal", LegalPosition.READ, pages::ofFile),
        form(people + "/new", forms::blankRepresentative),
        change(people + "/new", forms::addRepresentative),
        form(people + "/{row}/edit", forms::editRepresentative),
        change(people + "/{row}/edit", forms::saveRepresentative),
        form(people + "/{row}/withdraw", forms::endRepresentative),
        change(people + "/{row}/withdraw", forms::withdrawRepresentative),
        form(decisions + "/new", forms::blankDecision),
        change(decisions + "/new", forms::addDecision),
        form(decisions + "/{row}/edit", forms::editDecision),
        change(decisions + "/{row}/edit", forms::saveDecision),
        form(decisions + "/{row}/withdraw", forms::endDecision),
        change(decisions + "/{row}/withdraw", forms::withdrawDecision));
  }

  private static Route form(String pattern, Route.Handler handler) {
    return Route.page(pattern, LegalPosition.WRITE, handler);
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, LegalPosition.WRITE, handler).audited(Route.Audit.READ);
  }
}
