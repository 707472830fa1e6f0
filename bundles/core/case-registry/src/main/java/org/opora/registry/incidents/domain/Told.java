package org.opora.registry.incidents.domain;

/** Who was told of an incident. */
public enum Told {
  CARER,
  PARENT,
  AUTHORITY,
  DIRECTOR,
  POLICE,
  RESCUE,
  COURT,
  OTHER;

  /** Whether telling them is what a notification of suspected harm owes. */
  public boolean official() {
    return this == AUTHORITY || this == POLICE || this == COURT;
  }
}
