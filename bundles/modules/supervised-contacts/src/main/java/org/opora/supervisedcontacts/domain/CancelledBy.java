package org.opora.supervisedcontacts.domain;

/** Who cancelled. */
public enum CancelledBy {
  PARENT,
  CARER,
  CHILD,
  CENTRE,
  AUTHORITY
}
