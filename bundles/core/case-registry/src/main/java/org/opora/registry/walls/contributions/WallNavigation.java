package org.opora.registry.walls.contributions;

import java.util.List;
import org.opora.api.access.Walls;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** Walls in the main navigation. */
@Component
public final class WallNavigation implements Navigation {
  private static final int PLACE = 910;

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.HOUSE, PLACE, "wall.menu", "wall", "/walls", Walls.MANAGE));
  }
}
