package org.opora.supervisedcontacts.domain;

/** On what the plan rests. */
public enum Basis {
  COURT_DECISION,
  AGREEMENT,
  AUTHORITY_RECOMMENDATION
}
