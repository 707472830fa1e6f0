package org.opora.registry.counts.domain;

/** Children by their completed years. No law draws these lines; they are those of schools. */
public enum Ages {
  UNDER_3(0, 3),
  UNDER_6(3, 6),
  UNDER_10(6, 10),
  UNDER_15(10, 15),
  UNDER_18(15, 18),
  GROWN(18, null),
  /** Nobody wrote down when they were born. */
  UNKNOWN(0, null);

  private final int from;
  private final Integer before;

  Ages(int from, Integer before) {
    this.from = from;
    this.before = before;
  }

  /** Years completed. */
  public int from() {
    return from;
  }

  /** Years not yet completed; null for all that follow. */
  public Integer before() {
    return before;
  }
}
