package org.opora.registry.walls.contributions;

import java.util.List;
import org.opora.api.access.Walls;
import org.opora.api.web.spi.Navigation;
import org.opora.registry.walls.application.WallBook;
import org.osgi.service.component.annotations.Component;

/** Walls in the main navigation, and seals that wait for whoever confirms that they are lifted. */
@Component
public final class WallNavigation implements Navigation {
  private static final int PLACE = 910;
  private static final int SEALS = 912;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.HOUSE, PLACE, "wall.menu", "wall", "/walls", Walls.MANAGE),
        new Entry(Group.HOUSE, SEALS, "seal.menu", "seal", WallBook.SEALS, Walls.CONFIRM));
  }
}
