package org.opora.registry.complaints.domain;

/** How a complaint came, and how it was answered. */
public enum How {
  IN_PERSON,
  PHONE,
  POST,
  EMAIL,
  DATA_BOX,
  /** The box in the centre into which anybody may put a complaint. */
  BOX
}
