package org.opora.supervisedcontacts.domain;

/** Where a contact stands. */
public enum ContactState {
  PLANNED,
  HELD,
  CANCELLED
}
