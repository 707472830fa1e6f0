package org.opora.registry.ledgers.domain;

/** What an opening balance says. */
public enum BalanceKind {
  /** Hours of one carer in the period that ran on the day. */
  EDUCATION_HOURS,
  /** Days of respite of the family in the calendar year of the day. */
  RESPITE_DAYS,
  NOTE
}
