package org.opora.supervisedcontacts.plans.domain;

/** Whether a person may meet the child. */
public enum Standing {
  ALLOWED,
  FORBIDDEN
}
