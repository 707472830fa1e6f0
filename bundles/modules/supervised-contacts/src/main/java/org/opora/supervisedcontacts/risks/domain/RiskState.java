package org.opora.supervisedcontacts.risks.domain;

/** Whether an assessment counts. */
public enum RiskState {
  /** Nothing in it is high, so nobody else was asked. */
  SETTLED,
  /** Something is high, and a second person has not looked at it yet. */
  WAITING,
  APPROVED,
  /** The second person wants it otherwise; another assessment takes its place. */
  RETURNED;

  /** Whether contacts can be booked, as far as this goes. */
  public boolean counts() {
    return this == SETTLED || this == APPROVED;
  }
}
