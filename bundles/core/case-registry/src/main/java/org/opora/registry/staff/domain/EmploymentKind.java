package org.opora.registry.staff.domain;

/** On what somebody works for the centre. */
public enum EmploymentKind {
  EMPLOYMENT,
  /** Agreement to complete a job (dohoda o provedení práce). */
  DPP,
  /** Agreement to perform work (dohoda o pracovní činnosti). */
  DPC,
  VOLUNTEER,
  EXTERNAL
}
