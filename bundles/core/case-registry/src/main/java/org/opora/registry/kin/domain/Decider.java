package org.opora.registry.kin.domain;

/** Who decided how often brothers and sisters see each other. */
public enum Decider {
  COURT,
  AUTHORITY,
  /** The families have agreed. */
  FAMILIES
}
