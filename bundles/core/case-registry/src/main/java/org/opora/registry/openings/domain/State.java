package org.opora.registry.openings.domain;

/** How it stands with what is opened for an inspection. */
public enum State {
  /** Its first day is still to come. */
  COMING,
  OPEN,
  /** Somebody closed it before its last day was over. */
  CLOSED,
  OVER
}
