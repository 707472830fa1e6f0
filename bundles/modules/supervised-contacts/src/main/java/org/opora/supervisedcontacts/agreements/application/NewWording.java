package org.opora.supervisedcontacts.agreements.application;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;

/**
 * How an agreement is to read.
 *
 * @param until last day; null while it lasts
 * @param rules in words; what nobody ruled is not in it
 * @param view how the child sees it; null when nobody wrote it
 */
public record NewWording(
    LocalDate from, LocalDate until, Map<RuleKind, String> rules, String view) {
  public NewWording {
    EnumMap<RuleKind, String> all = new EnumMap<>(RuleKind.class);
    all.putAll(rules);
    rules = all;
  }
}
