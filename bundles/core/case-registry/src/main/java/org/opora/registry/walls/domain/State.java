package org.opora.registry.walls.domain;

/** How a wall that was raised by hand stands. */
public enum State {
  STANDS,
  /** It stands, and somebody asks a second person to lift it. */
  ASKED,
  /** Its last day is over. */
  OVER,
  LIFTED
}
