package org.opora.supervisedcontacts.risks.domain;

/** How much may go wrong, from the least. */
public enum RiskLevel {
  NONE,
  LOW,
  HIGH
}
