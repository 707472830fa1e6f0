package org.opora.supervisedcontacts.evaluations.domain;

/** What an evaluation finds right from now on. The plan itself is changed by people. */
public enum Decision {
  CONTINUE,
  LOOSEN,
  TIGHTEN,
  STOP;

  /** Whether the plan has to be gone through. */
  public boolean changes() {
    return this != CONTINUE;
  }
}
