package org.opora.api.access;

/** How far a permission carries. */
public enum Reach {
  /** Not at all. */
  NONE,
  /** Only subjects the viewer has a relation to today. */
  OWN,
  /** Every subject, except those behind a wall. */
  ALL
}
