package org.opora.registry.legal.domain;

/** What is known of an appeal. */
public enum Appeal {
  NONE,
  PENDING,
  /** The decision stands. */
  UPHELD,
  /** The decision was changed: what holds now is a decision of its own. */
  CHANGED,
  SET_ASIDE;

  /** Whether the decision holds no longer from the day the appeal was decided. */
  public boolean ends() {
    return this == CHANGED || this == SET_ASIDE;
  }

  public boolean decided() {
    return ends() || this == UPHELD;
  }
}
