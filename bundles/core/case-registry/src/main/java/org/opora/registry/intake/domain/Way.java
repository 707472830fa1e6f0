package org.opora.registry.intake.domain;

/** How somebody turned to the centre. */
public enum Way {
  PHONE,
  IN_PERSON,
  EMAIL,
  LETTER,
  MESSAGE,
  OTHER
}
