package org.opora.registry.walls.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.registry.walls.domain.RaisedWall;

/** The words of a wall hang on the key of the family or the person it stands at. */
record WallSeals(Keys keys) {
  private static final String WHY = "RAISED_WALL.WORDS";
  private static final String LIFTED = "RAISED_WALL.LIFT_WORDS";

  byte[] why(Subject about, UUID wall, String plain) {
    return keys.seal(about, WHY, wall, plain);
  }

  String why(RaisedWall wall) {
    return keys.open(wall.about(), WHY, wall.id(), wall.words());
  }

  byte[] lifted(RaisedWall wall, String plain) {
    return keys.seal(wall.about(), LIFTED, wall.id(), plain);
  }

  /** Null while nobody lifts it. */
  String lifted(RaisedWall wall) {
    return wall.liftWords() == null
        ? null
        : keys.open(wall.about(), LIFTED, wall.id(), wall.liftWords());
  }
}
