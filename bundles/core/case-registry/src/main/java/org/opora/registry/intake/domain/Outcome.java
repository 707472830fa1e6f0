package org.opora.registry.intake.domain;

/** How a request for a service was answered. There is no plain refusal. */
public enum Outcome {
  PROVIDED,
  NOT_NEEDED,
  /** With the reason, and with what was offered instead. */
  NOT_POSSIBLE
}
