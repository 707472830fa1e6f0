package org.opora.duties.domain.entitlement;

import java.time.Year;
import org.opora.duties.domain.Standing;

/**
 * The answer for one calendar year, in the unit of the ledger.
 *
 * @param amount what the person has a right to; 0 when to nothing
 * @param left what may still be used; of a year that is over, what lapsed
 * @param over used beyond the amount
 * @param overJustified how much of that has a written reason, whichever days came first
 */
public record EntitlementYear(
    Year year,
    EntitlementGround ground,
    int amount,
    EntitlementUse use,
    int left,
    int over,
    int overJustified) {
  public Standing standing() {
    return ground.standing();
  }
}
