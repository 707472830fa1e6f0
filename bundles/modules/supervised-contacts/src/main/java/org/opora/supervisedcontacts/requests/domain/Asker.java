package org.opora.supervisedcontacts.requests.domain;

/** Who asked that a child meets somebody. */
public enum Asker {
  CARER,
  CHILD,
  PARENT,
  AUTHORITY,
  COURT;

  /** Whether it is an office of the directory that asks. */
  public boolean office() {
    return this == AUTHORITY || this == COURT;
  }
}
