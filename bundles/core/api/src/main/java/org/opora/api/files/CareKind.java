package org.opora.api.files;

/**
 * Type of care under an agreement (domain: types of care and what they switch). Whether it is
 * mediated is a field of its own.
 */
public enum CareKind {
  /** dlouhodobá pěstounská péče */
  LONG_TERM,
  /** příbuzenská péče */
  KINSHIP,
  /** pěstounská péče na přechodnou dobu: hangs on the list entry, not on a child */
  TEMPORARY,
  /** poručník, který osobně pečuje */
  GUARDIAN,
  /** předpěstounská péče nebo péče během řízení */
  PRE_FOSTER
}
