package org.opora.supervisedcontacts.risks.domain;

/** What was decided about contacts under the plan. */
public enum RiskOutcome {
  CONTACTS,
  WITH_MEASURES,
  NOT_NOW
}
