package org.opora.duties.domain.quota;

import org.opora.duties.domain.Standing;

/** Why the period of a quota stands as it does. */
public enum QuotaGround {
  /** All minutes are there, whether it still runs or not. */
  FULFILLED(Standing.OK),
  /** It runs, something is missing, and there is time. */
  OPEN(Standing.OK),
  /** It runs, something is missing, and it ends soon. */
  ENDING(Standing.DUE_SOON),
  /** It ended, and something is missing. */
  MISSED(Standing.OVERDUE),
  /** Something is missing, and a reason was accepted for it. */
  EXCUSED(Standing.JUSTIFIED),
  /** Something is missing of what is known, and nothing is known of a part of the period. */
  UNKNOWN(Standing.NOT_ASSESSED),
  /** The law asks nothing of this period, or the person owes no month of it. */
  NOTHING_OWED(Standing.NOT_APPLICABLE),
  /** The duty ended before the period did, so that it never fell due. */
  BROKEN_OFF(Standing.NOT_APPLICABLE);

  private final Standing standing;

  QuotaGround(Standing standing) {
    this.standing = standing;
  }

  public Standing standing() {
    return standing;
  }
}
