package org.opora.registry.walls.persistence;

import java.util.List;
import org.opora.registry.shared.persistence.Tables;
import org.opora.registry.walls.domain.RaisedWall;

/** The table of walls that were raised by hand. */
public final class WallTables {
  public static final Tables ROOM =
      new Tables(
          List.of(RaisedWall.class), List.of("RAISED_WALL.PERSON"), List.of("RAISED_WALL.FILE"));

  private WallTables() {}
}
