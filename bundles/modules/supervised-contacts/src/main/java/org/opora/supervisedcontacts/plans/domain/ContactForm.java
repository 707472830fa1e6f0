package org.opora.supervisedcontacts.plans.domain;

/** How child and relative meet. */
public enum ContactForm {
  SUPERVISED,
  ASSISTED_HANDOVER,
  PHONE_OR_VIDEO,
  LETTER,
  UNSUPERVISED
}
