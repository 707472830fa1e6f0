package org.opora.duties.domain.entitlement;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was used in one year, in the unit of the ledger.
 *
 * @param before used before the ledger was kept here, or before it was an own one; by hand
 * @param days what was used on which day; without the days that {@code before} stands for
 * @param justified how much of that has a written reason to be over the amount
 * @param outside days used without a right, which count against nothing
 */
public record EntitlementUse(
    int before,
    SortedMap<LocalDate, Integer> days,
    int justified,
    SortedMap<LocalDate, Integer> outside) {
  public EntitlementUse {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    outside = Collections.unmodifiableSortedMap(new TreeMap<>(outside));
  }

  public int used() {
    return before + sum(days);
  }

  /** Days or minutes that were used without a right. */
  public int notCounted() {
    return sum(outside);
  }

  static int sum(SortedMap<LocalDate, Integer> days) {
    return days.values().stream().mapToInt(Integer::intValue).sum();
  }
}
