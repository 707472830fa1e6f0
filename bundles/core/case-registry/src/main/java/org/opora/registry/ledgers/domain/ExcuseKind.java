package org.opora.registry.ledgers.domain;

import org.opora.api.evidence.Excuses;

/** Why a duty is not done, as evidence calls it. */
public enum ExcuseKind {
  /** A reason that counts: what was not done is justified. */
  JUSTIFIED(Excuses.JUSTIFIED),
  /** It does not apply on these days. */
  NOT_APPLICABLE(Excuses.NOT_APPLICABLE);

  private final String evidence;

  ExcuseKind(String evidence) {
    this.evidence = evidence;
  }

  /** Kind of the evidence. */
  public String evidence() {
    return evidence;
  }
}
