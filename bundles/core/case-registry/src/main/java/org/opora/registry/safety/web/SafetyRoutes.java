package org.opora.registry.safety.web;

import java.util.List;
import org.opora.api.files.CaseFiles;
import org.opora.api.people.People;
import org.opora.api.safety.Safety;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.web.Near;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to safety notices. They are read on the page of the person and in the head of the file. */
@Component
public final class SafetyRoutes implements RouteSet {
  private final SafetyForms forms;

  @Activate
  public SafetyRoutes(
      @Reference People people,
      @Reference CaseFiles files,
      @Reference KinDesk kin,
      @Reference Safety safety,
      @Reference Messages messages) {
    forms = new SafetyForms(people, safety, new Near(people, files, kin, messages), messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String all = "/people/{person}/safety";
    String one = all + "/{notice}";
    return List.of(
        Route.page(all + "/new", Safety.WRITE, forms::blank),
        // The use cases record the change; a form shown again is recorded as a read besides.
        Route.post(all + "/new", Safety.WRITE, forms::raise).audited(Route.Audit.READ),
        Route.page(one + "/edit", Safety.WRITE, forms::edit),
        Route.post(one + "/edit", Safety.WRITE, forms::amend).audited(Route.Audit.READ),
        Route.page(one + "/withdraw", Safety.WRITE, forms::ending),
        Route.post(one + "/withdraw", Safety.WRITE, forms::withdraw).audited(Route.Audit.READ),
        Route.post(one + "/reinstate", Safety.WRITE, forms::reinstate));
  }
}
