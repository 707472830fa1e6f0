package org.opora.registry.staff.domain;

/** What somebody may sign for the centre. */
public enum Competence {
  AGREEMENT,
  REPORT,
  DECISION,
  CHEQUE
}
