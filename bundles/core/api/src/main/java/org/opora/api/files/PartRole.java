package org.opora.api.files;

/** As what an adult takes part in a case file; children have stays. */
public enum PartRole {
  CARER,
  PARENT,
  APPLICANT,
  ADOPTER,
  /** Whoever came for help. */
  CLIENT,
  /** Somebody close, such as a grandparent or a partner. */
  OTHER
}
