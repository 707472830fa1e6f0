package org.opora.duties.domain.quota;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The minutes of one period.
 *
 * @param need what is owed; 0 when nothing is
 * @param carriedIn surplus of the period before
 * @param counted the person's own minutes of this period, after the caps
 * @param over minutes over the cap, by form; without the forms that kept to it
 * @param missing what is still needed; for a period that ended, what was missed
 * @param carriedOut surplus for the next period; while this one runs, what it would be
 */
public record QuotaMinutes(
    int need,
    int carriedIn,
    int counted,
    SortedMap<String, Integer> over,
    int missing,
    int carriedOut) {
  public QuotaMinutes {
    over = Collections.unmodifiableSortedMap(new TreeMap<>(over));
  }

  /**
   * What was carried in is used first, so that a surplus is always the person's own and goes no
   * further than one period. Where nothing is owed there is no surplus.
   */
  static QuotaMinutes of(
      int need, int carriedIn, int counted, SortedMap<String, Integer> over, boolean carries) {
    int own = Math.max(0, need - carriedIn);
    int surplus = carries && need > 0 ? Math.max(0, counted - own) : 0;
    return new QuotaMinutes(need, carriedIn, counted, over, Math.max(0, own - counted), surplus);
  }

  /** What was carried in and is not needed: it expires with the period. */
  public int unusedCarry() {
    return Math.max(0, carriedIn - need);
  }
}
