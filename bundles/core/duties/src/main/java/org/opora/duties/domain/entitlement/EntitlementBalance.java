package org.opora.duties.domain.entitlement;

import java.time.LocalDate;

/**
 * How a ledger stood on a day, as a person wrote it down when it was taken over. It answers for
 * that calendar year before the day: entries of that time are in it and do not count again, and
 * silence of that time is none.
 *
 * @param on the first day that is not in it
 * @param used so much of that calendar year
 */
public record EntitlementBalance(LocalDate on, int used) {
  public EntitlementBalance {
    if (used < 0) {
      throw new IllegalArgumentException("Use cannot be negative");
    }
  }
}
