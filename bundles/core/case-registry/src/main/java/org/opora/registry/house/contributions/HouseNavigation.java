package org.opora.registry.house.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.house.application.House;
import org.osgi.service.component.annotations.Component;

/** The entry Centre of the administration. */
@Component
public final class HouseNavigation implements Navigation {
  private static final int PLACE = 905;

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.HOUSE, PLACE, "house.menu", "office", "/house", House.READ));
  }
}
