package org.opora.registry.emergency.domain;

/** What whoever reviewed an emergency access found. */
public enum Verdict {
  JUSTIFIED,
  NOT_JUSTIFIED
}
