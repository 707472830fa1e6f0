package org.opora.duties.domain.entitlement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The day from which a person who shared a ledger has an own one. What the others use from then on
 * is not on it.
 *
 * @param from first day of the own ledger
 * @param used what it starts with in that calendar year, confirmed by a person; null while nobody
 *     did: then all that was used jointly stays on it, which is the stricter reading
 */
public record EntitlementSplit(LocalDate from, Integer used) {
  public EntitlementSplit {
    if (used != null && used < 0) {
      throw new IllegalArgumentException("Use cannot be negative");
    }
  }

  Optional<EntitlementBalance> balance() {
    return Optional.ofNullable(used).map(start -> new EntitlementBalance(from, start));
  }
}
