package org.opora.supervisedcontacts.risks.domain;

/** What is looked at, in the order of the form. Every assessment answers each of them. */
public enum RiskKind {
  VIOLENCE,
  ABDUCTION,
  SUBSTANCES,
  MENTAL_STATE,
  PAST_INCIDENTS,
  CHILD_FEARS,
  SIBLINGS,
  TRAVEL
}
