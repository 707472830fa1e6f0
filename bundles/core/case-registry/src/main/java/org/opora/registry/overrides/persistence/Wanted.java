package org.opora.registry.overrides.persistence;

import java.time.YearMonth;

/**
 * Which of them a list is about.
 *
 * @param rule id of a rule; null for all of them
 * @param month null for all months
 */
public record Wanted(String rule, YearMonth month) {
  public static final Wanted ALL = new Wanted(null, null);
}
