package org.opora.registry.incidents.contributions;

import java.util.List;
import org.opora.api.incidents.Incidents;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** The entry Incidents of the main navigation, after the tasks. */
@Component
public final class IncidentsNavigation implements Navigation {
  private static final int PLACE = 375;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.REGISTERS, PLACE, "incidents.menu", "alert", "/incidents", Incidents.READ));
  }
}
