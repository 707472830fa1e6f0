package org.opora.supervisedcontacts.plans.domain;

/** On what the plan rests. */
public enum Basis {
  COURT_DECISION,
  AGREEMENT,
  AUTHORITY_RECOMMENDATION
}
