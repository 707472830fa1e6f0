package org.opora.supervisedcontacts.requests.domain;

/** In which way somebody asked. */
public enum Channel {
  IN_PERSON,
  PHONE,
  EMAIL,
  LETTER,
  DATA_BOX
}
