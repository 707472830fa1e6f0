package org.opora.supervisedcontacts.agreements.domain;

/** Who signs an agreement on contact. */
public enum Signer {
  PARENT,
  CARER,
  FACILITATOR
}
