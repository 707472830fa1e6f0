package org.opora.api.kin;

/** What one person is to another. Its word depends on the sex of the one. */
public enum Role {
  PARENT,
  CHILD,
  ADOPTIVE_PARENT,
  ADOPTED_CHILD,
  STEP_PARENT,
  STEP_CHILD,
  SIBLING,
  HALF_SIBLING,
  STEP_SIBLING,
  GRANDPARENT,
  GRANDCHILD,
  AUNT_UNCLE,
  NIECE_NEPHEW,
  SPOUSE,
  PARTNER,
  GUARDIAN,
  WARD,
  CLOSE,
  FORMER_SPOUSE,
  FORMER_PARTNER,
  FOSTER_CARER,
  FOSTER_CHILD
}
