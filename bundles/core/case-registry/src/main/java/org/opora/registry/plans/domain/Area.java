package org.opora.registry.plans.domain;

/** What a line of a plan of stay is about. */
public enum Area {
  HEALTH,
  SCHOOL,
  FAMILY,
  FEELINGS,
  FRIENDS,
  SKILLS,
  IDENTITY,
  OTHER
}
