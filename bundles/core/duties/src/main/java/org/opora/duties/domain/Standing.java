package org.opora.duties.domain;

/** Where a duty stands on a day. */
public enum Standing {
  OVERDUE,
  DUE_SOON,
  OK,
  /** It was not done, and a reason that the law or the centre accepts is in the file. */
  JUSTIFIED,
  /** Nobody can say: neither missed nor fulfilled. */
  NOT_ASSESSED,
  NOT_APPLICABLE
}
