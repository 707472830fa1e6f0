package org.opora.registry.people.domain;

/** Whose phone, e-mail or data box it is. */
public enum Whose {
  OWN,
  WORK,
  RELATIVE,
  NEIGHBOUR,
  OTHER
}
