package org.opora.registry.staff.domain;

import java.util.EnumSet;
import java.util.Set;

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
  OTHER;

  /** Papers of which one may have several that hold at once: a newer one replaces none of them. */
  private static final Set<CheckKind> MANY =
      EnumSet.of(CONTRACT, SAFETY_TRAINING, QUALIFICATION, OTHER);

  /** Whether the one issued last takes the place of those before. */
  public boolean one() {
    return !MANY.contains(this);
  }
}
