package org.opora.registry.register;

import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.incidents.application.IncidentDesk;
import org.opora.registry.incidents.application.IncidentNews;
import org.opora.registry.incidents.web.IncidentRoutes;
import org.opora.registry.shared.web.PageHouse;

/** Incidents over a real register. */
public final class IncidentRoom {
  public final IncidentDesk desk;
  final RouteSet routes;

  public IncidentRoom(Register register) {
    PageHouse pages = new PageHouse(Register.TODAY);
    desk =
        new IncidentDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.access.colleagues(),
            register.staff,
            register.house.keys(),
            new IncidentNews(register.inbox, pages));
    routes =
        new IncidentRoutes(
            new CaseFrame(
                register.files,
                register.staff,
                register.safety,
                new CaseTabs(),
                register.emergency.desk,
                register.openings.book),
            register.files,
            desk,
            register.staff,
            pages);
  }
}
