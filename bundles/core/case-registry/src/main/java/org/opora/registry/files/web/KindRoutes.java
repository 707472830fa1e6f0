package org.opora.registry.files.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.application.FamilyIntake;
import org.opora.registry.files.application.KindDesk;
import org.opora.registry.files.application.YoungPeople;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.people.web.Known;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to the files of those who are no foster family, and to what a file becomes. */
@Component
public final class KindRoutes implements RouteSet {
  private final KindForm founding;
  private final AdultForms adults;
  private final StagePages stages;

  @Activate
  public KindRoutes(
      @Reference CaseFrame frame,
      @Reference CaseFiles files,
      @Reference FamilyIntake intake,
      @Reference KindDesk kinds,
      @Reference YoungPeople young,
      @Reference KnownPeople people,
      @Reference Messages messages) {
    Known known = new Known(people, messages);
    founding = new KindForm(intake, known);
    adults = new AdultForms(frame, files, intake, kinds, young, known, messages);
    stages = new StagePages(frame, kinds, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String own = "/files/{file}/children/{person}/own-file";
    return List.of(
        form("/files/open", founding::kinds).audited(Route.Audit.NONE),
        form("/files/open/{kind}", founding::blank).audited(Route.Audit.NONE),
        change("/files/open/{kind}", founding::open),
        form("/files/{file}/adults/new", adults::blank),
        change("/files/{file}/adults/new", adults::add),
        form("/files/{file}/kind", adults::askKind),
        change("/files/{file}/kind", adults::turn),
        form(own, adults::askOwnFile),
        change(own, adults::openOwnFile),
        Route.page("/files/{file}/stages", CaseFiles.READ, stages::part),
        form("/files/{file}/stages/new", stages::blank),
        change("/files/{file}/stages/new", stages::add),
        Route.post("/files/{file}/stages/{stage}/strike-out", CaseFiles.WRITE, stages::strikeOut));
  }

  private static Route form(String pattern, Route.Handler handler) {
    return Route.page(pattern, CaseFiles.WRITE, handler);
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, CaseFiles.WRITE, handler).audited(Route.Audit.READ);
  }
}
