package org.opora.registry.legal.domain;

/** Whether a decision has effect on a day. */
public enum Force {
  IN_FORCE,
  /** The day lies before its legal force. */
  NOT_YET,
  /** Neither a day of legal force nor immediate enforceability is written down. */
  NOT_KNOWN,
  /** Its last day has passed. */
  ENDED,
  /** An appeal set it aside or changed it. */
  SET_ASIDE
}
