package org.opora.registry.complaints.contributions;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.HouseWalls;
import org.opora.registry.complaints.application.DataRequestDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * That somebody asked about their data is a duty of the centre, and says that they did: whom a wall
 * keeps from the person does not count it.
 */
@Component
public final class DataRequestWalls implements HouseWalls {
  private static final int KEY = 36;
  private final DataRequestDesk desk;

  @Activate
  public DataRequestWalls(@Reference DataRequestDesk desk) {
    this.desk = desk;
  }

  @Override
  public Set<String> closed(Viewer viewer, Set<String> refs) {
    Set<UUID> keys = new HashSet<>();
    for (String ref : refs) {
      // What ties other facts may be anything.
      if (ref.length() == KEY) {
        try {
          keys.add(UUID.fromString(ref));
        } catch (IllegalArgumentException notOurs) {
          continue;
        }
      }
    }
    return desk.closed(viewer, keys).stream().map(UUID::toString).collect(Collectors.toSet());
  }
}
