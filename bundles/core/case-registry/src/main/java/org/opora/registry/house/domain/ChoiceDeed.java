package org.opora.registry.house.domain;

/** What was done with an entry of a list. */
public enum ChoiceDeed {
  ADDED,
  WORDED,
  /** Offered no more from a day on. */
  RETIRED,
  /** Offered again. */
  OFFERED,
  MOVED,
  /** Another one was moved past it. */
  GAVE_WAY
}
