package org.opora.registry.incidents.domain;

/** Where an incident stands. */
public enum State {
  OPEN,
  /** Measures are written down. */
  MEASURES,
  CLOSED
}
