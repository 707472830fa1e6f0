package org.opora.registry.staff.domain;

/** Papers that somebody who works with children must have, and that run out. */
public enum CheckKind {
  CRIMINAL_RECORD,
  /** Register of sexual offenders, as Polish law asks for it. */
  OFFENDERS_REGISTER,
  HEALTH,
  CONTRACT,
  FIRST_AID,
  SAFETY_TRAINING,
  QUALIFICATION,
  DRIVING,
  OTHER
}
