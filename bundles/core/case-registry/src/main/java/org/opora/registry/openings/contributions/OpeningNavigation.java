package org.opora.registry.openings.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.openings.application.OpeningDesk;
import org.osgi.service.component.annotations.Component;

/** What is opened for an inspection, in the main navigation. */
@Component
public final class OpeningNavigation implements Navigation {
  private static final int PLACE = 906;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.HOUSE, PLACE, "opening.menu", "folder", "/openings", OpeningDesk.MANAGE));
  }
}
