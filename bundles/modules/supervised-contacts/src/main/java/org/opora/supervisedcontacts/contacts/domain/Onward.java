package org.opora.supervisedcontacts.contacts.domain;

/**
 * How a contact goes on when a child has not come whom somebody may only meet together with the
 * others.
 */
public enum Onward {
  /** The children who are there are together, without that person. */
  CHILDREN_ALONE,
  /** It ends here. */
  STOP,
  /** That person meets those who are there all the same; somebody said why. */
  ALL_THE_SAME
}
