package org.opora.supervisedcontacts.contacts.domain;

/** Who told a child that a contact does not take place. */
public enum Teller {
  CARER,
  FACILITATOR,
  KEY_WORKER,
  PARENT,
  SOMEBODY_ELSE
}
