package org.opora.registry.incidents.contributions;

import org.opora.api.incidents.Incidents;
import org.opora.api.web.spi.DashboardCard;
import org.osgi.service.component.annotations.Component;

/** Open incidents on the page Today. */
@Component
public final class IncidentsCard implements DashboardCard {
  private static final int PLACE = 15;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "card.incidents";
  }

  @Override
  public String permission() {
    return Incidents.READ;
  }

  @Override
  public String content() {
    return "/incidents/card";
  }
}
