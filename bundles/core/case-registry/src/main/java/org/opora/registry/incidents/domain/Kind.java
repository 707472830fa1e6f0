package org.opora.registry.incidents.domain;

/** What kind of incident it is. */
public enum Kind {
  INJURY,
  ILLNESS,
  VIOLENCE,
  SELF_HARM,
  /** The child ran away, or nobody knows where it is. */
  MISSING,
  /** Somebody came near whom a court or a safety notice keeps away. */
  FORBIDDEN_CONTACT,
  DAMAGE,
  OTHER,
  /** A notification: somebody is suspected of harming the child, and the authority is told. */
  SUSPECTED_HARM;

  public boolean notification() {
    return this == SUSPECTED_HARM;
  }
}
