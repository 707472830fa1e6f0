package org.opora.registry.intake.domain;

/** What it is about, as the centre counts it. */
public enum Topic {
  FOSTER_CARE,
  AGREEMENT,
  CHILD,
  PARENTING,
  SEPARATION,
  CONTACT,
  SCHOOL,
  HEALTH,
  VIOLENCE,
  MONEY,
  HOUSING,
  OTHER
}
