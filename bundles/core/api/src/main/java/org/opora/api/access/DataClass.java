package org.opora.api.access;

/**
 * What kind of facts a permission opens (security: protection levels). The reviewed table of roles
 * is written in these classes.
 */
public enum DataClass {
  IDENTITY,
  WHEREABOUTS,
  SAFETY,
  CARE_FACTS,
  CARE_TEXT,
  CONTACT_FACTS,
  CONTACT_TEXT,
  DUTIES,
  /** Disability and degrees of dependency. */
  HEALTH,
  /** Who represents a child, and what courts decided. */
  COURT,
  /** What went wrong, and suspected harm. */
  INCIDENTS,
  /** What belongs to families from the contribution of the state, and what is spent of it. */
  GRANT,
  STAFF,
  AUDIT,
  ADMINISTRATION,
  /** Technical facts without any word about a client: all that the IT administrator ever sees. */
  TECHNICAL
}
