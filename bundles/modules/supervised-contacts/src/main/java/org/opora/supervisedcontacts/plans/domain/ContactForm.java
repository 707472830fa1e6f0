package org.opora.supervisedcontacts.plans.domain;

/** How child and relative meet. */
public enum ContactForm {
  SUPERVISED,
  ASSISTED_HANDOVER,
  PHONE_OR_VIDEO,
  LETTER,
  UNSUPERVISED;

  /** Whether a facilitator sees how it goes. */
  public boolean seen() {
    return this == SUPERVISED || this == ASSISTED_HANDOVER;
  }
}
