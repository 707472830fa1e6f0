package org.opora.supervisedcontacts.domain;

/** How child and relative meet. */
public enum ContactForm {
  SUPERVISED,
  ASSISTED_HANDOVER,
  PHONE_OR_VIDEO,
  LETTER,
  UNSUPERVISED
}
