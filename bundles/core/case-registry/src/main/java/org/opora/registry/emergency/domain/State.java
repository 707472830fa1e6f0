package org.opora.registry.emergency.domain;

/** How far an emergency access has come. */
public enum State {
  OPEN,
  /** It is over and waits for somebody else to review it. */
  ENDED,
  /** It waits for longer than it may. */
  OVERDUE,
  REVIEWED
}
