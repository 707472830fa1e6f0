package org.opora.supervisedcontacts.contacts.domain;

/** Who cancelled. */
public enum CancelledBy {
  PARENT,
  CARER,
  CHILD,
  CENTRE,
  AUTHORITY
}
