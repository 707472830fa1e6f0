package org.opora.supervisedcontacts.domain;

/** Whether a person may meet the child. */
public enum Standing {
  ALLOWED,
  FORBIDDEN
}
