package org.opora.supervisedcontacts.preparation.domain;

/** Who is prepared before a child meets somebody. */
public enum Whom {
  CHILD,
  CARER,
  PARENT
}
