package org.opora.duties.domain.entitlement;

import org.opora.duties.domain.Standing;

/**
 * Why the year of an entitlement stands as it does. It is a right: whoever does not use it missed
 * nothing, so that it is never due. The only thing that can be missing is the reason for more.
 */
public enum EntitlementGround {
  /** There is something left, and it can be used. */
  OPEN(Standing.OK),
  USED_UP(Standing.OK),
  /** The year is over, and what was left did not go into the next one. */
  LAPSED(Standing.OK),
  /** More was used than the amount, and not all of it has a written reason. */
  OVER(Standing.OVERDUE),
  /** More was used than the amount, all of it with a written reason. */
  OVER_JUSTIFIED(Standing.JUSTIFIED),
  /** Nothing is known of a part of the year: there may be less left than it seems. */
  UNKNOWN(Standing.NOT_ASSESSED),
  /** The person has had no right in this year, or the law gave none. */
  NOT_ENTITLED(Standing.NOT_APPLICABLE),
  /** There is something left, and on this day there is no right to use it. */
  NOT_NOW(Standing.NOT_APPLICABLE);

  private final Standing standing;

  EntitlementGround(Standing standing) {
    this.standing = standing;
  }

  public Standing standing() {
    return standing;
  }
}
