package org.opora.registry.care.domain;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * How long a visit may be corrected without a trace. No law says it; the rules of the centre do
 * (standard 13). The shortest is the default: slips are found within a working week, and what is
 * changed later has become evidence.
 */
public enum LockTerm {
  WEEK("7-days", 7),
  FORTNIGHT("14-days", 14),
  MONTH("30-days", 30);

  private final String code;
  private final int days;

  LockTerm(String code, int days) {
    this.code = code;
    this.days = days;
  }

  /** The default for a code that is none. */
  public static LockTerm of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElse(WEEK);
  }

  /** As the settings keep it. */
  public String code() {
    return code;
  }

  public int days() {
    return days;
  }

  /** Last day on which what was written down on this day is open. */
  public LocalDate lastDay(LocalDate recordedOn) {
    return recordedOn.plusDays(days);
  }
}
