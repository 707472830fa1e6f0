package org.opora.supervisedcontacts.evaluations.domain;

/** How the view of the child was learnt. */
public enum Learnt {
  IN_TALK,
  AT_CONTACTS,
  BY_PLAY,
  FROM_CARER,
  OBSERVED,
  /** The child could not or did not want to say; the words say why. */
  NOT_LEARNT
}
