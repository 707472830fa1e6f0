package org.opora.supervisedcontacts.contacts.domain;

/** How a child was told. */
public enum Telling {
  IN_PERSON,
  BY_PHONE,
  BY_MESSAGE
}
