package org.opora.supervisedcontacts.contacts.domain;

/** Where a contact stands. */
public enum ContactState {
  PLANNED,
  HELD,
  /** It began, and was ended before its time. */
  STOPPED,
  /** Somebody said before that it would not take place. */
  CANCELLED,
  /** It was waited for those who did not come. */
  NO_SHOW;

  /** Whether they met. */
  public boolean tookPlace() {
    return this == HELD || this == STOPPED;
  }
}
