package org.opora.registry.intake.domain;

/** Why words of first contact are deleted. */
public enum DisposalKind {
  /**
   * The return on the year is filed: inquiries that came to nothing in it, and what led to them.
   */
  RETURN,
  /** First contacts that came to nothing have been kept long enough. */
  CONTACTS
}
