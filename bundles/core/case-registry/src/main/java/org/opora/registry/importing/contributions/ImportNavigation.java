package org.opora.registry.importing.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.files.application.Arrivals;
import org.osgi.service.component.annotations.Component;

/** The entry Import of the administration. */
@Component
public final class ImportNavigation implements Navigation {
  private static final int PLACE = 930;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.HOUSE, PLACE, "importing.menu", "arrive", "/import", Arrivals.PERMISSION));
  }
}
