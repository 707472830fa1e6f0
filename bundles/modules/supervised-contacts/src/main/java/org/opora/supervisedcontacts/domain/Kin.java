package org.opora.supervisedcontacts.domain;

/** What a person is to the child. */
public enum Kin {
  MOTHER,
  FATHER,
  GRANDPARENT,
  SIBLING,
  OTHER_RELATIVE,
  CLOSE_PERSON
}
