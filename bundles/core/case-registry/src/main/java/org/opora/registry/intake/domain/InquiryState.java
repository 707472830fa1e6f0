package org.opora.registry.intake.domain;

/** Where an inquiry for an agreement stands. */
public enum InquiryState {
  NEW,
  /** An agreement has been offered. */
  OFFERED,
  /** On the waiting list. */
  WAITING,
  ACCEPTED,
  /** For one of the reasons of the law. */
  REFUSED,
  /** The family does not go on with it. */
  WITHDRAWN;

  /** Whether something is still to be decided. */
  public boolean open() {
    return this == NEW || this == OFFERED || this == WAITING;
  }

  /** Whether it came to nothing. */
  public boolean nothing() {
    return this == REFUSED || this == WITHDRAWN;
  }
}
