package org.opora.api.legal;

/** What somebody who acts for a child is to it. */
public enum Role {
  PARENT,
  /** Appointed by the court where no parent can act in full (poručník). */
  GUARDIAN,
  /** Appointed where interests collide, for the matters named in the decision. */
  COLLISION_GUARDIAN,
  /** To whom a court decision in force entrusts the child. */
  CARER
}
