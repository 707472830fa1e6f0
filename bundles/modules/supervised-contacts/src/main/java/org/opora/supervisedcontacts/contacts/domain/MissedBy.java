package org.opora.supervisedcontacts.contacts.domain;

/** Because of whom a contact did not take place although nobody had cancelled it. */
public enum MissedBy {
  /** None of those whom the child was to meet came. */
  PARENT,
  /** No child was there, whoever should have brought it. */
  CHILD
}
