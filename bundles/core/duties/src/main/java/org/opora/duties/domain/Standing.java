package org.opora.duties.domain;

/** Where a duty stands on a day. */
public enum Standing {
  OVERDUE,
  DUE_SOON,
  OK,
  NOT_ASSESSED
}
