package org.opora.registry.intake.domain;

/** What follows from a first contact. */
public enum NextStep {
  NONE,
  CALL_BACK,
  APPOINTMENT,
  HAND_OVER,
  OPEN_FILE,
  INQUIRY
}
