package org.opora.supervisedcontacts.plans.domain;

/** What became of a proposal to take somebody off the forbidden list. */
public enum ReleaseState {
  PROPOSED,
  APPROVED,
  REFUSED,
  /**
   * Whoever asked does not ask any more, or the plan was changed so that nothing is left to ask.
   */
  WITHDRAWN
}
