package org.opora.registry.walls.application;

import java.time.LocalDate;
import java.util.Set;
import org.opora.api.access.Walls;
import org.opora.api.ids.StaffId;

/**
 * A wall as somebody wants it raised.
 *
 * @param reason code of the list of reasons
 * @param words why, in words
 * @param named whom it keeps away or lets through, as {@code keeps} says
 * @param until last day; null when it stands until it is lifted
 */
public record NewWall(
    Walls.Ground ground,
    String reason,
    String words,
    Walls.Keeps keeps,
    Set<StaffId> named,
    LocalDate until) {
  public NewWall {
    named = Set.copyOf(named);
  }
}
