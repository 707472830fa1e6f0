package org.opora.registry.incidents.domain;

/** How somebody was told. */
public enum How {
  IN_PERSON,
  PHONE,
  EMAIL,
  DATA_BOX,
  LETTER
}
