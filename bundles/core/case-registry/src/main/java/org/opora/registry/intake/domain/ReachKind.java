package org.opora.registry.intake.domain;

/** How a centre reaches people who have not come. */
public enum ReachKind {
  /** Somebody was met outside, on their own ground. */
  OUTREACH,
  /** Something for many. */
  PREVENTION
}
