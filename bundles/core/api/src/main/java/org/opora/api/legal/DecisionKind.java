package org.opora.api.legal;

/** What a court decided about. */
public enum DecisionKind {
  /** Entrusting the child to the care of somebody. */
  CARE,
  /** Interim measure, usually with an end. */
  INTERIM,
  /** Care of an institution. */
  INSTITUTION,
  /** Parental responsibility. */
  RESPONSIBILITY,
  /** Appointing a guardian or a collision guardian. */
  GUARDIAN,
  /** Contact with parents and relatives. */
  CONTACT,
  /** Consent in place of a parent, such as to a school or an operation. */
  CONSENT,
  OTHER;

  /** Whether it may say to whom the child is entrusted. */
  public boolean entrusts() {
    return this == CARE || this == INTERIM || this == INSTITUTION;
  }

  /**
   * Whether it may say who looks after the child or whom the child sees. What appoints somebody, or
   * consents in place of a parent, says who signs and nothing of these.
   */
  public boolean aboutCareOrContact() {
    return this != GUARDIAN && this != CONSENT;
  }
}
