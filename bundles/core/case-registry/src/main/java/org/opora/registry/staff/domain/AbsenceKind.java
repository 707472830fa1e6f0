package org.opora.registry.staff.domain;

/** Why somebody is away. */
public enum AbsenceKind {
  HOLIDAY,
  SICK,
  TRAINING,
  OTHER
}
