package org.opora.registry.intake.domain;

/** Where a proposal to delete stands. */
public enum DisposalState {
  PROPOSED,
  DONE,
  DECLINED
}
