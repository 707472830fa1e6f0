package org.opora.supervisedcontacts.contacts.domain;

/** Where a contact stands. */
public enum ContactState {
  PLANNED,
  HELD,
  CANCELLED
}
