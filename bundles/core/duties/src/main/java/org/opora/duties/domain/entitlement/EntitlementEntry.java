package org.opora.duties.domain.entitlement;

import java.util.Objects;
import org.opora.duties.domain.Days;

/**
 * What was used of an entitlement.
 *
 * @param days the days begun; those after the day asked for do not count
 * @param minutes on each of the days; means nothing in a ledger of days
 * @param justified whether a written reason allows it to be over the amount
 */
public record EntitlementEntry(Days days, int minutes, boolean justified) {
  public EntitlementEntry {
    Objects.requireNonNull(days);
    if (minutes < 0) {
      throw new IllegalArgumentException("Time cannot be negative");
    }
  }
}
