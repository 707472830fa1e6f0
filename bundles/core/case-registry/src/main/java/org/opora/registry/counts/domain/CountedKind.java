package org.opora.registry.counts.domain;

/** What the keys are that were counted into a figure. */
public enum CountedKind {
  PERSON,
  AGREEMENT,
  /** A record that proved something: a visit, a course. */
  EVIDENCE,
  /** An inquiry, or an agreement in preparation that came from none. */
  INQUIRY,
  FIRST_CONTACT,
  OUTREACH,
  COMPLAINT,
  /** A member of staff. */
  STAFF
}
